import { GRAIN_RADIUS } from '../measures.ts'
import { type CellGrid, cellMiddle, cellsFilled } from './cellGrid.ts'

type Props = {
  grid: CellGrid
  /** So many cells, the first ones of the grid. */
  filled: number
  className: string
  form?: 'dot' | 'square'
}

/** Equal marks on a grid, as one path, however many there are. */
export function Cells({ grid, filled, className, form = 'dot' }: Props) {
  const most = cellsFilled(grid, filled)
  const r = GRAIN_RADIUS
  const side = grid.pitch - 2
  let path = ''
  for (let i = 0; i < most; i++) {
    const { x, y } = cellMiddle(grid, i)
    path +=
      form === 'dot'
        ? `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
        : `M${x - side / 2} ${y - side / 2}h${side}v${side}h${-side}z`
  }
  return <path d={path} className={className} />
}
