import type { Micros } from '../kernel/time.ts'

/** What every queue can be set to; each kind has more. */
export type QueueSettings = {
  visibilityTimeoutMicros: Micros
  retentionMicros: Micros
  inFlightLimit: number
  messageBytesLimit: number
  batchLimit: number
  /** Of messages that have none of their own (SQS.10). */
  delayMicros: Micros
  /** A message received so often goes to the dead-letter queue instead of being received again (SQS.14); 0 = it stays. */
  maxReceiveCount: number
}
