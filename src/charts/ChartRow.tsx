import { memo, useMemo, useRef } from 'react'
import { useGauges, useView } from '../state/index.ts'
import { rateText } from '../ui/rateText.ts'
import { useSize } from '../ui/useSize.ts'
import type { ChartSpec } from './chartSpec.ts'
import { type History, lineValues, sumOf, valueAt } from './lineValues.ts'
import { Plot } from './Plot.tsx'

type ChartRowProps = { row: number; spec: ChartSpec; history: History | null; durationMicros: number; width: number }

/** One chart, and beside it what its curves are worth at the cursor. */
export function ChartRow({ row, spec, history, durationMicros, width }: ChartRowProps) {
  const cell = useRef<HTMLDivElement>(null)
  const { height } = useSize(cell)
  const curves = useMemo(
    () => (history === null ? [] : spec.lines.map((line) => lineValues(line, history))),
    [spec, history],
  )
  return (
    <>
      <div className="chart-plot" style={{ gridRow: row }} ref={cell}>
        <h3>{spec.title}</h3>
        {history !== null && width > 0 && height > 0 && (
          <MemoPlot
            spec={spec}
            curves={curves}
            stepMicros={history.stepMicros}
            durationMicros={durationMicros}
            width={width}
            height={height}
          />
        )}
      </div>
      <Values row={row} spec={spec} history={history} curves={curves} />
    </>
  )
}

const MemoPlot = memo(Plot)

function Values({
  row,
  spec,
  history,
  curves,
}: {
  row: number
  spec: ChartSpec
  history: History | null
  curves: readonly Float64Array[]
}) {
  const cursor = useView((view) => view.cursorMicros)
  const now = useGauges((reader) => reader.nowMicros)
  const at = cursor ?? now
  const totals = useMemo(
    () => (history === null ? [] : (spec.totals ?? []).map((total) => sumOf(total.gauges, history))),
    [spec, history],
  )
  const value = (values: Float64Array | undefined) =>
    history === null || values === undefined ? Number.NaN : valueAt(values, history.stepMicros, at)
  return (
    <dl className="chart-values" style={{ gridRow: row }} aria-label={spec.title}>
      {spec.lines.map((line, i) => (
        <div
          key={line.label}
          style={{
            color:
              line.refused && !(value(curves[i]) > value(curves[i - 1]) * 1.001) ? 'var(--ink-2)' : inkOfText(line.ink),
          }}
        >
          <dt>{line.label}</dt>
          <dd>{Number.isNaN(value(curves[i])) ? '–' : spec.text(value(curves[i]))}</dd>
        </div>
      ))}
      {(spec.totals ?? []).map((total, i) => {
        const sum = value(totals[i])
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

/** Greys that are fine for a curve are too pale for a word. */
function inkOfText(ink: string): string {
  return ink === 'var(--line-2)' || ink === 'var(--ink-3)' ? 'var(--ink-2)' : ink
}
