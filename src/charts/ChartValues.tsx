import { useMemo } from 'react'
import { type GaugeOfNode, type GaugeReader, useGauges, useView } from '../state/index.ts'
import { rateText } from '../ui/rateText.ts'
import type { ChartSpec, Line } from './chartSpec.ts'
import { type History, sumOf, valueAt } from './lineValues.ts'

type ChartValuesProps = { row: number; spec: ChartSpec; history: History | null; curves: readonly Float64Array[] }

/** What the curves of a chart are worth where the hand points, else now. */
export function ChartValues({ row, spec, history, curves }: ChartValuesProps) {
  const pointed = useView((view) => view.cursorMicros)
  const totalsOf = spec.totals ?? []
  const sums = useMemo(
    () => (history === null ? [] : (spec.totals ?? []).map((total) => sumOf(total.gauges, history))),
    [spec, history],
  )
  // Now is read from the gauges and not from the history: the same number as everywhere on the page.
  const now = useGauges((reader) => [
    ...spec.lines.map((line) => lineNow(line, reader)),
    ...totalsOf.map((total) => sumNow(total.gauges, reader, 'value')),
  ])
  const values =
    pointed === null || history === null
      ? now
      : [...curves, ...sums].map((known) => valueAt(known, history.stepMicros, pointed))
  return (
    <dl className="chart-values" style={{ gridRow: row }} aria-label={spec.title}>
      {spec.lines.map((line, i) => (
        <div key={line.label} style={{ color: inkOfText(line, values[i] ?? 0, values[i - 1] ?? 0) }}>
          <dt>{line.label}</dt>
          <dd>{Number.isFinite(values[i]) ? spec.text(values[i] ?? 0) : '–'}</dd>
        </div>
      ))}
      {totalsOf.map((total, i) => {
        const sum = values[spec.lines.length + i] ?? 0
        return (
          <div key={total.label} className={total.stop && sum > 0 ? 'stop' : ''}>
            <dt>{total.label}</dt>
            <dd>{rateText(sum)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function sumNow(gauges: readonly GaugeOfNode[], reader: GaugeReader, read: 'rate' | 'value'): number {
  return gauges.reduce((sum, { nodeId, name, row }) => sum + reader[read](nodeId, name, row), 0)
}

const lineNow = (line: Line, reader: GaugeReader) => sumNow(line.gauges, reader, line.mode) * (line.factor ?? 1)

/** Greys that are fine for a curve are too pale for a word, and vermilion is for records that were refused. */
function inkOfText({ ink, refused }: Line, value: number, below: number): string {
  if (refused && !(value > below * 1.001)) return 'var(--ink-2)'
  return ink === 'var(--line-2)' || ink === 'var(--ink-3)' ? 'var(--ink-2)' : ink
}
