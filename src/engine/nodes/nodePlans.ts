import type { Micros } from '../kernel/time.ts'

// Plans of the registered kinds. They stand apart from the models, so that the plan knows no model.

/** What the plan says of every node of these kinds; each kind adds its own. */
export type NodePlanBase = {
  id: string
  kind: string
  recordsPerDot: number
  /** Numbers that may be set during the run. */
  turnable: Record<string, number>
}

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

/** A node of a kind that registers itself in nodeKinds.ts. */
export type NodePlan = MonolithPlan

export type RegisteredKind = NodePlan['kind']
