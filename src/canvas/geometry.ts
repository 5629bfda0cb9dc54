import type { Layout, PaintedKey } from '../protocol/layout.ts'
import { userRecordsEach } from '../scenario/kplNumbers.ts'
import { isPlain, type PlainNode } from '../scenario/plainKinds.ts'
import type { ApplicationNode, Scenario, ScenarioNode } from '../scenario/scenario.ts'
import { isOnDemand, shardsAtStart } from '../scenario/streamMode.ts'
import { foldedAtStart } from './foldedAtStart.ts'
import { perMark } from './kinds/drawing.ts'
import { pushedDown } from './makeRoom.ts'
import { CELLS, type Point } from './measures.ts'
import { type NoteGeometry, noteGeometry } from './noteGeometry.ts'
import { type PlainGeometry, plainGeometry } from './plainGeometry.ts'
import { type ProducerGeometry, producerGeometry } from './producerGeometry.ts'
import { type QueueGeometry, queueGeometry } from './queueGeometry.ts'
import { type ApplicationGeometry, applicationGeometry, type PoolGeometry, poolGeometry } from './readerGeometry.ts'
import { firstShards, type ShownShard } from './shownShards.ts'
import { hashY, nudged, type StreamGeometry, streamGeometry } from './streamGeometry.ts'
import { columnOf, type TapeUnitSeconds } from './tapeUnit.ts'

// The whole scene in flow coordinates: one place that says where everything stands, used by the
// nodes, the links and the painter alike, so that a dot and the line under it cannot disagree.

export type Placed<N extends ScenarioNode, G> = { node: N; x: number; y: number; geometry: G }
type Of<K extends ScenarioNode['kind']> = Extract<ScenarioNode, { kind: K }>

/** A painted key on the ruler: its true place and where it is drawn. */
export type KeyMark = PaintedKey & { trueY: number; y: number; shard: number }
export type PlacedStream = Placed<Of<'stream'>, StreamGeometry> & {
  /** Row by row as they are drawn. */
  shown: readonly ShownShard[]
  keys: KeyMark[]
  readers: string[]
  /** Those of them that poll, and share the read gate. */
  pollers: string[]
  /** User records that the record limit of a shard lets in: with the producer library many in each. */
  recordsLimit: number
  perDot: number
  /** Time of one column of its tapes. */
  unitSeconds: TapeUnitSeconds
  /** Records that a dot of such a column stands for. */
  columnPerDot: number
  /** How much taller it is than with the shards of its start. */
  grownBy: number
}
/** With one record a dot a tape's top is far below the limit: then it is a brim and no line. */
export const topIsLimit = ({ perDot, geometry }: PlacedStream): boolean => perDot > 1 || geometry.bead

export type PlacedQueue = Placed<Of<'queue'>, QueueGeometry> & { perDot: number; keepsDeadLetters: boolean }

export type Scene = {
  /** How far down nodes are drawn from their places in the document: a stream above them has grown. */
  shifts: ReadonlyMap<string, number>
  producers: Map<string, Placed<Of<'producer'>, ProducerGeometry>>
  streams: Map<string, PlacedStream>
  queues: Map<string, PlacedQueue>
  applications: Map<string, Placed<Of<'application'>, ApplicationGeometry>>
  pools: Map<string, Placed<Of<'pool'>, PoolGeometry>>
  /** Nodes of all other kinds. */
  plain: Map<string, Placed<PlainNode, PlainGeometry>>
  notes: Map<string, Placed<Of<'note'>, NoteGeometry>>
}

export type SceneInput = {
  scenario: Scenario
  /** Where nodes stand now; during a drag this is ahead of the document. */
  positions: ReadonlyMap<string, Point>
  layout: Layout | null
  /** Per stream: which tapes are folded. */
  folded: ReadonlyMap<string, readonly boolean[]>
  /** Per stream: which shards are drawn; absent: those of its start. */
  shown?: ReadonlyMap<string, readonly ShownShard[]>
  /** Per stream: how many shards it has at its start; absent: as the scenario given says. */
  firstCounts?: ReadonlyMap<string, number>
  /** Time of a tape's column where none was chosen; absent: a second. */
  unitSeconds?: TapeUnitSeconds
}

/** Producers at twelve a second or less are drawn bead by bead until the engine has chosen. */
const BEAD_RATE_MAX = 12
const PER_DOT_GUESS = 100

