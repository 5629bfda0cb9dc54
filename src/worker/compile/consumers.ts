import { registeredConsumers } from '../../scenario/registeredConsumers.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'

/** KIN3.02, KIN6.03: whether its stream has room for a reader as a registered consumer. */
export function isConsumer(scenario: Scenario, reader: ScenarioNode): boolean {
  const source = scenario.links.find((link) => link.to === reader.id)?.from
  const stream = scenario.nodes.find(({ id }) => id === source)
  if (stream?.kind !== 'stream') return false
  const { consumers, most } = registeredConsumers(scenario, stream)
  return consumers.slice(0, most).some(({ id }) => id === reader.id)
}

/** KIN6.02, KIN6.03: whether AWS creates the queue: on an on-demand stream that has room for it. Of all other nodes: yes. */
export function isCreated(scenario: Scenario, node: ScenarioNode): boolean {
  return node.kind !== 'kinesisQueue' || isConsumer(scenario, node)
}
