import type { Metric } from '../../protocol/gaugeWord.ts'

/** CloudWatch keeps one value a minute of these services' metrics. */
export const MINUTE_MICROS = 60_000_000

/** The period of the console: a minute, or the recorder's bin in a run so long that it keeps no finer one. */
export const periodOf = (stepMicros: number): number => Math.max(1, Math.ceil(MINUTE_MICROS / stepMicros)) * stepMicros

/**
 * What a metric is worth in each whole period: the growth of a total (Sum), or the mean or the highest of the values recorded in
 * it. A period that is not over has no value yet.
 */
export function consolePeriods(
  recorded: Float64Array,
  stepMicros: number,
  statistic: Metric['statistic'],
): Float64Array {
  const per = Math.round(periodOf(stepMicros) / stepMicros)
  const periods = Math.floor(Math.max(0, recorded.length - 1) / per)
  return Float64Array.from({ length: periods }, (_, p) => {
    const from = p * per
    const last = recorded[from + per] ?? Number.NaN
    if (Number.isNaN(last)) return Number.NaN
    if (statistic === 'Sum') return last - (recorded[from] ?? 0)
    const within = recorded.subarray(from + 1, from + per + 1)
    return statistic === 'Maximum' ? Math.max(...within) : within.reduce((sum, value) => sum + value, 0) / per
  })
}
