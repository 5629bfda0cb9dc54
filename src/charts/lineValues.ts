import type { GaugeOfNode } from '../state/index.ts'
import { gaugeKey, type Line } from './chartSpec.ts'

/** History of some gauges at equal steps from 0; NaN where nothing was played. */
export type History = { stepMicros: number; count: number; values: Float64Array; places: ReadonlyMap<string, number> }

/** The rule of the whole app: a rate is what happened within the last second, or within a step where steps are longer. */
const RATE_MICROS = 1_000_000

/** The values of one curve at every step. */
export function lineValues(line: Line, history: History): Float64Array {
  const sums = sumOf(line.gauges, history)
  const factor = line.factor ?? 1
  if (line.mode === 'value') return sums.map((value) => value * factor)
  const back = Math.max(1, Math.round(RATE_MICROS / history.stepMicros))
  return sums.map((value, i) => {
    if (i === 0) return Number.isNaN(value) ? value : 0
    const from = Math.max(0, i - back)
    return ((value - (sums[from] ?? 0)) / ((i - from) * history.stepMicros)) * 1e6 * factor
  })
}

export function sumOf(gauges: readonly GaugeOfNode[], { count, values, places }: History): Float64Array {
  const sums = new Float64Array(count)
  for (const gauge of gauges) {
    const place = places.get(gaugeKey(gauge))
    for (let i = 0; i < count; i += 1)
      sums[i] = (sums[i] ?? 0) + (place === undefined ? Number.NaN : (values[place * count + i] ?? Number.NaN))
  }
  return sums
}

/** The value at a moment: of the latest step up to it that is known. */
export function valueAt(values: Float64Array, stepMicros: number, micros: number): number {
  let i = Math.min(values.length - 1, Math.floor(micros / stepMicros + 1e-9))
  while (i > 0 && Number.isNaN(values[i] ?? Number.NaN)) i -= 1
  return values[i] ?? Number.NaN
}
