import { useId } from 'react'
import type { ChartSpec } from './chartSpec.ts'
import { areaPath, linePath } from './curvePath.ts'
import { limitPath } from './limitPath.ts'

type PlotProps = {
  spec: ChartSpec
  curves: readonly Float64Array[]
  stepMicros: number
  durationMicros: number
  width: number
  height: number
}

/** Room for the title above the curves, and for the stroke below. */
const TOP_PX = 16
const BOTTOM_PX = 3
/** A limit this many times above everything that happens is not drawn: it would press the curves flat. */
const FAR = 4
const INSET_PX = 16
/** Narrower than this a title needs the whole line. */
const ROOM_PX = 320

/** The curves of one chart. */
export function Plot({ spec, curves, stepMicros, durationMicros, width, height }: PlotProps) {
  const hatch = useId()
  const most = Math.max(0, ...curves.map(largest))
  const limits = spec.limit?.steps.map((step) => step.value) ?? []
  const limitMost = Math.max(0, ...limits)
  const near = limitMost > 0 && limitMost <= most * FAR
  const top = Math.max(most, near ? limitMost : 0)
  const x = (micros: number) => (micros / Math.max(1, durationMicros)) * width
  const floor = height - BOTTOM_PX
  const pxPerUnit = (floor - TOP_PX) / (top > 0 ? top * 1.04 : 1)
  const y = (value: number) => floor - value * pxPerUnit
  const at = (i: number) => x(i * stepMicros)
  const last = limits.at(-1) ?? 0
  return (
    <svg width={width + 2 * INSET_PX} height={height} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--stop-wash)" />
          <line y2="5" stroke="var(--stop)" strokeWidth="1.6" />
        </pattern>
      </defs>
      <g transform={`translate(${INSET_PX} 0)`}>
        <line x2={width} y1={y(0)} y2={y(0)} stroke="var(--line)" />
        {spec.lines.map((line, i) => {
          const values = curves[i]
          const below = line.refused ? curves[i - 1] : undefined
          if (values === undefined || below === undefined) return null
          const least = (j: number) => below[j] ?? 0
          const refused = areaPath(
            values.length,
            (j) => !Number.isNaN(values[j]),
            at,
            (j) => y(least(j)),
            (j) => y(Math.max(values[j]!, least(j))),
          )
          return <path key={line.label} d={refused} fill={`url(#${hatch})`} />
        })}
        {spec.lines.map((line, i) => {
          const values = curves[i]
          if (values === undefined) return null
          const below = line.refused ? curves[i - 1] : undefined
          // Without refusals attempts and stored records are one curve, and it is not vermilion.
          const isShown = (j: number) =>
            !Number.isNaN(values[j]) && (below === undefined || values[j]! > (below[j] ?? 0) * 1.001)
          const path = linePath(values.length, isShown, at, (j) => y(values[j]!))
          return (
            <path
              key={line.label}
              d={path}
              fill="none"
              stroke={line.ink}
              strokeWidth={line.thin ? 1.25 : 1.75}
              strokeDasharray={line.dash ?? ''}
              strokeLinejoin="round"
            />
          )
        })}
        {near && spec.limit !== undefined && (
          <>
            <path
              d={limitPath(spec.limit.steps, durationMicros, x, y)}
              fill="none"
              stroke="var(--ink)"
              strokeDasharray="4 3"
            />
            <text
              className="chart-tick chart-halo"
              x={width}
              y={y(last)}
              dy={y(last) + 16 > height ? -5 : '0.8125rem'}
              textAnchor="end"
            >
              {spec.limit.label}
            </text>
          </>
        )}
        {!near && most > 0 && (
          <>
            <line x2={width} y1={y(most)} y2={y(most)} stroke="var(--line)" />
            {width > ROOM_PX && (
              <text className="chart-tick" x={width} y="0.8125rem" textAnchor="end">
                {spec.text(most)}
              </text>
            )}
          </>
        )}
      </g>
    </svg>
  )
}

/** The largest value; 0 where none is known. */
function largest(values: Float64Array): number {
  return values.reduce((most, value) => (value > most ? value : most), 0)
}
