import type { LimitRow } from './limit.ts'
import { OURS } from './sources.ts'

/** Ours, not AWS's: every place that shows one of these says "our assumption". */
export const ASSUMPTIONS = {
  'X-U1': { kind: 'assumption', name: 'Bytes in one MB of a limit', value: 1_048_576, unit: 'B', ...OURS, confidence: 'X', note: 'AWS writes MB and MiB for the same limits; its API documentation and KPL support this reading.' },
  'X-K1': { kind: 'assumption', name: 'Seconds of unused write limit that a shard saves', value: 1, unit: 's', ...OURS, confidence: 'X', note: 'Two token buckets for each shard, refilled continuously; AWS publishes no algorithm.' },
  'X-K2': { kind: 'assumption', name: 'Seconds of unused read limit that a shard saves', value: 1, unit: 's', ...OURS, confidence: 'X', note: 'A call is allowed while the budget is above 0 and may take it below; the pause after 10 MB is kept as a rule of its own.' },
  'X-K3': { kind: 'assumption', name: 'Enforce 2,000 records/s read from a shard (0 = no)', value: 0, unit: '', ...OURS, confidence: 'X', note: 'New wording of the quotas page, not verified, so it is off.' },
  'X-Q1.servers': { kind: 'assumption', name: 'Servers of a queue', value: 8, unit: '', ...OURS, confidence: 'X', note: 'Each message lies on 3 of them; a short poll asks half of them.' },
  'X-Q1.copies': { kind: 'assumption', name: 'Servers that hold one message', value: 3, unit: '', ...OURS, confidence: 'X' },
  'X-L1': { kind: 'assumption', name: 'Time of one put call', value: 10, unit: 'ms', ...OURS, confidence: 'X', note: 'Within 5 to 15 ms; AWS publishes no number.' },
  'X-L2': { kind: 'assumption', name: 'Time of one GetRecords call', value: 15, unit: 'ms', ...OURS, confidence: 'X', note: 'Within 10 to 20 ms; AWS publishes no number.' },
} as const satisfies Record<string, LimitRow>
