import { keysOfLink } from '../linkKeys.ts'
import { listedKeys } from '../recordSize.ts'
import type { ProducerNode, Scenario } from '../scenario.ts'
import { routesItself } from '../wiring.ts'
import type { Problem } from './problem.ts'

/** What surprises about a producer that does itself what a topic is for: it knows every queue and routes to each. */
export function routingProblems(scenario: Scenario, producer: ProducerNode): Problem[] {
  if (!routesItself(scenario, producer.id)) return []
  return [...keysOfNoLink(scenario, producer), ...partialFailures(scenario, producer)]
}

function keysOfNoLink({ links }: Scenario, producer: ProducerNode): Problem[] {
  const filters = links.filter(({ from }) => from === producer.id).map(keysOfLink)
  if (producer.keys !== 'list' || filters.some((keys) => keys.length === 0)) return []
  const wanted = filters.flat()
  const isWanted = (key: string) =>
    wanted.some((pattern) => (pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern))
  const lost = listedKeys(producer.keyList).find((key) => !isWanted(key))
  if (lost === undefined) return []
  const text = `Records with the key ${lost.slice(0, 20)} go nowhere: no link of ${producer.name} is for it.`
  return [{ nodeId: producer.id, field: 'keyList', text }]
}

/** SNS.01: a topic takes a message once and sees to the copies; without one each call may fail on its own. */
function partialFailures({ links }: Scenario, producer: ProducerNode): Problem[] {
  const { attemptsMax, whenFull, callFailureShare } = producer
  const losesCalls = callFailureShare > 0 && (attemptsMax > 0 || whenFull !== 'block')
  if (!losesCalls || links.filter(({ from }) => from === producer.id).length < 2) return []
  const text = `${producer.name} sends to each queue by a call of its own: when one is lost, a record reaches some of its queues only.`
  return [{ nodeId: producer.id, field: 'attemptsMax', text }]
}
