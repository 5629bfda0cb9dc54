import { PAINT_COUNT } from '../../protocol/frame.ts'
import { useGauges } from '../../state/index.ts'
import { PAINT_LETTERS } from '../measures.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { type DrawingProps, perMark } from './drawing.ts'
import { BEADS_IN_FLIGHT, beadPitch, GRAIN_PITCH, GRAINS_IN_FLIGHT, type Lane, LOCK_ROOM, OneLane } from './OneLane.tsx'

const OTHER = PAINT_LETTERS.length
const LANE_MAX = 26
const LETTER_ROOM = 22
/** Room for how many groups share the last lane. */
const OTHERS_ROOM = 54
/** A bead has room for its letter from this radius on. */
const BEAD_RADIUS_MIN = 6

/** One lane a message group, its oldest message at the right; while one is in flight, the bar is down before those behind it. */
export function Lanes({ node, box }: DrawingProps<'fifoQueue'>) {
  const lanes = useGauges((g): Lane[] =>
    Array.from({ length: PAINT_COUNT }, (_, paint) => ({
      paint,
      waiting: Math.max(0, g.value(node.id, `visiblePaint${paint}`)),
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
  const radius = Math.min(7.5, step / 2 - 1.5)
  const longest = Math.max(0, ...used.map((lane) => lane.waiting))
  const beadBar = box.width - LOCK_ROOM - BEADS_IN_FLIGHT * beadPitch(radius)
  const beads =
    radius >= BEAD_RADIUS_MIN &&
    longest <= Math.floor((beadBar - labelRoom) / beadPitch(radius)) &&
    used.every((lane) => lane.inFlight <= BEADS_IN_FLIGHT)
  const barX = beads ? beadBar : box.width - LOCK_ROOM - GRAINS_IN_FLIGHT * GRAIN_PITCH
  const each = beads ? 1 : perMark(longest, Math.floor((barX - labelRoom) / GRAIN_PITCH))
  return (
    <>
      {shown.map((lane, i) => (
        <g key={lane.paint} transform={`translate(0 ${i * step})`}>
          <OneLane
            {...{ lane, step, barX, each, right: box.width, radius: beads ? radius : 0 }}
            label={lane.paint === OTHER ? `${count(others)} more` : (PAINT_LETTERS[lane.paint] ?? '')}
          />
        </g>
      ))}
      <text y={box.height - 3} className="t-tick">
        {groups.all === 0
          ? 'no group has messages'
          : `${count(groups.all - groups.locked)} open, ${count(groups.locked)} locked, ${count(empty)} empty: no lane`}
      </text>
      <text x={box.width} y={box.height - 3} textAnchor="end" className="t-tick">
        {beads ? '1 bead = 1' : `1 dot = ${count(each)}`}
      </text>
    </>
  )
}
