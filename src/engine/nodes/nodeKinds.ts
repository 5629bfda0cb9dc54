import { LAMBDA } from '../lambda/lambdaNode.ts'
import { MONOLITH } from './monolith.ts'
import type { NodeKindSpec } from './nodeModel.ts'
import type { NodePlan, RegisteredKind } from './nodePlans.ts'
import { TOPIC } from './topicNode.ts'

type Specs = { readonly [K in RegisteredKind]: NodeKindSpec<Extract<NodePlan, { kind: K }>> }

/** All kinds of node beside producers, streams, standard queues, applications and pools. */
export const NODE_SPECS: Specs = { monolith: MONOLITH, topic: TOPIC, lambda: LAMBDA }

/** The spec of a node's kind. */
export function specOf(plan: NodePlan): NodeKindSpec<NodePlan> {
  return NODE_SPECS[plan.kind] as NodeKindSpec<NodePlan>
}
