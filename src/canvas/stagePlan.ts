import { PAINT_COUNT } from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'
import type { TapeBed, TrackPlace } from './dotPlacement.ts'
import { gaugePlace, nodeOf } from './gaugePlaces.ts'
import { type PlacedQueue, type PlacedStream, type Scene, topIsLimit } from './geometry.ts'
import { plainLine, railLine, railY, refusedLine, sendLine, takeLine } from './linkLines.ts'
import { CELLS, PITCH, type Point } from './measures.ts'
import type { SendBuffer } from './producerGeometry.ts'
import type { ReaderInk } from './readerInk.ts'
import type { StreamRibbons } from './ribbons.ts'
import { rowOf } from './streamGeometry.ts'
import { levelCurve, type Way, wayThrough } from './ways.ts'

// Everything the painter looks up in a frame, resolved once per change of scene or layout.

export type ReaderPlan = {
  id: string
  ink: ReaderInk
  railY: number
  places: {
    caretIndex: number
    caretAt: number
    fetchedIndex: number
    fetchedAt: number
    checkpointIndex: number
    checkpointAt: number
  }
  tracks: number[]
}
export type TapePlan = {
  stream: PlacedStream
  shard: number
  top: number
  bottom: number
  folded: boolean
  tip: number
  trimIndex: number
  trimAt: number
  storedPaints: number[]
  readers: ReaderPlan[]
}
export type BufferPlan = { producer: string; x: number; y: number; buffer: SendBuffer; waitingPaints: number[] }
export type BagPlan = {
  queue: PlacedQueue
  /** Index of the queue among the layout's nodes: beads name it. */
  store: number
  visible: number
  inFlight: number
  paints: number[]
  storedTracks: number[]
  deliveredTracks: number[]
  pool: {
    id: string
    slots: Point[] /** Where the line to each worker ends. */
    ends: Point[]
    radius: number
    rows: { state: number; record: number; paint: number }[]
  } | null
}
export type StagePlan = {
  tapes: TapePlan[]
  beds: TapeBed[]
  tracks: TrackPlace[]
  buffers: BufferPlan[]
  bags: BagPlan[]
  /** Nodes that are boxes: their messages are drawn by themselves, and found by a click as all others are. */
  boxes: Scene['plain']
}

export type PlanInput = {
  scene: Scene
  layout: Layout
  inks: ReadonlyMap<string, ReaderInk>
  ribbons: ReadonlyMap<string, StreamRibbons>
}

const NO_HIDE = { hideFrom: 0, hideTo: 0 }
const TAIL_COLUMNS = 5

export function stagePlan(input: PlanInput): StagePlan {
  const { scene, layout } = input
  const tapes: TapePlan[] = []
  const beds: TapeBed[] = []
  const tapeIndex = new Map<string, number>()
  for (const stream of scene.streams.values()) {
    const node = nodeOf(layout, stream.node.id)
    for (const row of stream.geometry.shards) {
      const { shard } = row
      tapeIndex.set(`${stream.node.id}.${shard}`, tapes.length)
      tapes.push({
        ...{ stream, shard, top: stream.y + row.tapeTop, bottom: stream.y + row.tapeBottom, folded: row.folded },
        tip: gaugePlace(node, 'tipIndex', shard),
        trimIndex: gaugePlace(node, 'trimIndex', shard),
        trimAt: gaugePlace(node, 'trimAtMicros', shard),
        storedPaints: Array.from({ length: PAINT_COUNT }, (_, paint) => gaugePlace(node, `storedPaint${paint}`, shard)),
        readers: stream.readers.flatMap((id) => readerPlan(input, stream, shard, id)),
      })
      beds.push({
        ...{
          x: stream.x + stream.geometry.tapeX,
          bottom: stream.y + row.tapeBottom,
          columns: Math.round((stream.geometry.tearX - stream.geometry.tapeX) / PITCH),
        },
        ...{
          tailShift: stream.geometry.tailX - stream.geometry.tearX,
          tailColumns: TAIL_COLUMNS,
          bead: stream.geometry.bead,
          folded: row.folded,
        },
        cells: topIsLimit(stream) ? stream.node.writeRecordsPerSecond / stream.perDot : CELLS,
        unitSeconds: stream.unitSeconds,
        trimMicros: 0,
      })
    }
  }
  return {
    tapes,
    beds,
    tracks: layout.tracks.map((track) => trackPlace(input, tapeIndex, track)),
    buffers: bufferPlans(input),
    bags: bagPlans(input),
    boxes: scene.plain,
  }
}

function readerPlan({ layout, inks }: PlanInput, stream: PlacedStream, shard: number, id: string): ReaderPlan[] {
  const ink = inks.get(id)
  const row = rowOf(stream.geometry, shard)
  const node = nodeOf(layout, id)
  if (!ink || !row || node?.kind !== 'application') return []
  const place = (name: string) => gaugePlace(node, name, shard)
  return [
    {
      ...{ id, ink, railY: stream.y + railY(row, stream.readers.indexOf(id)) },
      places: {
        ...{ caretIndex: place('caretIndex'), caretAt: place('caretAtMicros'), fetchedIndex: place('fetchedIndex') },
        ...{
          fetchedAt: place('fetchedAtMicros'),
          checkpointIndex: place('checkpointIndex'),
          checkpointAt: place('checkpointAtMicros'),
        },
      },
      tracks: layout.tracks.flatMap((track, i) =>
        track.kind === 'delivered' && track.to === id && track.from === stream.node.id && track.row === shard
          ? [i]
          : [],
      ),
    },
  ]
}

