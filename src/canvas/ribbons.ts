import { OTHER_PAINT, PAINT_COUNT } from '../protocol/frame.ts'
import type { PlacedStream, Scene } from './geometry.ts'
import { type Point, RIBBON_WIDTH_PER_RATE } from './measures.ts'
import { rowOf, tapeMiddle } from './streamGeometry.ts'
import { levelCurve, levelPath, ribbonPath, type Way, wayThrough } from './ways.ts'

/** Attempts a second of one producer with one paint into one shard. */
export type Flow = { producer: string; shard: number; paint: number; rate: number }

/** One drawn ribbon, in flow coordinates. */
export type Ribbon = {
  key: string
  /** Middle line, and the filled shape of a ribbon that is wide enough to have one. */
  d: string
  shape: string | null
  width: number
  paint: number
  rate: number
  middle: { x: number; y: number; angle: number }
}

export type StreamRibbons = {
  ribbons: Ribbon[]
  /** Way of the dots of one producer, shard and paint, from the producer to the tape. */
  way: (producer: string, shard: number, paint: number) => Way | null
}

const THIN = 1.2
/** Thinner ribbons are strokes, which keep their width on steep stretches. */
const SHAPE_FROM = 3
/** A link is never drawn wider than this; then all of its stream's ribbons shrink alike. */
const WIDEST = 52

const half = (value: number) => Math.round(value * 2) / 2

/** Ribbons of all producers of one stream: to the key's place on the ruler, and from there into the shard's gate. */
export function streamRibbons(
  scene: Scene,
  stream: PlacedStream,
  producers: readonly string[],
  flows: readonly Flow[],
): StreamRibbons {
  const { geometry, x, y } = stream
  const ways = new Map<string, () => Way>()
  const ribbons: Ribbon[] = []
  const total =
    Math.max(1, ...producers.map((id) => sum(flows.filter((flow) => flow.producer === id)))) * RIBBON_WIDTH_PER_RATE
  const scale = RIBBON_WIDTH_PER_RATE * Math.min(1, WIDEST / total)
  const wide = (rate: number) => half(rate * scale)

  const entryY = (shard: number, paint: number) => {
    const mark =
      paint === OTHER_PAINT ? undefined : stream.keys.find((key) => key.paint === paint && key.shard === shard)
    const row = rowOf(geometry, shard)
    return y + (mark?.y ?? (row ? tapeMiddle(row) : geometry.portY))
  }
  const open = geometry.shards.filter((row) => !row.closed).map(({ shard }) => shard)
  const present = complete(flows, producers, open)
  const byEntry = present
    .slice()
    .sort((a, b) => entryY(a.shard, a.paint) - entryY(b.shard, b.paint) || a.paint - b.paint)

  // From the ruler into the gates: one ribbon a shard and paint, stacked about the tape's middle.
  const gateY = new Map<string, { y: number; width: number }>()
  for (const row of geometry.shards) {
    const { shard } = row
    const paints = [...new Set(byEntry.filter((flow) => flow.shard === shard).map((flow) => flow.paint))]
    const widths = paints.map((paint) =>
      Math.max(THIN, wide(sum(present.filter((flow) => flow.shard === shard && flow.paint === paint)))),
    )
    let top = y + tapeMiddle(row) - widths.reduce((a, b) => a + b, 0) / 2
    paints.forEach((paint, i) => {
      const width = widths[i] ?? THIN
      gateY.set(`${shard}.${paint}`, { y: top + width / 2, width })
      top += width
    })
  }

  const rulerIn = geometry.ruler ? x + geometry.ruler.x : 0
  const rulerOut = geometry.ruler ? x + geometry.ruler.x + geometry.ruler.width : 0
  const gateX = x + geometry.gateX - 8
  const tapeX = x + geometry.tapeX
  const drawnOut = new Set<string>()
  const stackAtRuler = new Map<string, number>()

  for (const id of producers) {
    const producer = scene.producers.get(id)
    const buffer = producer?.geometry.buffers.find((entry) => entry.target === stream.node.id)
    if (!producer || !buffer) continue
    const own = byEntry.filter((flow) => flow.producer === id)
    const gap = own.length > 1 ? 1 : 0
    let top =
      producer.y +
      buffer.outY -
      (own.reduce((a, flow) => a + Math.max(THIN, wide(flow.rate)), 0) + gap * (own.length - 1)) / 2
    const outX = producer.x + producer.geometry.width + 1
    for (const flow of own) {
      const width = Math.max(THIN, wide(flow.rate))
      const from = { x: outX, y: top + width / 2 }
      top += width + gap
      const gate = gateY.get(`${flow.shard}.${flow.paint}`) ?? { y: from.y, width }
      const key = `${id}.${flow.shard}.${flow.paint}`
      if (!geometry.ruler) {
        const to = { x: tapeX - 5, y: gate.y }
        ribbons.push(ribbon(key, from, to, 0.5, width, flow))
        ways.set(
          key,
          once(() => wayThrough([...levelCurve(from, to), { x: tapeX, y: gate.y }], width / 2 - 2)),
        )
        continue
      }
      const mark = `${flow.shard}.${flow.paint}`
      const sameMark = present.filter((other) => other.shard === flow.shard && other.paint === flow.paint)
      const marksWidth = sameMark.reduce((a, other) => a + Math.max(THIN, wide(other.rate)), 0)
      const used = stackAtRuler.get(mark) ?? 0
      stackAtRuler.set(mark, used + width)
      const keyY = entryY(flow.shard, flow.paint)
      const enter = { x: rulerIn - 1, y: keyY - marksWidth / 2 + used + width / 2 }
      ribbons.push(ribbon(key, from, enter, 0.56, width, flow))
      const leave = { x: rulerOut + 1, y: keyY }
      const gateAt = { x: gateX, y: gate.y }
      if (!drawnOut.has(mark)) {
        drawnOut.add(mark)
        ribbons.push(ribbon(`out.${mark}`, leave, gateAt, 0.5, gate.width, { ...flow, rate: 0 }))
      }
      ways.set(
        key,
        once(() =>
          wayThrough(
            [...levelCurve(from, enter, 0.56), ...levelCurve(leave, gateAt), { x: tapeX, y: gate.y }],
            width / 2 - 2,
          ),
        ),
      )
    }
  }
  return {
    ribbons,
    way: (producer, shard, paint) =>
      (ways.get(`${producer}.${shard}.${paint}`) ?? ways.get(`${producer}.${shard}.${OTHER_PAINT}`))?.() ?? null,
  }
}

