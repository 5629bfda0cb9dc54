import { consumersMost } from './fanOutNumbers.ts'
import type { ApplicationNode, KinesisQueueNode, LambdaNode, Scenario, StreamNode } from './scenario.ts'
import { isOnDemand } from './streamMode.ts'
import { whereOf } from './where.ts'

type Consumer = ApplicationNode | LambdaNode | KinesisQueueNode

/**
 * KIN3.02, KIN6.03: readers that ask a stream for a place among its registered consumers: by enhanced fan-out, or as a Kinesis queue
 * where it is on-demand. Those that stand first in the scene came first: from `most` on they are refused.
 */
export function registeredConsumers(
  scenario: Scenario,
  stream: StreamNode,
): { consumers: readonly Consumer[]; most: number } {
  const linked = new Set(scenario.links.filter(({ from }) => from === stream.id).map(({ to }) => to))
  const consumers = scenario.nodes.filter(
    (node): node is Consumer =>
      linked.has(node.id) &&
      (node.kind === 'kinesisQueue'
        ? isOnDemand(stream)
        : (node.kind === 'application' || node.kind === 'lambda') && node.reading === 'fanOut'),
  )
  return { consumers, most: consumersMost(whereOf(scenario), stream.capacityMode === 'onDemandAdvantage') }
}
