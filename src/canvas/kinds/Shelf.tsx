import { PAINT_COUNT } from '../../protocol/frame.ts'
import { seenId } from '../../protocol/layout.ts'
import { useGauges } from '../../state/index.ts'
import { PITCH } from '../measures.ts'
import { count } from '../readouts.ts'
import { cellsFilled } from './cellGrid.ts'
import { type DrawingProps, perMark } from './drawing.ts'
import { mixedDots } from './mixedDots.ts'
import { MixedGrains } from './PaintedMark.tsx'

/** A shelf of what was taken. Dashed: AWS has no such thing, one builds it. */
export function Shelf({ node, box }: DrawingProps<'archive'>) {
  const { kept, paints, toReplay } = useGauges((g) => ({
    kept: g.value(node.id, 'kept'),
    paints: Array.from({ length: PAINT_COUNT }, (_, paint) => g.value(seenId(node.id), `keptPaint${paint}`) || 0),
    toReplay: g.value(node.id, 'toReplay'),
  }))
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - 22) / PITCH)
  const grid = { columns, rows, pitch: PITCH, fromTop: false }
  const each = perMark(kept, columns * rows)
  const floor = rows * PITCH + 2
  return (
    <>
      <MixedGrains grid={grid} dots={mixedDots(paints, cellsFilled(grid, kept / each))} />
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
