import type { Micros } from '../kernel/time.ts'
import type { QueueSettings } from './queueSettings.ts'

/** What may be set on a FIFO queue at any time: what every queue has, and its own. */
export type TurnableFifoQueue = QueueSettings & {
  /** FIFO.12: 0 DeduplicationScope=queue, 1 messageGroup */
  deduplicationScope: number
  /** FIFO.03: 0 FifoThroughputLimit=perQueue, 1 perMessageGroupId */
  throughputLimit: number
  /** FIFO.01, FIFO.05: calls of one action to the queue, or to one of its partitions; 0 = not limited. */
  callsPerSecond: number
  /** FIFO.04: calls of one action in high throughput, all partitions together. */
  highThroughputCallsPerSecond: number
  /** Messages that a redrive moves in a second (SQS.16). */
  redrivePerSecond: number
}

export type FifoQueuePlan = {
  id: string
  recordsPerDot: number
  turnable: TurnableFifoQueue
  /** FIFO.12, FIFO.14 */
  deduplicationMicros: Micros
  /** Whether every record is its own deduplication id; else its key is, as if it were the body (FIFO.13). */
  recordsAreIds: boolean
  /** FIFO.16 */
  attemptMicros: Micros
  /** FIFO.18 */
  scanLimit: number
  /** Partitions at the most, as a multiple of those that an even load at the quota would need (X-F2). */
  partitionsFactor: number
  /** A message stays hidden at most so long after one receive, however often the timeout is changed (SQS.05). */
  hiddenMicrosMax: Micros
}
