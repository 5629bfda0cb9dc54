import type { Micros } from '../kernel/time.ts'
import type { Models } from '../nodes/nodeModel.ts'
import type { Seen } from './seen.ts'

export type SeenNode = { id: string; of: Seen }

/** The nodes of a run that show more than their gauges: streams first, then registered kinds, in the order of the plan. */
export function seenOf({ streams, nodes }: Pick<Models, 'streams' | 'nodes'>): readonly SeenNode[] {
  return [...streams, ...nodes].flatMap((model) => {
    const of = 'onDemand' in model ? model.onDemand : model.seen
    return of === null ? [] : { id: model.plan.id, of }
  })
}

/** Writes what is only looked at from `at` on. The run must be settled. */
export function writeSeen(all: readonly SeenNode[], now: Micros, out: Float64Array, at: number): void {
  let next = at
  for (const { of } of all) next = of.writeSeen(now, out, next)
}
