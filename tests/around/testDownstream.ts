import type { NodePlan } from '../../src/engine/index.ts'

type DownstreamPlan = Extract<NodePlan, { kind: 'downstream' }>

/** A system that works one call at a time, 50 ms each, and never fails. */
export function downstream(
  turnable: Partial<DownstreamPlan['turnable']> = {},
  changes: Partial<Pick<DownstreamPlan, 'id' | 'isPerBatch'>> = {},
): DownstreamPlan {
  return {
    id: 'database',
    kind: 'downstream',
    recordsPerDot: 1,
    isPerBatch: false,
    ...changes,
    turnable: {
      ...{ capacity: 1, serviceMicros: 50_000, serviceSpread: 0, waitingLimit: 1000, failureShare: 0 },
      ...turnable,
    },
  }
}
