import type { Engine } from '../engine/index.ts'

export type SeriesRequest = { gauges: number[]; fromMicros: number; stepMicros: number; count: number }

const POINTS_AT_MOST = 200_000

/** Gauges at evenly spaced moments, from the recorded bins; NaN where the run has not been, 0 at the start. */
export function seriesOf(engine: Engine, { gauges, fromMicros, stepMicros, count }: SeriesRequest): Float64Array {
  const { history } = engine
  const wanted = Math.max(0, Math.min(count, Math.floor(POINTS_AT_MOST / Math.max(1, gauges.length))))
  const values = new Float64Array(gauges.length * wanted)
  gauges.forEach((gauge, g) => {
    for (let i = 0; i < wanted; i++) {
      const moment = fromMicros + i * stepMicros
      const bin = Math.floor(moment / history.binMicros) - 1
      const known = gauge >= 0 && gauge < engine.gaugeCount && moment <= engine.now && bin < history.length
      values[g * wanted + i] = !known ? Number.NaN : bin < 0 ? 0 : history.get(bin, gauge)
    }
  })
  return values
}
