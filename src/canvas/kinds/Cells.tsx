import { GRAIN_RADIUS, PITCH } from '../measures.ts'

type Props = {
  columns: number
  rows: number
  /** Cells that are filled, from the bottom row up or, `fromTop`, from the top row down. */
  filled: number
  className: string
  pitch?: number
  form?: 'dot' | 'square' | 'cross'
  fromTop?: boolean
}

/** Equal marks on a grid, as one path, however many there are. */
export function Cells({ columns, rows, filled, className, pitch = PITCH, form = 'dot', fromTop = false }: Props) {
  const most = Math.min(columns * rows, Math.max(0, Math.round(filled)))
  const r = GRAIN_RADIUS
  const side = pitch - 2
  let path = ''
  for (let i = 0; i < most; i++) {
    const row = Math.floor(i / columns)
    const x = (i % columns) * pitch
    const y = (fromTop ? row : rows - 1 - row) * pitch
    path +=
      form === 'dot'
        ? `M${x + pitch / 2 - r} ${y + pitch / 2}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
        : form === 'square'
          ? `M${x + 1} ${y + 1}h${side}v${side}h${-side}z`
          : `M${x + 1.2} ${y + 1.2}l3.6 3.6m0 -3.6l-3.6 3.6`
  }
  return <path d={path} className={className} />
}
