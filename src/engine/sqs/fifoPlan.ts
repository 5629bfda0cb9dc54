import type { Micros } from '../kernel/time.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'

/** What may be set on a FIFO queue at any time, beside what every queue has. */
export type TurnableFifoQueue = TurnableQueue & {
  /** FIFO.19: of the queue alone, and of messages that are there already. */
  delayMicros: Micros
  /** SQS.14: a message received so often goes to the dead-letter queue; 0 = without end. */
  maxReceiveCount: number
  /** FIFO.12: 0 DeduplicationScope=queue, 1 messageGroup */
  deduplicationScope: number
  /** FIFO.03: 0 FifoThroughputLimit=perQueue, 1 perMessageGroupId */
  throughputLimit: number
  /** FIFO.01, FIFO.05: calls of one action to the queue, or to one of its partitions; 0 = not limited. */
  callsPerSecond: number
  /** FIFO.04: calls of one action in high throughput, all partitions together. */
  highThroughputCallsPerSecond: number
}

export type FifoQueuePlan = Omit<QueuePlan, 'turnable' | 'receivesUntilBack'> & {
  turnable: TurnableFifoQueue
  /** FIFO.12, FIFO.14 */
  deduplicationMicros: Micros
  /** Whether every record is its own deduplication id; else its key is, as if it were the body (FIFO.13). */
  recordsAreIds: boolean
  /** FIFO.16 */
  attemptMicros: Micros
  /** FIFO.18 */
  scanLimit: number
  /** A message stays hidden at most so long after one receive, however often the timeout is changed (SQS.05). */
  hiddenMicrosMax: Micros
}
