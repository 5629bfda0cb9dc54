import { useGauges } from '../../state/index.ts'
import { PITCH } from '../measures.ts'
import { percent } from '../readouts.ts'
import { Cells } from './Cells.tsx'
import type { DrawingProps } from './drawing.ts'

const BYTES_PER_MIB = 1_048_576

/** The heap as a tank: its brim is a limit, and what lies in it is gone when the program dies. */
export function Heap({ node, box }: DrawingProps<'monolith'>) {
  const { used, down } = useGauges((g) => ({
    used: g.value(node.id, 'heapBytes') / (node.heapMiB * BYTES_PER_MIB),
    down: g.value(node.id, 'down') > 0,
  }))
  const top = 16
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - top - 4) / PITCH)
  const width = columns * PITCH
  const height = rows * PITCH
  return (
    <>
      <text y={10} className="t-tick">
        heap
      </text>
      <text x={width} y={10} textAnchor="end" className={down ? 't-tick stop strong' : 't-tick'}>
        {down ? 'dead: all of it lost' : `${percent(used)} of ${node.heapMiB} MiB`}
      </text>
      <rect y={top} width={width} height={height + 2} className={down ? 'tank is-dead' : 'tank'} />
      <g transform={`translate(0 ${top + 1})`}>
        <Cells columns={columns} rows={rows} filled={used * columns * rows} className="fill-ink-2" />
      </g>
      <path d={`M-3 ${top}h${width + 6}`} className="lim" />
    </>
  )
}
