import type { Micros } from '../kernel/time.ts'
import type { NodePlanBase } from '../nodes/nodePlanBase.ts'

export type TurnableAggregator = {
  serviceMicros: number
  /** From a stream: time between two polls of a shard that is read to its tip. */
  pollMicros: Micros
  /** How often the place in a stream, and the counts where they are saved, are kept. */
  checkpointMicros: Micros
  restartMicros: Micros
  /** Where the counts are: 0 in memory, 1 saved together with the place, 2 in a store outside. */
  counts: number
  /** 1: the store outside knows each record that it has counted. */
  knowsRecords: number
  /** From a queue: 0 a message is deleted when it is counted, 1 as soon as it is received. */
  deletesFirst: number
}

/** A program that counts records for each partition key. */
export type AggregatorPlan = NodePlanBase & {
  kind: 'aggregator'
  turnable: TurnableAggregator
  /** Among the plan's streams or queues; -1 none. */
  stream: number
  queue: number
  /** KIN2.03, SQS.04 */
  recordsPerCall: number
  messagesPerCall: number
  /** SQS.12 */
  longPollMicros: Micros
  /** Its number among all that poll queues. */
  firstWorker: number
  workers: number
  /** Ways of its records: one a shard, one from a queue. */
  tracks: number
}
