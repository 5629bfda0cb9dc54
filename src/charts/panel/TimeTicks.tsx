import { timeTicks } from '../timeTicks.ts'

type TimeTicksProps = { durationMicros: number; from: number; to: number; floor: number }

/** The time axis of a chart of the panel: below `floor`, between two places of its picture. */
export function TimeTicks({ durationMicros, from, to, floor }: TimeTicksProps) {
  return timeTicks(durationMicros / 1e6, to - from).map(({ seconds, label }, i) => {
    const x = from + ((seconds * 1e6) / Math.max(1, durationMicros)) * (to - from)
    return (
      <g key={seconds} transform={`translate(${x.toFixed(1)} ${floor})`}>
        <line y2="4" stroke="var(--line-2)" />
        <text className="chart-tick" y="16" textAnchor={i === 0 ? 'start' : x > to - 14 ? 'end' : 'middle'}>
          {label}
        </text>
      </g>
    )
  })
}
