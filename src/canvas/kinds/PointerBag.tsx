import { useGauges } from '../../state/index.ts'
import { PITCH } from '../measures.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { Cells } from './Cells.tsx'
import { type DrawingProps, shortened } from './drawing.ts'
import { PaintedBead, PaintedGrains } from './PaintedMark.tsx'
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
        {stream === undefined ? 'no stream' : `points into ${shortened(stream.name, 16)}, copies nothing`}
      </text>
      <rect y={BAG_TOP} width={bag.width} height={bag.height} rx={20} className="pointer-bag" />
      {isBeads ? (
        marks.map(({ x, y, paint, isReceived }) => (
          <PaintedBead key={`${x} ${y}`} {...{ x, y, paint, radius }} isHollow={isReceived} />
        ))
      ) : (
        <Grains marks={marks} />
      )}
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

/** One path for each look, however many marks there are. */
function Grains({ marks }: { marks: readonly PointerMark[] }) {
  const looks = new Map<string, PointerMark[]>()
  for (const mark of marks) {
    const look = `${mark.paint} ${mark.isReceived}`
    const at = looks.get(look)
    if (at === undefined) looks.set(look, [mark])
    else at.push(mark)
  }
  return [...looks].map(([look, at]) => (
    <PaintedGrains key={look} paint={at[0]?.paint ?? 0} isHollow={at[0]?.isReceived ?? false} at={at} />
  ))
}
