import { AGGREGATOR } from '../aggregator/aggregatorSpec.ts'
import { ARCHIVE } from '../archive/archiveSpec.ts'
import { DOWNSTREAM } from '../downstream/downstreamSpec.ts'
import { KINESIS_QUEUE } from '../kinesisQueue/kinesisQueueSpec.ts'
import { LAMBDA } from '../lambda/lambdaSpec.ts'
import { FIFO_QUEUE } from './fifoQueueSpec.ts'
import { MONOLITH } from './monolithSpec.ts'
import type { NodeKindSpec } from './nodeKindSpec.ts'
import type { NodePlan, RegisteredKind } from './nodePlans.ts'
import { TOPIC } from './topicSpec.ts'

type Specs = { readonly [K in RegisteredKind]: NodeKindSpec<Extract<NodePlan, { kind: K }>> }

/** All kinds of node beside producers, streams, standard queues, applications and pools. */
export const NODE_SPECS: Specs = {
  monolith: MONOLITH,
  topic: TOPIC,
  lambda: LAMBDA,
  downstream: DOWNSTREAM,
  aggregator: AGGREGATOR,
  fifoQueue: FIFO_QUEUE,
  archive: ARCHIVE,
  kinesisQueue: KINESIS_QUEUE,
}

/** The spec of a node's kind. */
export function specOf(plan: NodePlan): NodeKindSpec<NodePlan> {
  return NODE_SPECS[plan.kind] as NodeKindSpec<NodePlan>
}
