import { PAINT_COUNT } from '../../protocol/frame.ts'
import { useGauges } from '../../state/index.ts'
import { GRAIN_RADIUS, PAINT_LETTERS, PITCH } from '../measures.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { type DrawingProps, perMark } from './drawing.ts'

const OTHER = PAINT_LETTERS.length
/** Marks of the messages in flight, right of the bar. */
const IN_FLIGHT_MARKS = 5
const LANE_MAX = 26
const LETTER_ROOM = 22
/** Room for how many groups share the last lane. */
const OTHERS_ROOM = 54
const LOCK_ROOM = 34

type Lane = { paint: number; waiting: number; inFlight: number }

/** One lane a message group, its oldest message at the right; while one is in flight, the bar is down before those behind it. */
export function Lanes({ node, box }: DrawingProps<'fifoQueue'>) {
  const lanes = useGauges((g): Lane[] =>
    Array.from({ length: PAINT_COUNT }, (_, paint) => ({
      paint,
      waiting: g.value(node.id, `visiblePaint${paint}`),
      inFlight: g.value(node.id, `inFlightPaint${paint}`),
    })),
  )
  const { layout } = useScene()
  const groups = useGauges((g) => ({ locked: g.value(node.id, 'groupsLocked'), all: g.value(node.id, 'groups') }))
  const used = lanes.filter((lane) => lane.waiting + lane.inFlight > 0)
  const shown = used.length > 0 ? used : lanes.slice(0, 3)
  const own = used.filter((lane) => lane.paint !== OTHER).length
  const others = used.length > own ? Math.max(1, groups.all - own) : 0
  const empty = Math.max(0, Math.min(OTHER, layout?.paintedKeys.length ?? 0) - own)
  const labelRoom = others > 0 ? OTHERS_ROOM : LETTER_ROOM
  const step = Math.min(LANE_MAX, (box.height - 16) / shown.length)
  const barX = box.width - LOCK_ROOM - IN_FLIGHT_MARKS * PITCH
  const places = Math.floor((barX - labelRoom) / PITCH)
  const each = perMark(Math.max(...used.map((lane) => Math.max(lane.waiting, 0)), 0), places)
  return (
    <>
      {shown.map((lane, i) => (
        <g key={lane.paint} transform={`translate(0 ${i * step})`}>
          <OneLane {...{ lane, step, barX, each, others, right: box.width }} />
        </g>
      ))}
      <text y={box.height - 3} className="t-tick">
        {groups.all === 0
          ? 'no group has messages'
          : `${count(groups.all - groups.locked)} open, ${count(groups.locked)} locked, ${count(empty)} empty: no lane`}
      </text>
      <text x={box.width} y={box.height - 3} textAnchor="end" className="t-tick">
        1 dot = {count(each)}
      </text>
    </>
  )
}

type LaneProps = { lane: Lane; step: number; barX: number; each: number; others: number; right: number }

function OneLane({ lane, step, barX, each, others, right }: LaneProps) {
  const { paint, waiting, inFlight } = lane
  const letter = PAINT_LETTERS[paint]
  const middle = step / 2
  const colour = letter === undefined ? 'var(--k-other)' : `var(--k${letter})`
  const dots = (from: number, amount: number, direction: number) =>
    Array.from({ length: amount }, (_, i) => circle(from + direction * i * PITCH, middle)).join('')
  return (
    <>
      <path d={`M0 ${step}H${right}`} className="hair" />
      <text x={4} y={middle + 4} className="t-tick">
        {paint === OTHER ? `${count(others)} more` : letter}
      </text>
      <path d={dots(barX - 5, Math.ceil(Math.max(0, waiting) / each), -1)} style={{ fill: colour }} />
      {inFlight > 0 && (
        <>
          <path d={`M${barX} 2V${step - 2}`} className="lane-bar" />
          <path
            d={dots(barX + 6, Math.min(IN_FLIGHT_MARKS, Math.ceil(inFlight / each)), 1)}
            style={{ fill: 'none', stroke: colour }}
            strokeWidth={1.2}
          />
        </>
      )}
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

const circle = (x: number, y: number) =>
  `M${x - GRAIN_RADIUS} ${y}a${GRAIN_RADIUS} ${GRAIN_RADIUS} 0 1 0 ${2 * GRAIN_RADIUS} 0a${GRAIN_RADIUS} ${GRAIN_RADIUS} 0 1 0 ${-2 * GRAIN_RADIUS} 0`

const lockAt = (x: number, y: number) => `M${x} ${y - 1}h8v6h-8zM${x + 1.5} ${y - 1}v-2.5a2.5 2.5 0 0 1 5 0v2.5`
