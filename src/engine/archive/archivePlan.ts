import type { Micros } from '../kernel/time.ts'
import type { NodePlanBase } from '../nodes/nodePlanBase.ts'

export type TurnableArchive = {
  retentionMicros: Micros
  /** How fast a replay sends. */
  replayPerSecond: number
}

/** A store beside a queue that keeps what the queue deletes (SQS.17), so that it can be sent again. */
export type ArchivePlan = NodePlanBase & {
  kind: 'archive'
  turnable: TurnableArchive
  /** Where a replay sends to, among the plan's queues. */
  queues: readonly number[]
}
