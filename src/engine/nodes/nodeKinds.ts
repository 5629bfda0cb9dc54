import { MONOLITH, type MonolithPlan } from './monolith.ts'
import type { NodeKindSpec } from './nodeModel.ts'

/** A node of a kind that registers itself below. */
export type NodePlan = MonolithPlan

export type RegisteredKind = NodePlan['kind']

type Specs = { readonly [K in RegisteredKind]: NodeKindSpec<Extract<NodePlan, { kind: K }>> }

/** All kinds of node beside producers, streams, standard queues, applications and pools. */
export const NODE_SPECS: Specs = { monolith: MONOLITH }

/** The spec of a node's kind. */
export function specOf(plan: NodePlan): NodeKindSpec<NodePlan> {
  return NODE_SPECS[plan.kind] as NodeKindSpec<NodePlan>
}
