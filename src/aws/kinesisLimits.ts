import type { LimitRow } from './limit.ts'
import { KINESIS_API, KINESIS_GUIDE_2022, KINESIS_QUOTAS } from './sources.ts'

const MIB = 1_048_576

/** Kinesis Data Streams, provisioned. AWS's MB is taken as 1,048,576 B (X-U1). */
export const KINESIS_LIMITS = {
  'KIN1.01': { kind: 'limit', name: 'Bytes written to one shard', value: MIB, unit: 'B/s', ...KINESIS_QUOTAS, confidence: 'V', note: '1 MB/s with the partition keys; this or the record limit, whichever is met first.' },
  'KIN1.02': { kind: 'limit', name: 'Records written to one shard', value: 1000, unit: 'records/s', ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN1.04': { kind: 'default', name: 'Largest record', value: MIB, unit: 'B', allowed: [MIB, 10 * MIB], ...KINESIS_API, confidence: 'V', note: 'A setting of the stream (MaxRecordSizeInKiB), data and partition key together.' },
  'KIN1.06': { kind: 'limit', name: 'Records in one PutRecords call', value: 500, unit: 'records', ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN1.06.bytes': { kind: 'limit', name: 'Bytes in one PutRecords call', value: 10 * MIB, unit: 'B', ...KINESIS_QUOTAS, confidence: 'V', note: 'With the partition keys; it was 5 MiB before late 2025.' },
  'KIN1.11': { kind: 'limit', name: 'Length of a partition key', value: 256, unit: 'characters', allowed: [1, 256], ...KINESIS_API, confidence: 'V' },
  'KIN2.01': { kind: 'limit', name: 'GetRecords calls to one shard', value: 5, unit: 'calls/s', ...KINESIS_QUOTAS, confidence: 'V', note: 'Shared by all applications that poll the shard.' },
  'KIN2.02': { kind: 'limit', name: 'Bytes read from one shard', value: 2 * MIB, unit: 'B/s', ...KINESIS_QUOTAS, confidence: 'V', note: '2 MB/s, shared by all applications that poll the shard.' },
  'KIN2.02.records': { kind: 'limit', name: 'Records read from one shard', value: 2000, unit: 'records/s', ...KINESIS_QUOTAS, confidence: 'V', note: 'New wording of the quotas page; whether it is enforced is not verified (X-K3).' },
  'KIN2.03': { kind: 'limit', name: 'Records in one GetRecords call', value: 10_000, unit: 'records', ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN2.03.bytes': { kind: 'limit', name: 'Bytes in one GetRecords call', value: 10 * MIB, unit: 'B', ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN2.04': { kind: 'limit', name: 'Pause after a call that returned 10 MB', value: 5, unit: 's', ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN2.05': { kind: 'limit', name: 'Pause after a read beyond the limit', value: 1, unit: 's', ...KINESIS_QUOTAS, confidence: 'V', note: 'A refused call returns no data.' },
  'KIN2.09': { kind: 'limit', name: 'Life of a shard iterator', value: 300, unit: 's', ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN6.01': { kind: 'default', name: 'Time that a stream keeps a record', value: 24, unit: 'h', allowed: [24, 8760], ...KINESIS_QUOTAS, confidence: 'V' },
  'KIN2.13': { kind: 'default', name: 'Iterator age at which to raise the alarm', value: 0.5, unit: 'share', ...KINESIS_GUIDE_2022, confidence: 'V22', note: 'Half of the retention.' },
} as const satisfies Record<string, LimitRow>
