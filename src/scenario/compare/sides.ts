import type { NodeKind, Scenario, ScenarioNode } from '../scenario.ts'

/** The two ways in which one traffic can reach its readers. */
export type Side = 'kinesis' | 'sqs'

/** Stores of a side that the same producers feed, what passes copies on to them, and who reads them. */
export type SideNodes = { entries: ScenarioNode[]; stores: ScenarioNode[]; readers: ScenarioNode[] }

const ENTRIES: Readonly<Record<Side, readonly NodeKind[]>> = {
  kinesis: ['stream'],
  sqs: ['queue', 'fifoQueue', 'topic'],
}
const STORES: Readonly<Record<Side, readonly NodeKind[]>> = { kinesis: ['stream'], sqs: ['queue', 'fifoQueue'] }
const READERS: readonly NodeKind[] = ['application', 'pool', 'lambda', 'aggregator']

const after = (scenario: Scenario, from: readonly ScenarioNode[], kinds: readonly NodeKind[]): ScenarioNode[] => {
  const ids = new Set(from.map(({ id }) => id))
  const reached = new Set(scenario.links.filter((link) => ids.has(link.from)).map((link) => link.to))
  return scenario.nodes.filter((node) => reached.has(node.id) && kinds.includes(node.kind))
}

/** What stands on one side of the traffic of all producers; dead letters belong to the queue that gave them up. */
export function sideOf(scenario: Scenario, side: Side): SideNodes {
  const producers = scenario.nodes.filter(({ kind }) => kind === 'producer')
  const entries = after(scenario, producers, ENTRIES[side])
  const copies = after(
    scenario,
    entries.filter(({ kind }) => kind === 'topic'),
    STORES[side],
  )
  const stores = scenario.nodes.filter(
    (node) => (entries.includes(node) && STORES[side].includes(node.kind)) || copies.includes(node),
  )
  return { entries, stores, readers: after(scenario, stores, READERS) }
}

/** Producers that feed both sides: what they send is the same on both, byte for byte. */
export function sharedProducers(scenario: Scenario): ScenarioNode[] {
  const feeds = (id: string, side: Side) =>
    sideOf(scenario, side).entries.some((entry) =>
      scenario.links.some(({ from, to }) => from === id && to === entry.id),
    )
  return scenario.nodes.filter(({ id, kind }) => kind === 'producer' && feeds(id, 'kinesis') && feeds(id, 'sqs'))
}
