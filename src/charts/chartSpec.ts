import type { GaugeOfNode } from '../state/index.ts'

/** One curve: the sum of some gauges, as it is or as growth a second. */
export type Line = {
  label: string
  /** CSS colour. */
  ink: string
  gauges: readonly GaugeOfNode[]
  mode: 'rate' | 'value'
  /** What the chart's unit is of the gauge's unit (microseconds in seconds: 1e-6). */
  factor?: number
  /** Drawn over a hatched area down to the line before it: what was refused on top of what was stored. */
  refused?: boolean
  thin?: boolean
  dash?: string
}

/** A line across: steps where somebody changed it. */
export type LimitLine = { label: string; steps: readonly { atMicros: number; value: number }[] }

export type ChartSpec = {
  id: string
  title: string
  /** Text of a value, with its unit. */
  text: (value: number) => string
  lines: readonly Line[]
  limit?: LimitLine
  /** Growth so far, shown beside and not drawn. */
  totals?: readonly { label: string; gauges: readonly GaugeOfNode[]; stop?: boolean }[]
}

/** All gauges that a set of charts needs, each once, in a fixed order. */
export function gaugesOf(specs: readonly ChartSpec[]): GaugeOfNode[] {
  const all = new Map<string, GaugeOfNode>()
  for (const spec of specs) {
    for (const part of [...spec.lines, ...(spec.totals ?? [])])
      for (const gauge of part.gauges) all.set(gaugeKey(gauge), gauge)
  }
  return [...all.values()]
}

export const gaugeKey = ({ nodeId, name, row }: GaugeOfNode): string => `${nodeId}/${name}/${row ?? ''}`
