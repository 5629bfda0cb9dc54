import type { Compared, Design } from '../../scenario/compare/designs.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { lagText, rateText } from '../../ui/rateText.ts'

/** What a reading of the run must answer (GaugeReader). */
export type Reads = {
  value: (nodeId: string, name: string, row?: number) => number
  rows: (nodeId: string) => number
}

/** One thing that is counted in both designs. Every number is the engine's. */
export type ComparedRow = {
  label: string
  values: readonly [number, number]
  texts: readonly [string, string]
  /** Above 0 something is refused or lost. */
  isLoss: boolean
}

type Nodes = readonly ScenarioNode[]

/** What one design is asked for: sums of gauges over nodes; a kind that does not have a gauge counts 0. */
function countsOf(scenario: Scenario, reader: Reads, design: Design) {
  const known = (value: number) => (Number.isFinite(value) ? value : 0)
  const sum = (nodes: Nodes, ...names: string[]) =>
    names.reduce((all, name) => nodes.reduce((total, { id }) => total + known(reader.value(id, name)), all), 0)
  const most = (nodes: Nodes, name: string) => Math.max(0, ...nodes.map(({ id }) => known(reader.value(id, name))))
  const of = (...kinds: ScenarioNode['kind'][]) => design.stores.filter(({ kind }) => kinds.includes(kind))
  const [streams, queues] = [of('stream'), of('queue', 'fifoQueue')]
  const onStream = design.readers.filter(({ id }) =>
    scenario.links.some(({ from, to }) => to === id && streams.some((stream) => stream.id === from)),
  )
  const retained = streams
    .flatMap(({ id }) => Array.from({ length: reader.rows(id) }, (_, row) => known(reader.value(id, 'retained', row))))
    .reduce((total, value) => total + value, 0)
  const held = sum(queues, 'visible', 'inFlight', 'delayed')
  // A producer has one row for each of its links, in their order.
  const links = (name: string) =>
    design.producers.reduce((all, { id }) => {
      const own = scenario.links.filter(({ from }) => from === id)
      const here = own.flatMap(({ to }, row) => (design.entries.some((entry) => entry.id === to) ? [row] : []))
      return all + here.reduce((total, row) => total + known(reader.value(id, name, row)), 0)
    }, 0)
  return {
    made: sum(design.producers, 'arrivalsTotal'),
    refused: links('refusedTotal'),
    read: sum(design.readers, 'deliveriesTotal'),
    done: sum(design.readers, 'processedTotal', 'countedTotal'),
    again: sum(design.readers, 'processedAgainTotal', 'duplicatesTotal'),
    waiting:
      sum(onStream, 'backlog') +
      held +
      sum(of('kinesisQueue'), 'visible', 'inFlight') +
      sum(of('monolith'), 'buffered'),
    age: Math.max(most(onStream, 'ageMicros'), most(onStream, 'iteratorAgeMicros'), most(queues, 'oldestAgeMicros')),
    deleted: sum(queues, 'deletedTotal'),
    kept: retained + held,
    givenUp: sum(queues, 'deadLetteredTotal') + sum(design.readers, 'discardedTotal', 'skippedTotal'),
    lost:
      links('droppedTotal') +
      links('givenUpTotal') +
      sum(design.readers, 'lostUnreadTotal', 'lostTotal') +
      sum(queues, 'expiredTotal') +
      sum(onStream, 'expiredTotal'),
  }
}

const ROWS: readonly (readonly [
  label: string,
  name: keyof ReturnType<typeof countsOf>,
  as?: 'age' | 'loss' | 'rare' | 'rareLoss',
])[] = [
  ['New records', 'made'],
  ['Attempts refused', 'refused', 'loss'],
  ['Read', 'read'],
  ['Done', 'done'],
  ['Done again', 'again'],
  ['Waiting for a reader', 'waiting'],
  ['Oldest that waits', 'age', 'age'],
  ['Deleted', 'deleted'],
  ['Still kept', 'kept'],
  ['Given up', 'givenUp', 'rareLoss'],
  ['Lost', 'lost', 'loss'],
]

/** What differs between both designs at the moment of this reading. */
export function compared(scenario: Scenario, { designs }: Compared, reader: Reads): ComparedRow[] {
  const [left, right] = [countsOf(scenario, reader, designs[0]), countsOf(scenario, reader, designs[1])]
  return ROWS.flatMap(([label, name, as]): ComparedRow[] => {
    const values = [left[name], right[name]] as const
    if (as === 'rareLoss' && values[0] + values[1] === 0) return []
    const text = as === 'age' ? lagText : rateText
    return [{ label, values, texts: [text(values[0]), text(values[1])], isLoss: as === 'loss' || as === 'rareLoss' }]
  })
}

/** What the counts say, in at most four sentences: only what differs, and first whether the traffic is the same. */
export function saidOf(rows: readonly ComparedRow[], { designs, arrivals }: Compared): string[] {
  const of = (label: string) => rows.find((row) => row.label === label)
  const [left, right] = designs.map(({ at }) => at) as [string, string]
  const said: string[] = []
  const made = of('New records')
  if (made !== undefined && arrivals === 'own')
    said.push(`Not the same traffic: ${made.texts[0]} new records ${left}, ${made.texts[1]} ${right}.`)
  else if (made !== undefined && made.values[0] > 0 && made.values[0] === made.values[1])
    said.push(`The same ${made.texts[0]} records were sent to both.`)
  const differ = (label: string, sentence: (one: string, other: string) => string) => {
    const row = of(label)
    if (row !== undefined && row.texts[0] !== row.texts[1] && said.length < SENTENCES)
      said.push(sentence(row.texts[0], row.texts[1]))
  }
  differ('Lost', (one, other) => `Lost: ${one} ${left}, ${other} ${right}.`)
  differ('Done again', (one, other) => `Worked more than once: ${one} ${left}, ${other} ${right}.`)
  differ('Waiting for a reader', (one, other) => `Waiting: ${one} ${left}, ${other} ${right}.`)
  differ('Still kept', (one, other) => `Kept, read or not: ${one} ${left}, ${other} ${right}.`)
  differ('Attempts refused', (one, other) => `Refused attempts: ${one} ${left}, ${other} ${right}.`)
  if (said.length === 1 && made !== undefined && made.values[0] > 0) said.push('So far both come to the same.')
  return said
}

const SENTENCES = 4
