import { useGauges } from '../../state/index.ts'
import { PITCH } from '../measures.ts'
import { count } from '../readouts.ts'
import { Cells } from './Cells.tsx'
import { type DrawingProps, perMark } from './drawing.ts'

/** A shelf of what was taken. Dashed: AWS has no such thing, one builds it. */
export function Shelf({ node, box }: DrawingProps<'archive'>) {
  const { kept, toReplay } = useGauges((g) => ({
    kept: g.value(node.id, 'kept'),
    toReplay: g.value(node.id, 'toReplay'),
  }))
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - 22) / PITCH)
  const each = perMark(kept, columns * rows)
  const floor = rows * PITCH + 2
  return (
    <>
      <Cells grid={{ columns, rows, pitch: PITCH, fromTop: false }} filled={kept / each} className="fill-other" />
      <path d={`M0 ${floor}h${columns * PITCH}`} className="shelf" />
      <text y={box.height - 3} className="t-tick">
        {toReplay > 0 ? `${count(toReplay)} still to replay` : 'you build it'}
      </text>
      <text x={columns * PITCH} y={box.height - 3} textAnchor="end" className="t-tick">
        1 dot = {count(each)}
      </text>
    </>
  )
}
