import { timeTicks } from './timeTicks.ts'

const INSET_PX = 16

/** The time axis that all charts share. */
export function TimeAxis({ row, durationSeconds, width }: { row: number; durationSeconds: number; width: number }) {
  if (width <= 0 || durationSeconds <= 0) return null
  const ticks = timeTicks(durationSeconds, width)
  return (
    <svg
      className="chart-axis"
      style={{ gridRow: row }}
      width={width + 2 * INSET_PX}
      height="1.25rem"
      aria-hidden="true"
    >
      {ticks.map(({ seconds, label }, i) => {
        const x = INSET_PX + (seconds / durationSeconds) * width
        return (
          <g key={seconds} transform={`translate(${x.toFixed(1)} 0)`}>
            <line y2="4" stroke="var(--line-2)" />
            <text className="chart-tick" y="1rem" textAnchor={i === 0 ? 'start' : x > width ? 'end' : 'middle'}>
              {label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
