import { consumersMost } from '../../scenario/fanOutNumbers.ts'
import type { ApplicationNode, LambdaNode, Scenario } from '../../scenario/scenario.ts'
import { whereOf } from '../../scenario/where.ts'

/** KIN3.02: whether its stream has room for a reader as a registered consumer; those that stand first in the scene came first. */
export function isConsumer(scenario: Scenario, reader: ApplicationNode | LambdaNode): boolean {
  const streamOf = (id: string) => scenario.links.find((link) => link.to === id)?.from
  const stream = streamOf(reader.id)
  const consumers = scenario.nodes.filter(
    (node) =>
      (node.kind === 'application' || node.kind === 'lambda') &&
      node.reading === 'fanOut' &&
      streamOf(node.id) === stream,
  )
  const read = scenario.nodes.find((node) => node.id === stream)
  const hasAdvantage = read?.kind === 'stream' && read.capacityMode === 'onDemandAdvantage'
  return consumers.indexOf(reader) < consumersMost(whereOf(scenario), hasAdvantage)
}
