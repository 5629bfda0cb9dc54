import { DOT_CAPACITY, type Frame, HEADER, OTHER_PAINT, PAINT_COUNT } from '../protocol/frame.ts'
import { BURST_CELLS, CELLS, PITCH } from './measures.ts'
import type { Way } from './ways.ts'

/** Where one shard's records lie, in flow coordinates. */
export type TapeBed = {
  x: number
  bottom: number
  columns: number
  tailShift: number
  tailColumns: number
  bead: boolean
  folded: boolean
  cells: number
  /** Time of one column. Wider than a second: drawn from the history, not from single dots. */
  unitSeconds: number
  /** Records stored before this moment have expired and are not on the tape. */
  trimMicros: number
}

/** What a track of the layout means on the picture. */
export type TrackPlace = {
  kind: 'stored' | 'refused' | 'delivered'
  /** By paint. */
  ways: readonly (Way | null)[]
  /** Index of the tape at the stream's end, -1 for a queue. */
  tape: number
  bead: boolean
  /** True while these messages are drawn in another way, one by one. */
  muted: boolean
  /** Share of the way at which the dot starts: a reader's copies leave at its place on the tape. */
  start: number
  /** Painted dots pass under the key beads on the ruler. */
  hideFrom: number
  hideTo: number
}

export type PlacementInput = {
  frame: Frame
  /** Moment shown; never later than what keeps dots late. */
  nowMicros: number
  /** Time on a link; 0: no single dots on links. */
  travelMicros: number
  tracks: readonly TrackPlace[]
  tapes: readonly TapeBed[]
}

export const SOLID = 0
export const HOLLOW = 1
export const REFUSED = 2
/** A bead that a reader has taken a copy of. */
export const COPY = 3

/** Dots to draw, as columns. `alpha` 255 = full; of a bead it is where it goes, as 1/256 of a turn. */
export type Grains = {
  count: number
  x: Float32Array
  y: Float32Array
  paint: Uint8Array
  form: Uint8Array
  alpha: Uint8Array
  /** The dot of the frame that it is, -1 where it stands in a count. */
  dot: Int32Array
}
export type BeadOnTape = { atMicros: number; paint: number }

export type Placement = {
  grains: Grains
  /** Beads on links, with letters. */
  beads: Grains
  /** Per tape with beads: what has arrived, oldest first. */
  tapeBeads: BeadOnTape[][]
  /** Columns of folded tapes, three numbers each: tape, age in columns, dots. */
  bars: number[]
  /** Columns above their limit, two numbers each: tape, age in columns. */
  bursts: number[]
  /** Dots per track that are on the link, and that have arrived. */
  onLink: Float64Array
  arrived: Float64Array
  /** Per tape: stored records that have not arrived on it. */
  pending: Float64Array
  /** Per track and paint, on the link. */
  onLinkPaint: Float64Array
}

/** A byte keeps what is left after whole turns, so that no angle is out of range. */
export const BYTES_PER_RADIAN = 128 / Math.PI

export const GRAIN_CAPACITY = DOT_CAPACITY + 8192

export const columnsOf = (capacity: number): Grains => ({
  count: 0,
  x: new Float32Array(capacity),
  y: new Float32Array(capacity),
  paint: new Uint8Array(capacity),
  form: new Uint8Array(capacity),
  alpha: new Uint8Array(capacity),
  dot: new Int32Array(capacity),
})

export function pushGrain(
  grains: Grains,
  x: number,
  y: number,
  paint: number,
  form: number,
  alpha: number,
  dot = -1,
): void {
  const i = grains.count
  if (i >= grains.x.length) return
  grains.x[i] = x
  grains.y[i] = y
  grains.paint[i] = paint
  grains.form[i] = form
  grains.alpha[i] = alpha
  grains.dot[i] = dot
  grains.count = i + 1
}

/** Copies of one read leave one behind the other, so that they can be seen; never earlier than the first. */
const TRAIN_STEP = 0.06
const TRAIN_MAX = 0.6

