import { AggregatorNode } from '../aggregator/aggregatorNode.ts'
import { ArchiveNode } from '../archive/archiveNode.ts'
import type { BuildCallingProcessor } from '../clients/buildReaders.ts'
import { ByHand, isCalledByHand } from '../clients/byHand.ts'
import { CallingProcessor } from '../clients/callingProcessor.ts'
import { FanOutReader } from '../clients/fanOutReader.ts'
import { KclCoordination } from '../clients/kcl/kclCoordination.ts'
import type { ApplicationBuilders } from '../clients/kinesisApplication.ts'
import { KplLink } from '../clients/kpl/kplLink.ts'
import type { KplPlan } from '../clients/kpl/kplPlan.ts'
import type { LinkParts } from '../clients/linkParts.ts'
import { ParallelProcessor } from '../clients/parallelProcessor.ts'
import type { PoolResources } from '../clients/poolState.ts'
import type { Producer, ProducerBuilders } from '../clients/producer.ts'
import type { ProducerLink } from '../clients/producerLink.ts'
import { Reach } from '../clients/reach.ts'
import { WorkerPool } from '../clients/workerPool.ts'
import type { Downstream } from '../downstream/downstream.ts'
import { DownstreamNode } from '../downstream/downstreamNode.ts'
import { RateShape } from '../kernel/rateProfile.ts'
import type { Stream } from '../kinesis/stream.ts'
import { STREAM_BUILDERS, type StreamBuilders } from '../kinesis/streamBuilders.ts'
import { KinesisQueueNode } from '../kinesisQueue/kinesisQueueNode.ts'
import { LambdaNode } from '../lambda/lambdaNode.ts'
import type { Plan, PoolPlan, QueuePlan } from '../plan.ts'
import { MoveTask } from '../sqs/moveTask.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import { type QueueResources, StandardQueue } from '../sqs/standardQueue.ts'
import type { World } from '../world.ts'
import { FifoQueueNode } from './fifoQueueNode.ts'
import { Monolith } from './monolith.ts'
import type { NodeModel, NodeResources } from './nodeModel.ts'
import type { NodePlan, RegisteredKind } from './nodePlans.ts'
import { TopicNode } from './topicNode.ts'

type PlanOf<K extends RegisteredKind> = Extract<NodePlan, { kind: K }>

/** How the models are made that not every scene needs: all but producers, streams and their plain readers. */
export type NodeBuilders = {
  readonly [K in RegisteredKind]: (
    world: World,
    plan: PlanOf<K>,
    resources: NodeResources,
    streams: readonly Stream[],
  ) => NodeModel
} & StreamBuilders &
  ProducerBuilders &
  ApplicationBuilders & {
    readonly queue: (world: World, plan: QueuePlan, resources: QueueResources) => StandardQueue
    readonly pool: (
      world: World,
      plan: PoolPlan,
      queue: QueueModel,
      resources: PoolResources,
      downstream: Downstream | null,
    ) => WorkerPool
    /** For calls that a person makes. */
    readonly byHand: (world: World, plan: Plan, producers: readonly Producer[], queues: number) => ByHand | null
    /** For an application that calls a system downstream. */
    readonly callingProcessor: BuildCallingProcessor
    /** For a producer that sends to a stream with the producer library. */
    readonly kplLink: (world: World, parts: LinkParts, stream: Stream, plan: KplPlan) => ProducerLink
    /** For a queue whose dead letters can be moved back. */
    readonly moveTask: (world: World, source: QueueModel, timer: number, queues: readonly QueueModel[]) => MoveTask
  }

export const NODE_BUILDERS: NodeBuilders = {
  ...STREAM_BUILDERS,
  aggregator: (world, plan, resources) => new AggregatorNode(world, plan, resources),
  archive: (world, plan, resources) => new ArchiveNode(world, plan, resources),
  byHand: (world, plan, producers, queues) => (isCalledByHand(plan) ? new ByHand(world, producers, queues) : null),
  callingProcessor: (world, parts, downstream, onBatchDone) =>
    new CallingProcessor(world, parts, downstream, onBatchDone),
  downstream: (world, plan, resources) => new DownstreamNode(world, plan, resources),
  fanOutReader: (world, parts, plan) => new FanOutReader(world, parts, plan),
  fifoQueue: (world, plan, resources) => new FifoQueueNode(world, plan, resources),
  kinesisQueue: (world, plan, resources, streams) =>
    new KinesisQueueNode(world, plan, resources, streams[plan.stream]!),
  lambda: (world, plan, resources) => new LambdaNode(world, plan, resources),
  monolith: (world, plan, resources) => new Monolith(world, plan, resources),
  kplLink: (world, parts, stream, plan) => new KplLink(world, parts, stream, plan),
  kcl: (world, application, plan, resources) => new KclCoordination(world, application, plan, resources),
  reach: (world) => new Reach(world),
  moveTask: (world, source, timer, queues) =>
    // A record is one thing for life: in a run it is not told apart by its id, so nothing is renewed.
    new MoveTask(world, source, {
      timer,
      queueOf: (number) => queues[number] ?? null,
      renew: (reference) => reference,
    }),
  parallelProcessor: (world, parts) => new ParallelProcessor(world, parts),
  pool: (world, plan, queue, resources, downstream) => new WorkerPool(world, plan, queue, resources, downstream),
  queue: (world, plan, resources) => new StandardQueue(world, plan, resources),
  rateShape: (profile) => new RateShape(profile),
  topic: (world, plan, resources) => new TopicNode(world, plan, resources),
}
