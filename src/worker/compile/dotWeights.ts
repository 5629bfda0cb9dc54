import { meanBytesTo, userRecordsEach } from '../../scenario/kplNumbers.ts'
import type { NodeKind, ProducerNode, Scenario, ScenarioNode, StreamNode } from '../../scenario/scenario.ts'
import { shardsAtStart } from '../../scenario/streamMode.ts'

const WEIGHTS = [1, 10, 50, 100, 500, 1000, 5000]
/** A column of a tape has ten cells. */
const DOTS_IN_COLUMN = 10
/** Up to this many messages a second there is room for one bead each. */
const BEADS_PER_SECOND = 12

/** What producers send to. */
const HOLDS: readonly NodeKind[] = ['stream', 'queue', 'fifoQueue', 'topic', 'monolith']

/**
 * How many records one dot stands for, for each store: one (a bead) while they fit, else so many that a column at
 * the limit has at most ten dots. Stores that get the same traffic are drawn alike, so that dots can be compared.
 */
export function dotWeights(scenario: Scenario): Map<string, number> {
  const weights = new Map<string, number>()
  const stores = scenario.nodes.filter(({ kind }) => HOLDS.includes(kind))
  for (const store of stores) weights.set(store.id, weightOf(scenario, store))
  for (const producer of scenario.nodes) {
    if (producer.kind !== 'producer') continue
    const fed = scenario.links.filter(({ from, to }) => from === producer.id && weights.has(to)).map(({ to }) => to)
    const largest = Math.max(1, ...fed.map((id) => weights.get(id)!))
    for (const id of fed) weights.set(id, largest)
  }
  // What a topic passes on is drawn as it came.
  for (const topic of stores.filter(({ kind }) => kind === 'topic'))
    for (const { to } of scenario.links.filter(({ from }) => from === topic.id)) weights.set(to, weights.get(topic.id)!)
  // A Kinesis queue has the records of its stream, and marks that can be counted beside its dots.
  const queues = new Set(scenario.nodes.flatMap(({ kind, id }) => (kind === 'kinesisQueue' ? [id] : [])))
  for (const { from, to } of scenario.links) if (queues.has(to)) weights.set(to, weights.get(from) ?? 1)
  // So are dead letters; the queues before them have their weights by now, in the order of the links.
  for (const { from, to } of scenario.links)
    if (stores.some(({ id, kind }) => id === from && kind === 'queue') && weights.has(to))
      weights.set(to, weights.get(from)!)
  return weights
}

function weightOf(scenario: Scenario, store: ScenarioNode): number {
  const producers = scenario.nodes.filter(
    (node): node is ProducerNode =>
      node.kind === 'producer' && scenario.links.some(({ from, to }) => from === node.id && to === store.id),
  )
  const rate = producers.reduce(
    (sum, node) =>
      sum +
      highestRate(scenario, node) *
        (node.profile === 'constant' || node.profile === 'onOff' ? 1 : Math.max(1, node.peakFactor)),
    0,
  )
  const shards = store.kind === 'stream' ? shardsAtStart(store) : 1
  if (rate / shards <= BEADS_PER_SECOND) return 1
  const ceiling = store.kind === 'stream' ? ceilingOf(scenario, store) : Math.max(rate, 1000)
  return WEIGHTS.find((weight) => ceiling / weight <= DOTS_IN_COLUMN) ?? WEIGHTS.at(-1)!
}

/** A rate that is turned up later must not be drawn in beads either: the weight is the same in the whole run. */
function highestRate({ interventions }: Scenario, { id, rate }: ProducerNode): number {
  return interventions.reduce(
    (most, step) =>
      step.action === 'set' && step.node === id && step.field === 'rate' ? Math.max(most, Number(step.value)) : most,
    rate,
  )
}

/** Records that a shard takes in a second; where most come packed by the producer library, as many as their bytes leave room for. */
function ceilingOf(scenario: Scenario, stream: StreamNode): number {
  const each = userRecordsEach(scenario, stream)
  if (each < 2) return stream.writeRecordsPerSecond
  return Math.min(each * stream.writeRecordsPerSecond, stream.writeBytesPerSecond / meanBytesTo(scenario, stream))
}
