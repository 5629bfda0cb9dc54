import type { Micros } from '../../kernel/time.ts'

/** How the Kinesis Producer Library (KPL) sends: its numbers as they come from the plan. */
export type KplPlan = {
  /** False: every user record is a Kinesis record of its own. */
  aggregates: boolean
  /** KIN6.06: user records go into one Kinesis record up to so many bytes. */
  aggregateBytes: number
  /** KIN6.07: Kinesis records in one PutRecords call. */
  collectionRecords: number
  collectionBytes: number
  /** KIN6.08 RecordMaxBufferedTime. X-K9: each of the two buffers waits at least the other. */
  bufferedMicros: Micros
  bufferedMicrosLeast: Micros
  /** KIN6.08 RecordTtl: an older record is given up when it would be sent again. */
  ttlMicros: Micros
  /** KIN6.08 RateLimit times what the library takes a shard's limits to be; and what it saves of them. */
  recordsPerSecond: number
  bytesPerSecond: number
  savedRecords: number
  savedBytes: number
  /** How often it looks whether a shard may be sent more. */
  drainMicros: Micros
  /** KIN6.08 FailIfThrottled: a refused record is given up at once. */
  failsIfThrottled: boolean
}
