import { rateText } from '../../ui/rateText.ts'
import { linePath } from '../curvePath.ts'
import { limitPath } from '../limitPath.ts'
import type { ChartView, ViewLine } from './chartView.ts'
import { TimeTicks } from './TimeTicks.tsx'
import { viewAxis } from './viewAxis.ts'

type ViewPlotProps = { view: ChartView; durationMicros: number; width: number; height: number }

export const LEFT_PX = 52
export const RIGHT_PX = 10
const TOP_PX = 20
const BOTTOM_PX = 20

/** Curves between two labelled axes. */
export function ViewPlot({ view, durationMicros, width, height }: ViewPlotProps) {
  const { lines, stepMicros, limit } = view
  const { near, top, ticks, unit, perUnit } = viewAxis(view)
  const right = width - RIGHT_PX
  const floor = height - BOTTOM_PX
  const x = (micros: number) => LEFT_PX + (micros / Math.max(1, durationMicros)) * (right - LEFT_PX)
  const y = (value: number) => floor - (value / top) * (floor - TOP_PX)
  const last = limit?.steps.at(-1)?.value ?? 0
  return (
    <svg width={width} height={height} aria-hidden="true">
      <text className="chart-tick" x={LEFT_PX - 6} y={11} textAnchor="end">
        {unit}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT_PX} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text className="chart-tick" x={LEFT_PX - 6} y={y(tick) + 4} textAnchor="end">
            {rateText(tick / perUnit)}
          </text>
        </g>
      ))}
      <TimeTicks durationMicros={durationMicros} from={LEFT_PX} to={right} floor={floor} />
      {lines.map((line) => (
        <path
          key={line.label}
          d={view.ofPeriods ? stairPath(line, stepMicros, x, y) : curvePath(line, stepMicros, x, y)}
          fill="none"
          stroke={line.ink}
          strokeWidth={line.values.length > width ? 1.25 : 1.75}
          strokeDasharray={line.dash}
          strokeLinejoin="round"
        />
      ))}
      {near && limit !== undefined && (
        <>
          <path
            d={limitPath(limit.steps, durationMicros, x, y)}
            fill="none"
            stroke="var(--ink)"
            strokeDasharray="4 3"
          />
          <text className="chart-tick chart-halo" x={right} y={y(last) - 5} textAnchor="end">
            {limit.label} {view.text(last)}
          </text>
        </>
      )}
    </svg>
  )
}

type Place = (value: number) => number

const curvePath = ({ values }: ViewLine, stepMicros: number, x: Place, y: Place) =>
  linePath(
    values.length,
    (i) => !Number.isNaN(values[i]),
    (i) => x(i * stepMicros),
    (i) => y(values[i]!),
  )

/** A value of a whole period is level for as long. */
function stairPath({ values }: ViewLine, stepMicros: number, x: Place, y: Place): string {
  let path = ''
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return
    const isFirst = i === 0 || Number.isNaN(values[i - 1])
    path += `${isFirst ? 'M' : 'L'}${x(i * stepMicros).toFixed(1)} ${y(value).toFixed(1)}H${x((i + 1) * stepMicros).toFixed(1)}`
  })
  return path
}
