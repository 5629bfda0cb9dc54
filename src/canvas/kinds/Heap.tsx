import { seenId } from '../../protocol/layout.ts'
import { formatQuantity } from '../../scenario/index.ts'
import { useGauges } from '../../state/index.ts'
import { count, percent } from '../readouts.ts'
import { cellMiddle } from './cellGrid.ts'
import type { DrawingProps } from './drawing.ts'
import { BRIM, heapDrawing, isCrossed } from './heapDrawing.ts'
import { MixedGrains } from './PaintedMark.tsx'

/** The heap as a tank: its brim is a limit, and what lies in it is gone when the program dies. */
export function Heap({ node, box }: DrawingProps<'monolith'>) {
  const { grid, used, down, cells, dots, each } = useGauges((g) =>
    heapDrawing(
      node,
      box,
      (name) => g.value(node.id, name),
      (name) => g.value(seenId(node.id), name),
    ),
  )
  const { width, height } = grid
  const top = BRIM
  return (
    <>
      <text y={10} className="t-tick">
        {each > 0 ? `1 dot = ${count(twoDigits(each))}` : 'heap'}
      </text>
      <text x={width} y={10} textAnchor="end" className={down ? 't-tick stop strong' : 't-tick'}>
        {down ? 'dead: all lost' : `${percent(used)} of ${formatQuantity(node.heapMiB, 'MiB')}`}
      </text>
      {down ? (
        <path d={brokenTank(width, top, height + 2)} className="tank is-dead" />
      ) : (
        <rect y={top} width={width} height={height + 2} className="tank" />
      )}
      <g transform={`translate(0 ${top + 1})`}>
        {down ? <Lost cells={cells} grid={grid} /> : <MixedGrains dots={dots} grid={grid} />}
      </g>
      {!down && <path d={`M-3 ${top}h${width + 6}`} className="lim" />}
    </>
  )
}

type Grid = ReturnType<typeof heapDrawing>['grid']

const twoDigits = (value: number) => (value < 100 ? value : Number(value.toPrecision(2)))

/** Outlines of what lay there, and crosses among them that say what became of it. */
function Lost({ cells, grid }: { cells: number; grid: Grid }) {
  let [outlines, crosses] = ['', '']
  for (let i = 0; i < cells; i++) {
    const { x, y } = cellMiddle(grid, i)
    if (isCrossed(i)) crosses += `M${x - 2} ${y - 2}l4 4m0 -4l-4 4`
    else outlines += `M${x - 1.9} ${y}a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0 -3.8 0`
  }
  return (
    <>
      <path d={outlines} className="was-here" />
      <path d={crosses} className="lost" />
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