/** Records that one dot stands for in a store. */
export function recordsPerDot(scenario: Scenario, layout: Layout | null, storeId: string): number {
  const known = layout?.nodes.find((node) => node.id === storeId)
  if (known) return known.recordsPerDot
  const senders = new Set(scenario.links.filter((link) => link.to === storeId).map((link) => link.from))
  const rate = scenario.nodes.reduce(
    (sum, node) => (node.kind === 'producer' && senders.has(node.id) ? sum + node.rate : sum),
    0,
  )
  return rate <= BEAD_RATE_MAX ? 1 : PER_DOT_GUESS
}

/** Readers with carets and rails of their own, those that poll first; a function is a plain box and has neither. */
export function readersOf(scenario: Scenario, storeId: string): string[] {
  const linked = new Set(scenario.links.filter((link) => link.from === storeId).map((link) => link.to))
  const nodes = scenario.nodes.filter((node) => linked.has(node.id) && !isPlain(node))
  return [...nodes.filter((node) => !isPushed(node)), ...nodes.filter(isPushed)].map((node) => node.id)
}

/** True when another queue gives it what it could not get done. */
export const keepsDeadLetters = (scenario: Scenario, queueId: string): boolean =>
  scenario.links.some(
    (link) => link.to === queueId && scenario.nodes.some((node) => node.id === link.from && node.kind === 'queue'),
  )

/** Records are pushed to it (KIN3): it shares no read limit. */
export const isPushed = (node: ScenarioNode | undefined): node is ApplicationNode =>
  node?.kind === 'application' && node.reading === 'fanOut'

export function sceneOf(input: SceneInput): Scene {
  const { scenario, positions, layout, folded, shown, firstCounts, unitSeconds = 1 } = input
  const scene: Scene = {
    shifts: new Map(),
    producers: new Map(),
    streams: new Map(),
    queues: new Map(),
    applications: new Map(),
    pools: new Map(),
    plain: new Map(),
    notes: new Map(),
  }
  const at = (node: ScenarioNode) => positions.get(node.id) ?? { x: node.x, y: node.y }
  const perDot = new Map(scenario.nodes.map((node) => [node.id, recordsPerDot(scenario, layout, node.id)]))
  for (const node of scenario.nodes) {
    const place = at(node)
    switch (node.kind) {
      case 'producer': {
        const targets = scenario.links.filter((link) => link.from === node.id)
        const links = targets.map((link) => ({
          target: link.to,
          capacity: node.bufferRecords,
          perDot: perDot.get(link.to) ?? 1,
        }))
        scene.producers.set(node.id, { node, ...place, geometry: producerGeometry(links) })
        break
      }
      case 'stream':
        scene.streams.set(
          node.id,
          placedStream(scenario, node, place, layout, perDot.get(node.id) ?? 1, {
            folded: folded.get(node.id) ?? [],
            shown: shown?.get(node.id) ?? firstShards(shardsAtStart(node)),
            first: firstCounts?.get(node.id) ?? shardsAtStart(node),
            unitSeconds: columnOf(node.tapeColumn, unitSeconds),
          }),
        )
        break
      case 'queue':
        scene.queues.set(node.id, {
          ...{ node, ...place, geometry: queueGeometry(), perDot: perDot.get(node.id) ?? 1 },
          keepsDeadLetters: keepsDeadLetters(scenario, node.id),
        })
        break
      case 'application': {
        const store = scenario.links.find((link) => link.to === node.id)?.from
        const stream = scenario.nodes.find((other) => other.id === store)
        const now = shown?.get(store ?? '')?.filter(({ closed }) => !closed).length
        const shards = stream?.kind === 'stream' ? Math.max(shardsAtStart(stream), now ?? 0) : 1
        scene.applications.set(node.id, {
          node,
          ...place,
          geometry: applicationGeometry(node.workers, Math.ceil(shards / Math.max(1, node.workers))),
        })
        break
      }
      case 'pool':
        scene.pools.set(node.id, { node, ...place, geometry: poolGeometry(node.workers) })
        break
      case 'note':
        scene.notes.set(node.id, { node, ...place, geometry: noteGeometry(node.text) })
        break
      default:
        scene.plain.set(node.id, { node, ...place, geometry: plainGeometry(node) })
    }
  }
  return withRoom(scene)
}

