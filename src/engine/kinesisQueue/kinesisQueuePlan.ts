import type { Micros } from '../kernel/time.ts'
import type { NodePlanBase } from '../nodes/nodePlanBase.ts'

export type TurnableKinesisQueue = {
  /** KIN6.02 */
  visibilityTimeoutMicros: Micros
  /** KIN6.04: a record received so often and not acknowledged is a dead letter; 0 = never (NONE). */
  maxReceiveCount: number
  /** KIN6.03 */
  inFlightLimit: number
  /** KIN6.02: records in one receive. */
  batchLimit: number
  /** A receive takes one of so many records in line, seeded: no order is promised (KIN6.02), how far it goes is ours. */
  shuffleWindow: number
  /** Share of deliveries that leave the record visible for somebody else too (KIN6.02, at least once). */
  duplicateShare: number
  /** Share of acknowledgements that have no effect though they answer success (KIN6.02, at least once). */
  deleteLostShare: number
}

/** A Kinesis queue: a stream that is read as a queue is (KIN6.02 to KIN6.04). */
export type KinesisQueuePlan = NodePlanBase & {
  kind: 'kinesisQueue'
  turnable: TurnableKinesisQueue
  /** Its place among all queues of the run. */
  number: number
  /** The stream whose records it gives out; -1 = none. */
  stream: number
  /** When it is created, and where it begins then: -1 trim horizon, -2 latest (KIN6.02). */
  createdAtMicros: Micros
  startPosition: number
  /** A record stays hidden at most so long after one receive. */
  hiddenMicrosMax: Micros
}