const same = (way: Way | null): (Way | null)[] => new Array<Way | null>(PAINT_COUNT).fill(way)

function trackPlace(
  { scene, ribbons }: PlanInput,
  tapeIndex: ReadonlyMap<string, number>,
  track: Layout['tracks'][number],
): TrackPlace {
  if (scene.plain.has(track.from) || scene.plain.has(track.to)) return plainPlace(scene, track)
  const storeId = track.kind === 'delivered' ? track.from : track.to
  const stream = scene.streams.get(storeId)
  const queue = scene.queues.get(storeId)
  const base = {
    kind: track.kind,
    start: 0,
    muted: false,
    ...NO_HIDE,
    tape: tapeIndex.get(`${storeId}.${track.row}`) ?? -1,
    bead: (stream?.perDot ?? queue?.perDot) === 1,
  }
  if (stream && track.kind === 'stored') {
    const { ruler } = stream.geometry
    const hide = ruler ? { hideFrom: stream.x + ruler.x - 1, hideTo: stream.x + ruler.x + ruler.width + 1 } : NO_HIDE
    const ways = Array.from(
      { length: PAINT_COUNT },
      (_, paint) => ribbons.get(storeId)?.way(track.from, track.row, paint) ?? null,
    )
    return { ...base, ...hide, ways }
  }
  if (stream && track.kind === 'refused') {
    const line = refusedLine(scene, stream, track.from, track.row)
    return { ...base, ways: same(line.length > 1 ? wayThrough(line) : null) }
  }
  if (stream) {
    const line = railLine(scene, stream, track.to, track.row)
    return { ...base, ways: same(line.length > 1 ? wayThrough(line) : null) }
  }
  if (queue && track.kind === 'stored') {
    const line = sendLine(scene, queue, track.from)
    return { ...base, ways: same(line ? wayThrough(levelCurve(line.from, { x: line.to.x + 10, y: line.to.y })) : null) }
  }
  const line = queue && track.kind === 'delivered' ? takeLine(scene, queue, track.to) : null
  if (!line) return { ...base, ways: same(null) }
  return {
    ...base,
    ways: same(
      wayThrough([
        ...levelCurve(line.from, { x: line.bracketX, y: line.port.y }),
        { x: line.port.x - 4, y: line.port.y },
      ]),
    ),
  }
}

/** Between two nodes of which one is a plain box; what it refuses goes back on the same line. */
function plainPlace(scene: Scene, { kind, from, to, recordsPerDot }: Layout['tracks'][number]): TrackPlace {
  const line = plainLine(scene, from, to)
  const points = line === null ? [] : levelCurve(line.from, line.to)
  const way = line === null ? null : wayThrough(kind === 'refused' ? points.reverse() : points)
  return { kind, ways: same(way), start: 0, muted: false, ...NO_HIDE, tape: -1, bead: recordsPerDot === 1 }
}

function bufferPlans({ scene, layout }: PlanInput): BufferPlan[] {
  return [...scene.producers.values()].flatMap((producer) => {
    const node = nodeOf(layout, producer.node.id)
    return producer.geometry.buffers.flatMap((buffer) => {
      const row = node?.targets.indexOf(buffer.target) ?? -1
      if (row < 0 || buffer.folded) return []
      return [
        {
          producer: producer.node.id,
          x: producer.x,
          y: producer.y,
          buffer,
          waitingPaints: Array.from({ length: PAINT_COUNT }, (_, paint) =>
            gaugePlace(node, `waitingPaint${paint}`, row),
          ),
        },
      ]
    })
  })
}

function bagPlans({ scene, layout }: PlanInput): BagPlan[] {
  return [...scene.queues.values()].flatMap((queue) => {
    const store = layout.nodes.findIndex((node) => node.id === queue.node.id)
    const node = layout.nodes[store]
    if (!node) return []
    const reader = layout.nodes.find((other) => other.kind === 'pool' && other.targets.includes(node.id))
    const part = reader && scene.pools.get(reader.id)
    const slots =
      part?.geometry.slots.map((slot) => ({
        x: part.x + slot.x + slot.width / 2,
        y: part.y + slot.y + slot.height / 2,
      })) ?? []
    const ends = part?.geometry.rows.map((row) => ({ x: part.x + row.x - 6, y: part.y + row.y + row.height / 2 })) ?? []
    const rows = slots.map((_, row) => ({
      state: gaugePlace(reader, 'state', row),
      record: gaugePlace(reader, 'record', row),
      paint: gaugePlace(reader, 'paint', row),
    }))
    return [
      {
        ...{ queue, store, visible: gaugePlace(node, 'visible'), inFlight: gaugePlace(node, 'inFlight') },
        paints: ['visiblePaint', 'inFlightPaint'].flatMap((name) =>
          Array.from({ length: PAINT_COUNT }, (_, paint) => gaugePlace(node, `${name}${paint}`)),
        ),
        storedTracks: layout.tracks.flatMap((track, i) => (track.kind === 'stored' && track.to === node.id ? [i] : [])),
        deliveredTracks: layout.tracks.flatMap((track, i) =>
          track.kind === 'delivered' && track.from === node.id ? [i] : [],
        ),
        pool: part ? { id: part.node.id, slots, ends, radius: part.geometry.compact ? 7 : 8, rows } : null,
      },
    ]
  })
}
