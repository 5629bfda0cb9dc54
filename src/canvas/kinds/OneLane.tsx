import { GRAIN_RADIUS, PAINT_LETTERS, PITCH } from '../measures.ts'

export const GRAIN_PITCH = PITCH
/** Marks of the messages in flight, right of the bar. */
export const GRAINS_IN_FLIGHT = 5
export const BEADS_IN_FLIGHT = 2
export const LOCK_ROOM = 34
export const beadPitch = (radius: number): number => 2 * radius + 3

export type Lane = { paint: number; waiting: number; inFlight: number }

type Props = {
  lane: Lane
  label: string
  step: number
  barX: number
  each: number
  right: number
  /** Of its beads; 0: drawn in grains. */
  radius: number
}

/** One group's lane: what waits stands left of the bar, what is in flight right of it, and the lock belongs to the bar. */
export function OneLane({ lane, label, step, barX, each, right, radius }: Props) {
  const { paint, waiting, inFlight } = lane
  const middle = step / 2
  return (
    <>
      <path d={`M0 ${step}H${right}`} className="hair" />
      <text x={4} y={middle + 4} className="t-tick">
        {label}
      </text>
      {radius > 0 ? (
        <Beads {...{ paint, waiting, inFlight, middle, barX, radius }} />
      ) : (
        <Grains {...{ paint, middle, barX }} waiting={waiting / each} inFlight={inFlight / each} />
      )}
      {inFlight > 0 && <path d={`M${barX} 2V${step - 2}`} className="lane-bar" />}
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

type MarksProps = { paint: number; waiting: number; inFlight: number; middle: number; barX: number }

const colourOf = (paint: number) =>
  PAINT_LETTERS[paint] === undefined ? 'var(--k-other)' : `var(--k${PAINT_LETTERS[paint]})`

function Grains({ paint, waiting, inFlight, middle, barX }: MarksProps) {
  const dots = (from: number, amount: number, direction: number) =>
    Array.from({ length: amount }, (_, i) => circle(from + direction * i * GRAIN_PITCH, middle)).join('')
  const colour = colourOf(paint)
  return (
    <>
      <path d={dots(barX - 5, Math.ceil(waiting), -1)} style={{ fill: colour }} />
      <path
        d={dots(barX + 6, Math.min(GRAINS_IN_FLIGHT, Math.ceil(inFlight)), 1)}
        style={{ fill: 'none', stroke: colour }}
        strokeWidth={1.2}
      />
    </>
  )
}

/** One bead is one message; it carries the letter of its group. */
function Beads({ paint, waiting, inFlight, middle, barX, radius }: MarksProps & { radius: number }) {
  const letter = PAINT_LETTERS[paint]
  const colour = colourOf(paint)
  const pitch = beadPitch(radius)
  const places = [
    ...Array.from({ length: waiting }, (_, i) => ({ x: barX - 5 - radius - i * pitch, isGhost: false })),
    ...Array.from({ length: inFlight }, (_, i) => ({ x: barX + 5 + radius + i * pitch, isGhost: true })),
  ]
  return places.map(({ x, isGhost }) => (
    <g key={x} transform={`translate(${x} ${middle})`}>
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

const circle = (x: number, y: number) =>
  `M${x - GRAIN_RADIUS} ${y}a${GRAIN_RADIUS} ${GRAIN_RADIUS} 0 1 0 ${2 * GRAIN_RADIUS} 0a${GRAIN_RADIUS} ${GRAIN_RADIUS} 0 1 0 ${-2 * GRAIN_RADIUS} 0`

const lockAt = (x: number, y: number) => `M${x} ${y - 1}h8v6h-8zM${x + 1.5} ${y - 1}v-2.5a2.5 2.5 0 0 1 5 0v2.5`