/** Streams grow when their shards split: what stands below one makes room. */
function withRoom(scene: Scene): Scene {
  const grown = [...scene.streams.values()].flatMap(({ node, x, y, geometry, grownBy }) =>
    grownBy > 0
      ? [{ id: node.id, by: grownBy, box: { x, y, width: geometry.width, height: geometry.height - grownBy } }]
      : [],
  )
  if (grown.length === 0) return scene
  const parts = [scene.producers, scene.streams, scene.queues, scene.applications, scene.pools, scene.plain].flatMap(
    (map): { node: ScenarioNode; x: number; y: number }[] => [...map.values()],
  )
  const boxes = new Map(parts.map(({ node: { id }, x, y }) => [id, { x, y, ...sizeOf(scene, id) }]))
  const shifts = pushedDown(boxes, grown)
  for (const part of parts) part.y += shifts.get(part.node.id) ?? 0
  return { ...scene, shifts }
}

function placedStream(
  scenario: Scenario,
  node: Of<'stream'>,
  place: Point,
  layout: Layout | null,
  perDot: number,
  {
    folded,
    shown,
    first,
    unitSeconds,
  }: { folded: readonly boolean[]; shown: readonly ShownShard[]; first: number; unitSeconds: TapeUnitSeconds },
): PlacedStream {
  const readers = readersOf(scenario, node.id)
  const recordsLimit = node.writeRecordsPerSecond * userRecordsEach(scenario, node)
  const pollers = readers.filter((id) => !isPushed(scenario.nodes.find((other) => other.id === id)))
  // Records one by one have no place on a column of a minute; where only the speed asks for wide columns they keep theirs.
  const isWide = node.tapeColumn === 'minute' || node.tapeColumn === 'halfHour'
  const input = {
    ...{ readers: readers.length, pollers: pollers.length },
    ...{ tapeSeconds: node.tapeSeconds, bead: perDot === 1 && !isWide, scales: isOnDemand(node) },
  }
  const geometry = streamGeometry({ ...input, shards: shown, folded })
  const atStart = streamGeometry({ ...input, shards: firstShards(first), folded: foldedAtStart(first) })
  const painted = layout?.paintedKeys ?? []
  const truth = painted.map((key) => hashY(geometry, shown, key.hash))
  const drawn = geometry.ruler ? nudged(truth, geometry.ruler.top + 9, geometry.ruler.bottom - 9) : truth
  const keys = painted.map((key, i) => {
    const found = shown.find((range) => key.hash < range.to)
    return { ...key, trueY: truth[i] ?? 0, y: drawn[i] ?? 0, shard: found?.shard ?? 0 }
  })
  return {
    node,
    ...place,
    geometry,
    shown,
    keys,
    readers,
    pollers,
    recordsLimit,
    perDot,
    unitSeconds,
    // Where the top is no limit, as many as the traffic that was asked for can be seen with.
    columnPerDot: isWide && perDot === 1 ? wideWeight(scenario, node, unitSeconds) : perDot * unitSeconds,
    grownBy: Math.max(0, geometry.height - atStart.height),
  }
}

const rises = ({ profile }: Of<'producer'>): boolean => profile !== 'constant' && profile !== 'onOff'

function wideWeight({ nodes, links }: Scenario, stream: Of<'stream'>, unitSeconds: number): number {
  const senders = new Set(links.filter(({ to }) => to === stream.id).map(({ from }) => from))
  const rate = nodes.reduce(
    (sum, node) =>
      node.kind === 'producer' && senders.has(node.id)
        ? sum + node.rate * (rises(node) ? Math.max(1, node.peakFactor) : 1)
        : sum,
    0,
  )
  return perMark((rate * unitSeconds) / shardsAtStart(stream), CELLS)
}

/** Width and height of a node, name included. */
export function sizeOf(scene: Scene, id: string): { width: number; height: number } {
  const part =
    scene.producers.get(id) ??
    scene.streams.get(id) ??
    scene.queues.get(id) ??
    scene.applications.get(id) ??
    scene.pools.get(id) ??
    scene.plain.get(id) ??
    scene.notes.get(id)
  return part ? { width: part.geometry.width, height: part.geometry.height } : { width: 100, height: 60 }
}
