import { addNode } from '../addNode.ts'
import { defaultNode } from '../defaults.ts'
import { fieldsOf } from '../fields.ts'
import { renameNode } from '../nodeEdits.ts'
import type { Intervention, NodeKind, Scenario, ScenarioNode } from '../scenario.ts'
import { connect } from '../structureEdits.ts'
import { whereOf } from '../where.ts'
import { bottomOf, GAP, HEIGHTS, READER_HEIGHT, rightOf, tops, WORKER_HEIGHT, workersOf } from './room.ts'
import { type Side, sideOf } from './sides.ts'

// The same traffic through the other service: the producers stay, and get a second way to readers who work as fast.

const TOPIC_TO_QUEUE = 290
const STORE_TO_READER = 560

/** Why the traffic cannot be sent through this side too; null when it can. */
export function sameOnRefusal(scenario: Scenario, side: Side): string | null {
  if (sideOf(scenario, side).entries.length > 0)
    return side === 'sqs' ? 'A queue gets this traffic already.' : 'A stream gets this traffic already.'
  const other = sideOf(scenario, side === 'sqs' ? 'kinesis' : 'sqs')
  if (other.entries.length === 0) return 'No producer sends to a stream or a queue yet.'
  return other.readers.length === 0 ? 'Nobody reads yet.' : null
}

/**
 * The scenario with the same producers feeding the other service as well, below what is there: for each application a queue of
 * its own behind a topic, or for each queue's readers an application on one stream. Readers keep their names, workers, times of work
 * and crashes. The same object when `sameOnRefusal` gives a reason.
 */
export function sameOn(scenario: Scenario, side: Side): Scenario {
  if (sameOnRefusal(scenario, side) !== null) return scenario
  const { entries, readers } = sideOf(scenario, side === 'sqs' ? 'kinesis' : 'sqs')
  // One more store fits below; a column of them stands beside, which fills a wide stage better.
  const beside = side === 'sqs' && readers.length > 1
  const desk = { document: scenario, y: beside ? Math.min(...tops(scenario)) : bottomOf(scenario) + GAP }
  const x = Math.min(...entries.map((entry) => entry.x))
  const producers = scenario.nodes.filter(
    ({ id, kind }) =>
      kind === 'producer' && scenario.links.some(({ from, to }) => from === id && entries.some((one) => one.id === to)),
  )
  const feed = (id: string) => {
    for (const producer of producers) desk.document = connect(desk.document, producer.id, id)
  }
  if (side === 'kinesis') {
    const stream = put(desk, 'stream', x, desk.y, { shards: shardsFor(producers, scenario) })
    feed(stream)
    readers.forEach((reader, i) => {
      const kind = reader.kind === 'pool' ? 'application' : reader.kind
      putReader(desk, kind, reader, stream, x + STORE_TO_READER, desk.y + i * READER_HEIGHT)
    })
  } else {
    const topic = readers.length > 1 ? put(desk, 'topic', x, bottomOf(scenario) + GAP, {}) : null
    if (topic !== null) feed(topic)
    for (const reader of readers) {
      const queueX = topic === null ? x : Math.max(rightOf(scenario), x + TOPIC_TO_QUEUE) + GAP
      const queue = put(desk, 'queue', queueX, desk.y, {})
      if (topic === null) feed(queue)
      else {
        desk.document = renameNode(desk.document, queue, `${reader.name} queue`)
        desk.document = connect(desk.document, topic, queue)
      }
      putReader(
        desk,
        reader.kind === 'application' ? 'pool' : reader.kind,
        reader,
        queue,
        queueX + STORE_TO_READER,
        desk.y,
      )
      desk.y += Math.max(HEIGHTS.queue ?? 0, READER_HEIGHT + workersOf(reader) * WORKER_HEIGHT)
    }
  }
  return desk.document
}

type Desk = { document: Scenario; y: number }

/** Adds a node and gives it these fields; returns its id. */
function put(desk: Desk, kind: NodeKind, x: number, y: number, own: Record<string, unknown>): string {
  const grown = addNode(desk.document, kind, x, y)
  const node = grown.nodes.at(-1)
  if (grown === desk.document || node === undefined) return ''
  desk.document = { ...grown, nodes: grown.nodes.with(-1, { ...node, ...own } as ScenarioNode) }
  return node.id
}

/** A reader like this one on another store: all fields that both kinds have, the same crashes of its workers. */
function putReader(desk: Desk, kind: NodeKind, like: ScenarioNode, store: string, x: number, y: number): void {
  const names = fieldsOf(kind).map((field) => field.name)
  const own = Object.fromEntries(Object.entries(like).filter(([name]) => names.includes(name)))
  const id = put(desk, kind, x, y, own)
  if (id === '') return
  desk.document = renameNode(connect(desk.document, store, id), id, like.name)
  const copies = desk.document.interventions.flatMap((step): Intervention[] =>
    step.node === like.id && (step.action === 'crash' || step.action === 'start') ? [{ ...step, node: id }] : [],
  )
  if (copies.length > 0)
    desk.document = {
      ...desk.document,
      interventions: [...desk.document.interventions, ...copies].sort((a, b) => a.at - b.at),
    }
}

/** So many shards that the mean rate fits the limits of each (KIN1.01, KIN1.02), as one would provision them. */
function shardsFor(producers: readonly ScenarioNode[], document: Scenario): number {
  const shard = defaultNode('stream', 'one', 0, 0, whereOf(document))
  let records = 0
  let bytes = 0
  for (const node of producers) {
    if (node.kind !== 'producer') continue
    records += node.rate
    bytes += (node.rate * (node.recordBytes + Math.max(node.recordBytes, node.recordBytesMax))) / 2
  }
  return Math.max(1, Math.ceil(records / shard.writeRecordsPerSecond), Math.ceil(bytes / shard.writeBytesPerSecond))
}
