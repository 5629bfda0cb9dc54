import { consumersMost } from '../../scenario/fanOutNumbers.ts'
import type { ApplicationNode, KinesisQueueNode, LambdaNode, Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { isOnDemand } from '../../scenario/streamMode.ts'
import { whereOf } from '../../scenario/where.ts'

/** KIN3.02, KIN6.03: whether its stream has room for a reader as a registered consumer; those that stand first in the scene came first. */
export function isConsumer(scenario: Scenario, reader: ApplicationNode | LambdaNode | KinesisQueueNode): boolean {
  const streamOf = (id: string) => scenario.links.find((link) => link.to === id)?.from
  const stream = streamOf(reader.id)
  const consumers = scenario.nodes.filter(
    (node) =>
      (node.kind === 'kinesisQueue' ||
        ((node.kind === 'application' || node.kind === 'lambda') && node.reading === 'fanOut')) &&
      streamOf(node.id) === stream,
  )
  const read = scenario.nodes.find((node) => node.id === stream)
  const hasAdvantage = read?.kind === 'stream' && read.capacityMode === 'onDemandAdvantage'
  return consumers.indexOf(reader) < consumersMost(whereOf(scenario), hasAdvantage)
}

/** KIN6.02, KIN6.03: whether AWS creates the queue: on an on-demand stream that has room for it. Of all other nodes: yes. */
export function isCreated(scenario: Scenario, node: ScenarioNode): boolean {
  if (node.kind !== 'kinesisQueue') return true
  const source = scenario.links.find((link) => link.to === node.id)?.from
  const stream = scenario.nodes.find(({ id }) => id === source)
  return stream?.kind === 'stream' && isOnDemand(stream) && isConsumer(scenario, node)
}
