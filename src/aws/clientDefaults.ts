import type { LimitRow } from './limit.ts'
import { KCL, KPL } from './sources.ts'

/** What the client libraries do when nobody chooses: Kinesis Client Library (KCL) and Producer Library (KPL). */
export const CLIENT_DEFAULTS = {
  'KCL.02': {
    kind: 'default',
    name: 'Time without a sign of life until a worker counts as dead',
    value: 10_000,
    unit: 'ms',
    ...KCL,
    confidence: 'V',
    note: 'With KCL 3 it takes 20 to 40 s until another worker is given its shards (KCL.04).',
  },
  'KCL.06': {
    kind: 'default',
    name: 'Time between two polls of a shard',
    value: 1500,
    unit: 'ms',
    allowed: [200, 600_000],
    ...KCL,
    confidence: 'V',
    note: 'idleTimeBetweenReadsInMillis; KCL 1.x had 1,000 ms.',
  },
  'KCL.07': {
    kind: 'default',
    name: 'Records asked for in one GetRecords call',
    value: 10_000,
    unit: 'records',
    allowed: [1, 10_000],
    ...KCL,
    confidence: 'V',
  },
  'KCL.08': {
    kind: 'default',
    name: 'Fetched batches that may wait',
    value: 4,
    unit: 'batches',
    ...KCL,
    confidence: 'V',
    note: 'Then polling pauses: this is how a slow consumer holds back.',
  },
  'KCL.08.bytes': {
    kind: 'default',
    name: 'Fetched bytes that may wait',
    value: 8_388_608,
    unit: 'B',
    ...KCL,
    confidence: 'V',
  },
  'KCL.08.records': {
    kind: 'default',
    name: 'Fetched records that may wait',
    value: 30_000,
    unit: 'records',
    ...KCL,
    confidence: 'V',
  },
  'KIN6.08': {
    kind: 'default',
    name: 'Longest wait of a record for its batch',
    value: 100,
    unit: 'ms',
    ...KPL,
    confidence: 'V',
    note: 'RecordMaxBufferedTime.',
  },
} as const satisfies Record<string, LimitRow>
