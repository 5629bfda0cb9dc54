import { AggregatorNode } from '../aggregator/aggregatorNode.ts'
import { ArchiveNode } from '../archive/archiveNode.ts'
import type { BuildCallingProcessor } from '../clients/buildReaders.ts'
import { CallingProcessor } from '../clients/callingProcessor.ts'
import type { BuildCoordination } from '../clients/coordination.ts'
import { KclCoordination } from '../clients/kcl/kclCoordination.ts'
import { DownstreamNode } from '../downstream/downstreamNode.ts'
import { LambdaNode } from '../lambda/lambdaNode.ts'
import { MoveTask } from '../sqs/moveTask.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { FifoQueueNode } from './fifoQueueNode.ts'
import { Monolith } from './monolith.ts'
import type { NodeModel, NodeResources } from './nodeModel.ts'
import type { NodePlan, RegisteredKind } from './nodePlans.ts'
import { TopicNode } from './topicNode.ts'

type PlanOf<K extends RegisteredKind> = Extract<NodePlan, { kind: K }>

/** How the models of the registered kinds are made, and whatever else only some scenes need. */
export type NodeBuilders = {
  readonly [K in RegisteredKind]: (world: World, plan: PlanOf<K>, resources: NodeResources) => NodeModel
} & {
  readonly kcl: BuildCoordination
  /** For an application that calls a system downstream. */
  readonly callingProcessor: BuildCallingProcessor
  /** For a queue whose dead letters can be moved back. */
  readonly moveTask: (world: World, source: QueueModel, timer: number, queues: readonly QueueModel[]) => MoveTask
}

export const NODE_BUILDERS: NodeBuilders = {
  aggregator: (world, plan, resources) => new AggregatorNode(world, plan, resources),
  archive: (world, plan, resources) => new ArchiveNode(world, plan, resources),
  callingProcessor: (world, parts, downstream, onBatchDone) =>
    new CallingProcessor(world, parts, downstream, onBatchDone),
  downstream: (world, plan, resources) => new DownstreamNode(world, plan, resources),
  fifoQueue: (world, plan, resources) => new FifoQueueNode(world, plan, resources),
  lambda: (world, plan, resources) => new LambdaNode(world, plan, resources),
  monolith: (world, plan, resources) => new Monolith(world, plan, resources),
  kcl: (world, application, plan, resources) => new KclCoordination(world, application, plan, resources),
  moveTask: (world, source, timer, queues) =>
    // A record is one thing for life: in a run it is not told apart by its id, so nothing is renewed.
    new MoveTask(world, source, {
      timer,
      queueOf: (number) => queues[number] ?? null,
      renew: (reference) => reference,
    }),
  topic: (world, plan, resources) => new TopicNode(world, plan, resources),
}
