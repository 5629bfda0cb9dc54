import { BEAD_TAPE_HEIGHT, type Box, NAME_HEIGHT, PITCH, TAPE_HEIGHT } from './measures.ts'

const RAIL_FIRST = 13
export const RAIL_PITCH = 16
const KEY_GAP = 18
const TEAR = 10
const EDGE = 34
const FOLDED_HEIGHT = 14
/** Of what an on-demand stream takes. */
const SCALE_ROOM = 32

export type ShardRow = {
  /** Number of the shard: rows stand in the order of hash keys, closed shards below. */
  shard: number
  /** It takes no more records (KIN4.04). */
  closed: boolean
  top: number
  bottom: number
  folded: boolean
  titleY: number
  tapeTop: number
  tapeBottom: number
  /** One rail a reader; empty on a folded tape. */
  rails: number[]
  readGate: { y: number; height: number }
  /** Where refused records turn back, above the gate. */
  refusedY: number
  noteY: number | null
}

export type StreamGeometry = {
  width: number
  height: number
  frame: Box
  bead: boolean
  /** One shard at bead zoom: ruler and gates stay away until a question needs them. */
  calm: boolean
  ruler: { x: number; width: number; top: number; bottom: number } | null
  /** In the order in which they are drawn. */
  shards: ShardRow[]
  gateX: number
  tapeX: number
  /** End of the linear part, other side of the tear, retention edge. */
  tearX: number
  tailX: number
  edgeX: number
  readGateX: number
  axisY: number
  footY: number
  /** Where links arrive. */
  inX: number
  /** Middle of the frame, for the port. */
  portY: number
}

/** A shard's hash range on the ruler, 0..1. */
export type ShardRange = { from: number; to: number }

export type StreamInput = {
  /** In the order in which they are drawn: open ones first. */
  shards: readonly { shard: number; closed: boolean }[]
  readers: number
  /** Readers that poll and share the read gate; they come first. Absent: all. */
  pollers?: number
  tapeSeconds: number
  bead: boolean
  /** On-demand: what it takes stands above its shards. */
  scales?: boolean
  /** By the number of the shard; closed ones always are. */
  folded: readonly boolean[]
}

/** Where a stream's parts stand, in its own coordinates. */
export function streamGeometry({
  shards,
  readers,
  pollers = readers,
  tapeSeconds,
  bead,
  scales = false,
  folded,
}: StreamInput): StreamGeometry {
  const calm = bead && shards.length === 1
  const rulerX = 10
  const gateX = calm ? 26 : 60
  const tapeX = gateX + 24
  const tearX = tapeX + tapeSeconds * PITCH
  const tailX = tearX + TEAR
  const edgeX = tailX + EDGE
  const readGateX = edgeX + 14
  const width = readGateX + 30
  const tapeHeight = bead ? BEAD_TAPE_HEIGHT : TAPE_HEIGHT
  const header = bead ? 50 : 44
  // A read gate wants room for five boxes; a calm scene hardly ever shows one.
  const gateRoom = calm ? 22 : 34
  const gateHeight = Math.max(gateRoom, pollers * RAIL_PITCH + 2)
  // Rails of registered consumers pass below the gate that they do not share.
  const pushedFirst = pollers === 0 || pollers === readers ? 0 : Math.max(0, gateHeight + 4 - pollers * RAIL_PITCH)
  const railAt = (i: number) => RAIL_FIRST + i * RAIL_PITCH + (i < pollers ? 0 : pushedFirst)
  const first = NAME_HEIGHT + (calm ? 4 : 28) + (scales ? SCALE_ROOM : 0)
  let y = first
  const rows: ShardRow[] = []
  let openEnd = first
  for (const { shard, closed } of shards) {
    const isFolded = closed || (folded[shard] ?? false)
    if (isFolded) {
      const tapeTop = y + 20
      rows.push({
        ...{
          shard,
          closed,
          top: y,
          folded: true,
          titleY: y + 14,
          tapeTop,
          tapeBottom: tapeTop + FOLDED_HEIGHT,
          rails: [],
          refusedY: y + 10,
          noteY: null,
        },
        ...{ bottom: tapeTop + FOLDED_HEIGHT + 14, readGate: { y: tapeTop, height: FOLDED_HEIGHT } },
      })
    } else {
      const tapeTop = y + header
      const tapeBottom = tapeTop + tapeHeight
      const railsEnd = tapeBottom + Math.max(railAt(readers), gateRoom + 6)
      // The gauges are explained once, under the first shard.
      const noteY = !calm && rows.every((row) => row.folded) ? railsEnd + 12 : null
      rows.push({
        ...{
          shard,
          closed,
          top: y,
          bottom: (noteY ?? railsEnd) + (noteY === null ? 2 : 6),
          folded: false,
          titleY: tapeTop - 22,
          tapeTop,
          tapeBottom,
        },
        rails: Array.from({ length: readers }, (_, i) => tapeBottom + railAt(i)),
        readGate: { y: tapeBottom + 5, height: gateHeight },
        refusedY: tapeTop - 30,
        noteY,
      })
    }
    y = rows.at(-1)?.bottom ?? y
    if (!closed) openEnd = y
  }
  const axisY = y + 8
  const footY = axisY + 30
  const height = footY + 10
  const frame = { x: 0, y: NAME_HEIGHT, width, height: height - NAME_HEIGHT }
  const ruler = calm ? null : { x: rulerX, width: 16, top: first, bottom: openEnd }
  const inX = ruler ? ruler.x : gateX - 8
  return {
    ...{
      width,
      height,
      frame,
      bead,
      calm,
      ruler,
      shards: rows,
      gateX,
      tapeX,
      tearX,
      tailX,
      edgeX,
      readGateX,
      axisY,
      footY,
      inX,
    },
    portY: (first + openEnd) / 2,
  }
}

/** Middle of an open tape, where its ribbons come in; of a folded one its middle too. */
export const tapeMiddle = (row: ShardRow): number => (row.tapeTop + row.tapeBottom) / 2

/** Where a shard is drawn; undefined for one that is not. */
export const rowOf = (geometry: StreamGeometry, shard: number): ShardRow | undefined =>
  geometry.shards.find((row) => row.shard === shard)

/** A hash in 0..1 on the ruler: every shard owns its row, and inside it the place is true to scale. */
export function hashY(geometry: StreamGeometry, ranges: readonly ShardRange[], hash: number): number {
  // Open shards come first, and together they hold every hash once.
  const found = ranges.findIndex((range) => hash < range.to)
  const k = found < 0 ? ranges.length - 1 : found
  const range = ranges[k]
  const row = geometry.shards[k]
  if (range === undefined || row === undefined) return geometry.portY
  const share = range.to > range.from ? (hash - range.from) / (range.to - range.from) : 0.5
  return row.top + Math.max(0, Math.min(1, share)) * (row.bottom - row.top)
}

/** Moves marks apart until they are `gap` apart, keeping their order and the sum of moves small. */
export function nudged(places: readonly number[], low: number, high: number, gap: number = KEY_GAP): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const result = places.slice()
  let from = low
  for (const i of order) {
    result[i] = Math.max(result[i] ?? 0, from)
    from = (result[i] ?? 0) + gap
  }
  let to = high
  for (const i of order.reverse()) {
    result[i] = Math.min(result[i] ?? 0, to)
    to = (result[i] ?? 0) - gap
  }
  return result
}