/** Ribbons are computed four times a second and mostly found unchanged: their ways are walked only when they are drawn. */
function once(walk: () => Way): () => Way {
  let way: Way | null = null
  return () => {
    way ??= walk()
    return way
  }
}

/** Every producer has at least a thin line into every open shard, also before anything was sent. */
function complete(flows: readonly Flow[], producers: readonly string[], shards: readonly number[]): Flow[] {
  const all = flows.filter(
    (flow) => producers.includes(flow.producer) && shards.includes(flow.shard) && flow.paint < PAINT_COUNT,
  )
  for (const producer of producers)
    for (const shard of shards)
      if (!all.some((flow) => flow.producer === producer && flow.shard === shard))
        all.push({ producer, shard, paint: OTHER_PAINT, rate: 0 })
  return all
}

const sum = (flows: readonly Flow[]) => flows.reduce((total, flow) => total + flow.rate, 0)

function ribbon(key: string, from: Point, to: Point, bend: number, width: number, flow: Flow): Ribbon {
  const curve = levelCurve(from, to, bend)
  // Past the middle, so that the way back of refused records does not cross the number.
  const a = curve[14] ?? from
  const b = curve[16] ?? to
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, angle: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI }
  return {
    key,
    d: levelPath(from, to, bend),
    shape: width >= SHAPE_FROM ? ribbonPath(from, to, width, bend) : null,
    width,
    paint: flow.paint,
    rate: flow.rate,
    middle,
  }
}
