import { axisTimeText } from '../ui/clockText.ts'

const INSET_PX = 16
const LABEL_PX = 76
/** Round steps of a clock, in seconds. */
const STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
]

/** The time axis that all charts share. */
export function TimeAxis({ row, durationSeconds, width }: { row: number; durationSeconds: number; width: number }) {
  if (width <= 0 || durationSeconds <= 0) return null
  const step = STEPS.find((seconds) => (seconds / durationSeconds) * width >= LABEL_PX) ?? durationSeconds
  const ticks = Array.from({ length: Math.floor(durationSeconds / step + 1e-9) + 1 }, (_, i) => i * step)
  return (
    <svg className="chart-axis" style={{ gridRow: row }} width={width + 2 * INSET_PX} height={20} aria-hidden="true">
      {ticks.map((seconds, i) => {
        const x = INSET_PX + (seconds / durationSeconds) * width
        return (
          <g key={seconds} transform={`translate(${x.toFixed(1)} 0)`}>
            <line y2="4" stroke="var(--line-2)" />
            <text className="chart-tick" y="16" textAnchor={i === 0 ? 'start' : x > width ? 'end' : 'middle'}>
              {step < 1 ? `${seconds.toFixed(1)}` : axisTimeText(seconds)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
