import { useGauges } from '../../state/index.ts'
import { PITCH } from '../measures.ts'
import { percent } from '../readouts.ts'
import { Cells } from './Cells.tsx'
import type { DrawingProps } from './drawing.ts'

const BYTES_PER_MIB = 1_048_576

/** The heap as a tank: its brim is a limit, and what lies in it is gone when the program dies. */
export function Heap({ node, box }: DrawingProps<'monolith'>) {
  const heapBytes = node.heapMiB * BYTES_PER_MIB
  const { used, down, lost } = useGauges((g) => {
    const stored = g.value(node.id, 'storedTotal')
    const bytesEach = stored > 0 ? (g.value(node.id, 'storedBytesTotal') / stored) * node.overhead : 0
    const deaths = Math.max(1, g.value(node.id, 'deathsTotal'))
    return {
      used: g.value(node.id, 'heapBytes') / heapBytes,
      down: g.value(node.id, 'down') > 0,
      // What a death costs on average: of a single one, what lay in the heap.
      lost: Math.min(1, (g.value(node.id, 'lostTotal') / deaths) * (bytesEach / heapBytes)),
    }
  })
  const top = 16
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - top - 4) / PITCH)
  const width = columns * PITCH
  const height = rows * PITCH
  const grid = { columns, rows }
  return (
    <>
      <text y={10} className="t-tick">
        heap
      </text>
      <text x={width} y={10} textAnchor="end" className={down ? 't-tick stop strong' : 't-tick'}>
        {down ? 'dead: all of it lost' : `${percent(used)} of ${node.heapMiB} MiB`}
      </text>
      {down ? (
        <path d={brokenTank(width, top, height + 2)} className="tank is-dead" />
      ) : (
        <rect y={top} width={width} height={height + 2} className="tank" />
      )}
      <g transform={`translate(0 ${top + 1})`}>
        {down ? (
          <Cells {...grid} filled={lost * columns * rows} className="lost" form="cross" />
        ) : (
          <Cells {...grid} filled={used * columns * rows} className="fill-ink-2" />
        )}
      </g>
      {!down && <path d={`M-3 ${top}h${width + 6}`} className="lim" />}
    </>
  )
}

/** The outline of a tank that has burst at its brim and at its sides. */
function brokenTank(width: number, top: number, height: number): string {
  const middle = top + height / 2
  const burst = width * 0.3
  return (
    `M0 ${middle - 3}V${top}H${burst}l5 6 5 -11 6 5H${width}V${middle - 6}l-4 5 6 5v${height / 2 - 4}` +
    `H${width * 0.4}l-6 -5 -5 7 -7 -2H0V${middle + 8}`
  )
}
