import { type ChartView, penOf } from './chartView.ts'
import type { LatencyAnswer } from './useLatency.ts'

/** 27 ms, 1.2 s, 12.5 min: three digits. */
export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–'
  const [value, unit] = seconds < 1 ? [seconds * 1000, 'ms'] : seconds < 600 ? [seconds, 's'] : [seconds / 60, 'min']
  return `${Number(value.toPrecision(3))} ${unit}`
}

export const shareName = (share: number): string => `p${Math.round(share * 100)}`

/** Percentiles over time as curves of seconds, each value of one window. */
export function latencyView(title: string, { percentiles, stepMicros }: LatencyAnswer): ChartView {
  return {
    ...{ title, stepMicros, unit: 's', text: durationText, ofPeriods: true },
    lines: percentiles.map(({ share, over }, i) => ({
      label: shareName(share),
      values: Float64Array.from(over, (micros) => micros * 1e-6),
      ...penOf(i),
    })),
  }
}