/** Scatter in -1..1 from a moment and a place in its batch: the same dot keeps to the same line. */
function scatter(atMicros: number, place: number): number {
  let h = Math.imul(((atMicros % 4294967296) | 0) ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1
}

/** Turns a frame's dots into places. Its buffers are reused from frame to frame. */
export function createPlacer(): (input: PlacementInput) => Placement {
  const grains = columnsOf(GRAIN_CAPACITY)
  const beads = columnsOf(2048)
  let stacks = new Uint16Array(0)
  let lastAt = new Float64Array(0)
  let inBatch = new Uint32Array(0)

  return ({ frame, nowMicros, travelMicros, tracks, tapes }) => {
    grains.count = 0
    beads.count = 0
    const tapeBeads: BeadOnTape[][] = tapes.map(() => [])
    const onLink = new Float64Array(tracks.length)
    const arrived = new Float64Array(tracks.length)
    const pending = new Float64Array(tapes.length)
    const onLinkPaint = new Float64Array(tracks.length * PAINT_COUNT)
    const newest = Math.floor(nowMicros / 1e6)
    const columnsMax = tapes.reduce((most, tape) => Math.max(most, tape.columns + tape.tailColumns + 2), 1)
    const cells = tapes.length * columnsMax * PAINT_COUNT
    if (stacks.length < cells) stacks = new Uint16Array(cells)
    else stacks.fill(0, 0, cells)
    if (lastAt.length < tracks.length) {
      lastAt = new Float64Array(tracks.length)
      inBatch = new Uint32Array(tracks.length)
    }
    lastAt.fill(-1)
    const bars: number[] = []
    const bursts: number[] = []
    let tapeDots = false

    const count = Math.min(frame.header[HEADER.dotCount] ?? 0, DOT_CAPACITY)
    const { dotTrack, dotAtMicros, dotPaint } = frame
    for (let i = 0; i < count; i++) {
      const t = dotTrack[i] as number
      const track = tracks[t]
      const at = dotAtMicros[i] as number
      const age = nowMicros - at
      if (track === undefined || track.muted) continue
      if (track.kind === 'stored' && age < travelMicros && track.tape >= 0)
        pending[track.tape] = (pending[track.tape] ?? 0) + 1
      if (age < 0) continue
      const paint = dotPaint[i] as number
      inBatch[t] = lastAt[t] === at ? (inBatch[t] ?? 0) + 1 : 0
      lastAt[t] = at
      const place = inBatch[t] ?? 0
      let share = -1
      if (track.kind === 'stored') {
        if (age >= travelMicros) {
          arrived[t] = (arrived[t] ?? 0) + 1
          const tape = tapes[track.tape]
          if (tape === undefined) continue
          if (tape.bead) tapeBeads[track.tape]?.push({ atMicros: at, paint })
          else if (tape.unitSeconds === 1 && at >= tape.trimMicros) {
            const column = newest - Math.floor(at / 1e6)
            if (column < 0 || column >= tape.columns + tape.tailColumns + 1) continue
            const stack = (track.tape * columnsMax + column) * PAINT_COUNT + paint
            stacks[stack] = (stacks[stack] ?? 0) + 1
            tapeDots = true
          }
          continue
        }
        onLink[t] = (onLink[t] ?? 0) + 1
        onLinkPaint[t * PAINT_COUNT + paint] = (onLinkPaint[t * PAINT_COUNT + paint] ?? 0) + 1
        share = age / travelMicros
      } else if (travelMicros <= 0) {
        continue
      } else if (track.kind === 'refused') {
        if (age >= travelMicros) continue
        share = age / travelMicros
      } else {
        const late = travelMicros * (1 + TRAIN_MAX * (1 - 1 / (1 + (place * TRAIN_STEP) / TRAIN_MAX)))
        if (age < late || age >= late + travelMicros) continue
        share = (age - late) / travelMicros
      }
      const way = track.ways[paint] ?? null
      if (way === null) continue
      const at48 = (track.start + share * (1 - track.start)) * 48
      const k = at48 >= 48 ? 47 : at48 | 0
      const f = at48 - k
      const { xs, ys, spread } = way
      const x0 = xs[k] as number
      const y0 = ys[k] as number
      const dx = (xs[k + 1] as number) - x0
      const dy = (ys[k + 1] as number) - y0
      const x = x0 + dx * f
      if (paint !== OTHER_PAINT && x > track.hideFrom && x < track.hideTo) continue
      const y = y0 + dy * f + (spread > 0 && !track.bead ? scatter(at, place) * spread : 0)
      pushGrain(
        track.bead ? beads : grains,
        x,
        y,
        paint,
        track.kind === 'refused' ? REFUSED : track.kind === 'delivered' && track.bead ? COPY : SOLID,
        track.bead ? Math.atan2(dy, dx) * BYTES_PER_RADIAN : 255,
        i,
      )
    }
    if (tapeDots) stack(tapes, stacks, columnsMax, grains, bars, bursts, nowMicros / 1e6 - newest)
    return { grains, beads, bars, bursts, tapeBeads, onLink, arrived, pending, onLinkPaint }
  }
}

/** A column this much above the limit was stored out of saved tokens. */
const BURST_FROM = 1.25

/** Columns bottom up, sorted by paint; past the burst space dots move together rather than being cut off. */
function stack(
  tapes: readonly TapeBed[],
  stacks: Uint16Array,
  columnsMax: number,
  grains: Grains,
  bars: number[],
  bursts: number[],
  fraction: number,
): void {
  for (let t = 0; t < tapes.length; t++) {
    const tape = tapes[t]
    if (tape === undefined || tape.bead) continue
    for (let column = 0; column < columnsMax; column++) {
      const base = (t * columnsMax + column) * PAINT_COUNT
      let total = 0
      for (let paint = 0; paint < PAINT_COUNT; paint++) total += stacks[base + paint] ?? 0
      if (total === 0) continue
      if (!tape.folded && total > tape.cells * BURST_FROM) bursts.push(t, fraction + column - 0.5)
      if (tape.folded) bars.push(t, fraction + column - 0.5, total)
      else pushColumn(grains, tape, fraction + column - 0.5, stacks, base, total)
    }
  }
}

/** One column whose middle is `age` columns old. `counts[base + paint]` dots of each paint. */
export function pushColumn(
  grains: Grains,
  tape: TapeBed,
  age: number,
  counts: ArrayLike<number>,
  base: number,
  total: number,
): void {
  const over = age - tape.columns
  const alpha = over <= 0 ? 255 : Math.max(0, 200 - (over / Math.max(1, tape.tailColumns)) * 180)
  if (alpha <= 4) return
  const x = tape.x + age * PITCH + (over > 0 ? tape.tailShift : 0)
  const room = Math.max(CELLS, tape.cells) + BURST_CELLS
  const step = total > room ? (PITCH * (room - 1)) / (total - 1) : PITCH
  let y = tape.bottom - PITCH / 2
  for (let paint = 0; paint < PAINT_COUNT; paint++) {
    for (let n = counts[base + paint] ?? 0; n > 0; n--) {
      pushGrain(grains, x, y, paint, SOLID, alpha)
      y -= step
    }
  }
}
