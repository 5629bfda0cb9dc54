import { PAINT_COUNT } from '../../protocol/frame.ts'
import { useGauges } from '../../state/index.ts'
import { PAINT_LETTERS, PITCH } from '../measures.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { Cells } from './Cells.tsx'
import { type DrawingProps, perMark } from './drawing.ts'
import { type PointerMark, pointerMarks } from './pointerMarks.ts'

const TOP = 15
const FOOT = 18
const TRAY = 46
const TRAY_GAP = 10
const INSET = 9
const BEAD_PITCH = 17
const BEAD_RADIUS = 7

/**
 * A bag that holds no record, so it is not filled: each mark in it points at one that lies on the stream's tape. Waiting ones stand at
 * the left, received ones (hollow) at the right, dead letters in the tray that belongs to the queue.
 */
export function PointerBag({ node, box }: DrawingProps<'kinesisQueue'>) {
  const { scenario } = useScene()
  const paints = useGauges((g) =>
    Array.from({ length: PAINT_COUNT }, (_, paint) => ({
      waiting: Math.max(0, g.value(node.id, `visiblePaint${paint}`)),
      received: Math.max(0, g.value(node.id, `inFlightPaint${paint}`)),
    })),
  )
  const dead = useGauges((g) => g.value(node.id, 'deadLetters'))
  const source = scenario.links.find((link) => link.to === node.id)?.from
  const stream = scenario.nodes.find(({ id }) => id === source)
  const hasTray = node.maxReceiveCount > 0
  const height = box.height - TOP - FOOT
  const width = box.width - (hasTray ? TRAY + TRAY_GAP : 0)
  const room = { width: width - 2 * INSET, height: height - 8 }
  const { marks, each, pitch } = pointerMarks(paints, room, { bead: BEAD_PITCH, grain: PITCH })
  const isBeads = pitch === BEAD_PITCH
  const columns = Math.floor((TRAY - 8) / PITCH)
  const rows = Math.floor((height - 22) / PITCH)
  const deadEach = perMark(dead, columns * rows)
  return (
    <>
      <text y={10} className="t-tick">
        {stream === undefined ? 'no stream' : `points into ${clipped(stream.name)}, copies nothing`}
      </text>
      <g transform={`translate(0 ${TOP})`}>
        <rect width={width} height={height} rx={20} className="pointer-bag" />
        <g transform={`translate(${INSET} 4)`}>{isBeads ? <Beads marks={marks} /> : <Grains marks={marks} />}</g>
        {hasTray && (
          <g transform={`translate(${width + TRAY_GAP} 0)`}>
            <path d={`M0 14V${height}h${TRAY}V14`} className="pointer-bag" />
            <text x={TRAY / 2} y={10} textAnchor="middle" className={dead > 0 ? 't-tick ink strong' : 't-tick'}>
              {count(dead)} dead
            </text>
            <g transform={`translate(4 ${height - rows * PITCH - 3})`}>
              <Cells {...{ columns, rows }} filled={dead / deadEach} className="fill-ink-2" form="square" />
            </g>
          </g>
        )}
      </g>
      <text y={box.height - 3} className="t-tick">
        {isBeads ? '1 bead = 1 record' : `1 dot = ${count(each)}`}, hollow = received
      </text>
      <text x={box.width} y={box.height - 3} textAnchor="end" className="t-tick">
        no order
      </text>
    </>
  )
}

const clipped = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name)
const colourOf = (paint: number) =>
  PAINT_LETTERS[paint] === undefined ? 'var(--k-other)' : `var(--k${PAINT_LETTERS[paint]})`

/** One path for each look, however many marks there are. */
function Grains({ marks }: { marks: readonly PointerMark[] }) {
  const paths = new Map<string, { paint: number; isReceived: boolean; d: string }>()
  for (const { x, y, paint, isReceived } of marks) {
    const look = `${paint} ${isReceived}`
    const path = paths.get(look) ?? { paint, isReceived, d: '' }
    path.d += `M${x + PITCH / 2 - 2.1} ${y + PITCH / 2}a2.1 2.1 0 1 0 4.2 0a2.1 2.1 0 1 0 -4.2 0`
    paths.set(look, path)
  }
  return [...paths].map(([look, { paint, isReceived, d }]) => (
    <path
      key={look}
      d={d}
      strokeWidth={1.1}
      style={isReceived ? { fill: 'none', stroke: colourOf(paint) } : { fill: colourOf(paint) }}
    />
  ))
}

function Beads({ marks }: { marks: readonly PointerMark[] }) {
  return marks.map(({ x, y, paint, isReceived }) => {
    const letter = PAINT_LETTERS[paint]
    const colour = colourOf(paint)
    return (
      <g key={`${x} ${y}`} transform={`translate(${x + BEAD_PITCH / 2} ${y + BEAD_PITCH / 2})`}>
        <circle
          r={isReceived ? BEAD_RADIUS - 0.6 : BEAD_RADIUS}
          className={isReceived ? 'ghost' : undefined}
          style={isReceived ? { stroke: colour } : { fill: colour }}
        />
        <text
          y={3.6}
          textAnchor="middle"
          className="t-bead"
          style={isReceived || letter === undefined ? undefined : { fill: `var(--o${letter})` }}
        >
          {letter}
        </text>
      </g>
    )
  })
}
