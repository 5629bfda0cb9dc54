import { DownstreamNode } from '../downstream/downstreamNode.ts'
import { LambdaNode } from '../lambda/lambdaNode.ts'
import type { World } from '../world.ts'
import { Monolith } from './monolith.ts'
import type { NodeModel, NodeResources } from './nodeModel.ts'
import type { NodePlan, RegisteredKind } from './nodePlans.ts'
import { TopicNode } from './topicNode.ts'

type PlanOf<K extends RegisteredKind> = Extract<NodePlan, { kind: K }>

/** How the models of the registered kinds are made. */
export type NodeBuilders = {
  readonly [K in RegisteredKind]: (world: World, plan: PlanOf<K>, resources: NodeResources) => NodeModel
}

export const NODE_BUILDERS: NodeBuilders = {
  downstream: (world, plan, resources) => new DownstreamNode(world, plan, resources),
  lambda: (world, plan, resources) => new LambdaNode(world, plan, resources),
  monolith: (world, plan, resources) => new Monolith(world, plan, resources),
  topic: (world, plan, resources) => new TopicNode(world, plan, resources),
}
