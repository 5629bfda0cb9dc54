import { type Frame, HEADER, PAINT_COUNT } from '../protocol/frame.ts'
import type { Layout } from '../protocol/layout.ts'
import { gaugePlace, valueAt } from './gaugePlaces.ts'
import type { Flow } from './ribbons.ts'

/** Shares of paints are taken from the dots of this long; the sum is exact, from the gauges. */
const SPAN_MICROS = 8_000_000

export type FlowRates = {
  /** Per store id: what producers try to put into it. */
  attempts: Map<string, Flow[]>
  /** Refused attempts a second, `producer>store>shard`. */
  refused: Map<string, number>
}

/** Attempts a second of every producer into every shard with every paint, now. */
export function flowRates(frame: Frame, layout: Layout): FlowRates {
  const now = frame.header[HEADER.nowMicros] ?? 0
  const before = frame.header[HEADER.beforeMicros] ?? 0
  const span = Math.min(SPAN_MICROS, Math.max(1, now))
  const counts = new Float64Array(layout.tracks.length * PAINT_COUNT)
  const count = frame.header[HEADER.dotCount] ?? 0
  for (let i = count - 1; i >= 0 && (frame.dotAtMicros[i] ?? 0) > now - span; i--) {
    const at = (frame.dotTrack[i] ?? 0) * PAINT_COUNT + (frame.dotPaint[i] ?? 0)
    counts[at] = (counts[at] ?? 0) + 1
  }
  const attempts = new Map<string, Flow[]>()
  const refused = new Map<string, number>()
  for (const producer of layout.nodes) {
    if (producer.kind !== 'producer') continue
    producer.targets.forEach((store, row) => {
      const place = gaugePlace(producer, 'attemptsTotal', row)
      const exact =
        now > before ? ((valueAt(frame.gauges, place) - valueAt(frame.before, place)) / (now - before)) * 1e6 : 0
      attempts.set(store, [...(attempts.get(store) ?? []), ...shared(layout, counts, producer.id, store, exact)])
      layout.tracks.forEach((track, index) => {
        if (track.kind !== 'refused' || track.from !== producer.id || track.to !== store) return
        let dots = 0
        for (let paint = 0; paint < PAINT_COUNT; paint++) dots += counts[index * PAINT_COUNT + paint] ?? 0
        if (dots > 0) refused.set(refusedKey(producer.id, store, track.row), (dots * track.recordsPerDot * 1e6) / span)
      })
    })
  }
  return { attempts, refused: exactRefusals(frame, layout, refused, now - before) }
}

export const refusedKey = (producer: string, store: string, shard: number): string => `${producer}>${store}>${shard}`

function shared(layout: Layout, counts: Float64Array, producer: string, store: string, exact: number): Flow[] {
  const flows: Flow[] = []
  let total = 0
  layout.tracks.forEach((track, index) => {
    if (track.kind === 'delivered' || track.from !== producer || track.to !== store) return
    for (let paint = 0; paint < PAINT_COUNT; paint++) {
      const dots = counts[index * PAINT_COUNT + paint] ?? 0
      if (dots === 0) continue
      total += dots
      const known = flows.find((flow) => flow.shard === track.row && flow.paint === paint)
      if (known) known.rate += dots
      else flows.push({ producer, shard: track.row, paint, rate: dots })
    }
  })
  return flows.map((flow) => ({ ...flow, rate: total > 0 ? (flow.rate / total) * exact : 0 }))
}

/** Which producers are refused is known from the dots; how much, from the shard's own counters. */
function exactRefusals(
  frame: Frame,
  layout: Layout,
  dots: Map<string, number>,
  spanMicros: number,
): Map<string, number> {
  const exact = new Map<string, number>()
  const keysOf = new Map<string, string[]>()
  for (const key of dots.keys()) {
    const ofShard = key.slice(key.indexOf('>'))
    keysOf.set(ofShard, [...(keysOf.get(ofShard) ?? []), key])
  }
  for (const stream of layout.nodes) {
    if (stream.kind !== 'stream') continue
    for (let row = 0; row < stream.rowCount; row++) {
      const keys = keysOf.get(refusedKey('', stream.id, row))
      if (!keys) continue
      let grown = 0
      for (const name of ['refusedByRecordsTotal', 'refusedByBytesTotal']) {
        const place = gaugePlace(stream, name, row)
        grown += valueAt(frame.gauges, place) - valueAt(frame.before, place)
      }
      const total = keys.reduce((sum, key) => sum + (dots.get(key) ?? 0), 0)
      for (const key of keys)
        exact.set(key, spanMicros > 0 && total > 0 ? ((dots.get(key) ?? 0) / total) * (grown / spanMicros) * 1e6 : 0)
    }
  }
  return exact
}
