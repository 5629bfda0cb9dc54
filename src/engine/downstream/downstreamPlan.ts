import type { NodePlanBase } from '../nodes/nodePlanBase.ts'

export type TurnableDownstream = {
  /** Calls that are worked at once. */
  capacity: number
  serviceMicros: number
  serviceSpread: number
  /** Calls that may wait; one more is refused. */
  waitingLimit: number
  failureShare: number
}

/** A system behind the readers: a database, a search index, a data science job. */
export type DownstreamPlan = NodePlanBase & {
  kind: 'downstream'
  turnable: TurnableDownstream
  /** Whether it is called once for a batch, before the work on its records; else once for each record, after its work. */
  isPerBatch: boolean
}
