import { memo, useMemo, useRef } from 'react'
import { useSize } from '../ui/useSize.ts'
import { ChartValues } from './ChartValues.tsx'
import type { ChartSpec } from './chartSpec.ts'
import { type History, lineValues } from './lineValues.ts'
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
      <ChartValues row={row} spec={spec} history={history} curves={curves} />
    </>
  )
}

const MemoPlot = memo(Plot)
