import type { Engine } from '../engine.ts'
import type { KinesisQueueNode } from '../kinesisQueue/kinesisQueueNode.ts'
import type { NodeModel } from '../nodes/nodeModel.ts'
import type { NodePlan } from '../nodes/nodePlans.ts'

/** The Kinesis queue in a place among all queues; null when another kind of queue stands there. */
export function kinesisQueueOf({ nodes }: Pick<Engine, 'nodes'>, queue: number): KinesisQueueNode | null {
  const node = nodes.find(({ asQueue }) => asQueue?.number === queue)
  if ((node?.plan as NodePlan | undefined)?.kind !== 'kinesisQueue') return null
  return node as NodeModel as KinesisQueueNode
}
