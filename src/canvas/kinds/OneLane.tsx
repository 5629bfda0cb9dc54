import { GRAIN_RADIUS, PAINT_LETTERS } from '../measures.ts'
import { type LaneDrawing, type LaneMark, laneMarks } from './laneDrawing.ts'

type Props = { drawing: LaneDrawing; lane: number; top: number; label: string; right: number }

/** One group's lane: what waits stands left of the bar, what is in flight right of it, and the lock belongs to the bar. */
export function OneLane({ drawing, lane, top, label, right }: Props) {
  const { step, barX, radius, lanes } = drawing
  const { paint = 0, waiting = 0, inFlight = 0 } = lanes[lane] ?? {}
  const marks = laneMarks(drawing, lane)
  const middle = top + step / 2
  return (
    <>
      <path d={`M0 ${top + step}H${right}`} className="hair" />
      <text x={4} y={middle + 4} className="t-tick">
        {label}
      </text>
      {radius > 0 ? <Beads {...{ paint, marks, radius }} /> : <Grains {...{ paint, marks }} />}
      {inFlight > 0 && <path d={`M${barX} ${top + 2}V${top + step - 2}`} className="lane-bar" />}
      {inFlight > 0 ? (
        <path d={lockAt(right - 14, middle)} className="lock" />
      ) : (
        waiting > 0 && (
          <text x={right} y={middle + 4} textAnchor="end" className="t-tick">
            open
          </text>
        )
      )}
    </>
  )
}

const colourOf = (paint: number) =>
  PAINT_LETTERS[paint] === undefined ? 'var(--k-other)' : `var(--k${PAINT_LETTERS[paint]})`

function Grains({ paint, marks }: { paint: number; marks: readonly LaneMark[] }) {
  const dots = (flies: boolean) => marks.filter(({ isInFlight }) => isInFlight === flies).map(circle)
  const colour = colourOf(paint)
  return (
    <>
      <path d={dots(false).join('')} style={{ fill: colour }} />
      <path d={dots(true).join('')} style={{ fill: 'none', stroke: colour }} strokeWidth={1.2} />
    </>
  )
}

/** One bead is one message; it carries the letter of its group. */
function Beads({ paint, marks, radius }: { paint: number; marks: readonly LaneMark[]; radius: number }) {
  const letter = PAINT_LETTERS[paint]
  const colour = colourOf(paint)
  return marks.map(({ x, y, isInFlight: isGhost }) => (
    <g key={x} transform={`translate(${x} ${y})`}>
      <circle
        r={isGhost ? radius - 0.6 : radius}
        className={isGhost ? 'ghost' : undefined}
        style={isGhost ? { stroke: colour } : { fill: colour }}
      />
      <text
        y={3.6}
        textAnchor="middle"
        className="t-bead"
        style={isGhost || letter === undefined ? undefined : { fill: `var(--o${letter})` }}
      >
        {letter}
      </text>
    </g>
  ))
}

const circle = ({ x, y }: LaneMark) =>
  `M${x - GRAIN_RADIUS} ${y}a${GRAIN_RADIUS} ${GRAIN_RADIUS} 0 1 0 ${2 * GRAIN_RADIUS} 0a${GRAIN_RADIUS} ${GRAIN_RADIUS} 0 1 0 ${-2 * GRAIN_RADIUS} 0`

const lockAt = (x: number, y: number) => `M${x} ${y - 1}h8v6h-8zM${x + 1.5} ${y - 1}v-2.5a2.5 2.5 0 0 1 5 0v2.5`
