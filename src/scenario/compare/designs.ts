import type { NodeKind, Scenario, ScenarioNode } from '../scenario.ts'
import { sameArrivals } from './arrivals.ts'
import { sharedProducers, sideOf } from './sides.ts'

/** One of two designs: what makes records, what keeps them, who reads. */
export type Design = {
  name: string
  /** Where it is, as a sentence says it. */
  at: string
  producers: readonly ScenarioNode[]
  /** What its producers send to. */
  entries: readonly ScenarioNode[]
  stores: readonly ScenarioNode[]
  readers: readonly ScenarioNode[]
}

/** equal: the same records at the same moments on both sides; own: each side makes its own. */
export type Compared = { designs: readonly [Design, Design]; arrivals: 'equal' | 'own' }

const STORES: readonly NodeKind[] = ['stream', 'queue', 'fifoQueue', 'kinesisQueue', 'monolith']
const READERS: readonly NodeKind[] = ['application', 'pool', 'lambda', 'aggregator', 'monolith']

/** The two designs of a document that holds two: one set against it, or a stream and a queue of the same producers; else null. */
export function comparedIn(scenario: Scenario): Compared | null {
  if (scenario.against !== undefined) return set(scenario, scenario.against.title)
  const producers = sharedProducers(scenario)
  if (producers.length === 0) return null
  const of = (side: 'kinesis' | 'sqs', name: string): Design => ({
    ...{ name, at: `in ${name}`, producers },
    ...sideOf(scenario, side),
  })
  return { designs: [of('kinesis', 'Kinesis'), of('sqs', 'SQS')], arrivals: 'equal' }
}

function set(scenario: Scenario, title: string): Compared {
  const there = new Map(scenario.against?.nodes)
  const design = (name: string, at: string, isThere: boolean): Design => {
    const nodes = scenario.nodes.filter(({ id }) => there.has(id) === isThere)
    const ids = new Set(nodes.map(({ id }) => id))
    const links = scenario.links.filter(({ to }) => ids.has(to))
    const producers = scenario.nodes.filter(
      ({ id, kind }) => kind === 'producer' && links.some(({ from }) => from === id),
    )
    return {
      name,
      at,
      producers,
      entries: nodes.filter(({ id }) =>
        links.some(({ from, to }) => to === id && producers.some((p) => p.id === from)),
      ),
      stores: nodes.filter(({ kind }) => STORES.includes(kind)),
      readers: nodes.filter(({ kind }) => READERS.includes(kind)),
    }
  }
  const designs = [design('This scene', 'above', false), design(title, 'below', true)] as const
  return { designs, arrivals: areEqual(scenario, designs, there) ? 'equal' : 'own' }
}

/** Either the producers are the same ones, or each has a twin that makes the same. */
function areEqual(scenario: Scenario, [here, other]: Compared['designs'], as: ReadonlyMap<string, string>): boolean {
  const ids = (design: Design) => design.producers.map(({ id }) => id)
  if (here.producers.length === 0) return false
  if (JSON.stringify(ids(here)) === JSON.stringify(ids(other))) return true
  const only = ({ producers }: Design, nameOf: (id: string) => string): Scenario => ({
    ...scenario,
    nodes: producers.map((node) => ({ ...node, id: nameOf(node.id) })),
    interventions: scenario.interventions.flatMap((step) =>
      producers.some(({ id }) => id === step.node) ? [{ ...step, node: nameOf(step.node) }] : [],
    ),
  })
  return sameArrivals(
    only(here, (id) => id),
    only(other, (id) => as.get(id) ?? id),
  )
}
