import type { NodePlanBase } from './nodePlanBase.ts'

/**
 * What the engine must know of a kind of node before it builds one: its gauges and what it takes of timers, chance and ways. The
 * model itself is an entry of nodeBuilders.ts, which a page loads only for a scene that has such a node.
 */
export type NodeKindSpec<P extends NodePlanBase> = {
  /** What can be read of the node at any moment, in this order; names that end in Total only grow. */
  readonly gauges: readonly string[]
  readonly rowGauges: readonly string[]
  rows(plan: P): number
  timers(plan: P): number
  /** Purposes of the node's random streams. */
  streams(plan: P): readonly string[]
  /** Ways of delivered records away from the node's source, or to it. */
  tracks(plan: P): number
}
