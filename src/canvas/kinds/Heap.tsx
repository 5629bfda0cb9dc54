import { formatQuantity } from '../../scenario/index.ts'
import { useGauges } from '../../state/index.ts'
import { percent } from '../readouts.ts'
import { Cells } from './Cells.tsx'
import type { DrawingProps } from './drawing.ts'
import { BRIM, heapGrid, heapState } from './heapDrawing.ts'

/** The heap as a tank: its brim is a limit, and what lies in it is gone when the program dies. */
export function Heap({ node, box }: DrawingProps<'monolith'>) {
  const { used, down, lost } = useGauges((g) => heapState(node, (name) => g.value(node.id, name)))
  const grid = heapGrid(box)
  const { columns, rows, width, height } = grid
  const top = BRIM
  return (
    <>
      <text y={10} className="t-tick">
        heap
      </text>
      <text x={width} y={10} textAnchor="end" className={down ? 't-tick stop strong' : 't-tick'}>
        {down ? 'dead: all of it lost' : `${percent(used)} of ${formatQuantity(node.heapMiB, 'MiB')}`}
      </text>
      {down ? (
        <path d={brokenTank(width, top, height + 2)} className="tank is-dead" />
      ) : (
        <rect y={top} width={width} height={height + 2} className="tank" />
      )}
      <g transform={`translate(0 ${top + 1})`}>
        {down ? (
          <Cells grid={grid} filled={lost * columns * rows} className="lost" form="cross" />
        ) : (
          <Cells grid={grid} filled={used * columns * rows} className="fill-ink-2" />
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
