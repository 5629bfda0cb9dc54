import type { AggregatorPlan } from '../aggregator/aggregatorPlan.ts'
import type { ArchivePlan } from '../archive/archivePlan.ts'
import type { DownstreamPlan } from '../downstream/downstreamPlan.ts'
import type { Micros } from '../kernel/time.ts'
import type { KinesisQueuePlan } from '../kinesisQueue/kinesisQueuePlan.ts'
import type { LambdaPlan } from '../lambda/lambdaPlan.ts'
import type { RetryPolicy } from '../sns/retryPolicy.ts'
import type { TopicSettings } from '../sns/topicLimits.ts'
import type { FifoQueuePlan } from '../sqs/fifoPlan.ts'
import type { NodePlanBase } from './nodePlanBase.ts'

// Plans of the registered kinds. They stand apart from the models, so that the plan knows no model.

export type TurnableMonolith = {
  heapBytes: number
  /** Bytes of heap for one byte of an event: objects, strings and references cost more than their data. */
  overhead: number
  serviceMicros: number
  serviceSpread: number
  /** From this share of a full heap on, the collector stops the program for `pauseMicros` again and again. */
  pauseFromShare: number
  pauseMicros: Micros
  pauseEveryMicros: Micros
  restartMicros: Micros
}

export type MonolithPlan = NodePlanBase & {
  kind: 'monolith'
  turnable: TurnableMonolith
}

export type TurnableTopic = TopicSettings & {
  /** SNS.02 */
  batchLimit: number
}

export type TopicPlan = NodePlanBase & {
  kind: 'topic'
  turnable: TurnableTopic
  isFifo: boolean
  retry: RetryPolicy
  /**
   * Places of the subscribed queues (-1: it is an archive, and `node` its place among the registered nodes), and the keys that each
   * wants: names, or beginnings that end in `*`; none = all.
   */
  subscriptions: readonly { queue: number; node?: number; keys: readonly string[] }[]
}

export type FifoQueueNodePlan = NodePlanBase &
  FifoQueuePlan & {
    kind: 'fifoQueue'
    /** Its place among all queues of the run: standard ones first. */
    number: number
    /** Place of its dead-letter queue; -1 = none. */
    deadLetterQueue: number
    /** SQS.16, of a queue that takes another one's dead letters: the longest time of a redrive. */
    redriveMicrosMax?: Micros
  }

/** A node of a kind that registers itself in nodeKinds.ts. */
export type NodePlan =
  | MonolithPlan
  | TopicPlan
  | LambdaPlan
  | DownstreamPlan
  | AggregatorPlan
  | FifoQueueNodePlan
  | ArchivePlan
  | KinesisQueuePlan

export type RegisteredKind = NodePlan['kind']
