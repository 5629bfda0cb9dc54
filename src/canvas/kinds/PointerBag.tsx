import { useGauges } from '../../state/index.ts'
import { GRAIN_RADIUS, PAINT_LETTERS, PITCH } from '../measures.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { Cells } from './Cells.tsx'
import type { DrawingProps } from './drawing.ts'
import { BAG_TOP, type PointerMark, pointerDrawing, TRAY_GAP, TRAY_WIDTH } from './pointerDrawing.ts'

/**
 * A bag that holds no record, so it is not filled: each mark in it points at one that lies on the stream's tape. Dead letters lie in
 * the tray that belongs to the queue.
 */
export function PointerBag({ node, box }: DrawingProps<'kinesisQueue'>) {
  const { scenario } = useScene()
  const { bag, marks, each, isBeads, radius, dead } = useGauges((g) =>
    pointerDrawing(node, box, (name) => g.value(node.id, name)),
  )
  const source = scenario.links.find((link) => link.to === node.id)?.from
  const stream = scenario.nodes.find(({ id }) => id === source)
  return (
    <>
      <text y={10} className="t-tick">
        {stream === undefined ? 'no stream' : `points into ${clipped(stream.name)}, copies nothing`}
      </text>
      <rect y={BAG_TOP} width={bag.width} height={bag.height} rx={20} className="pointer-bag" />
      {isBeads ? <Beads marks={marks} radius={radius} /> : <Grains marks={marks} />}
      {dead !== null && (
        <g transform={`translate(${bag.width + TRAY_GAP} ${BAG_TOP})`}>
          <path d={`M0 14V${bag.height}h${TRAY_WIDTH}V14`} className="pointer-bag" />
          <text
            x={TRAY_WIDTH / 2}
            y={10}
            textAnchor="middle"
            className={dead.count > 0 ? 't-tick ink strong' : 't-tick'}
          >
            {count(dead.count)} dead
          </text>
          <g transform={`translate(4 ${bag.height - dead.grid.rows * PITCH - 3})`}>
            <Cells grid={dead.grid} filled={dead.count / dead.each} className="fill-ink-2" form="square" />
          </g>
        </g>
      )}
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
  const r = GRAIN_RADIUS
  const paths = new Map<string, { paint: number; isReceived: boolean; d: string }>()
  for (const { x, y, paint, isReceived } of marks) {
    const look = `${paint} ${isReceived}`
    const path = paths.get(look) ?? { paint, isReceived, d: '' }
    path.d += `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
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

function Beads({ marks, radius }: { marks: readonly PointerMark[]; radius: number }) {
  return marks.map(({ x, y, paint, isReceived }) => {
    const letter = PAINT_LETTERS[paint]
    const colour = colourOf(paint)
    return (
      <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
        <circle
          r={isReceived ? radius - 0.6 : radius}
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
