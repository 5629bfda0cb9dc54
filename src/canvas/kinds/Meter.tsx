const HEIGHT = 8

type Props = {
  y: number
  width: number
  label: string
  value: number
  text: string
  limit: number
  /** A limit is a line; a bar that is only compared has none. */
  isLimit?: boolean
  isFull?: boolean
}

/** A bar against its own limit. */
export function Meter({ y, width, label, value, text, limit, isLimit = true, isFull = false }: Props) {
  const length = limit > 0 ? Math.min(1, value / limit) * width : 0
  return (
    <g transform={`translate(0 ${y})`}>
      <text y={10} className="t-tick">
        {label}
      </text>
      <text x={width} y={10} textAnchor="end" className="t-tick">
        {text}
      </text>
      <rect y={15} width={width} height={HEIGHT} className="fill-sunk" />
      <rect y={15} width={length} height={HEIGHT} className="fill-ink-2" />
      {isLimit && <path d={`M${width} 12v${HEIGHT + 6}`} className={isFull ? 'lim is-full' : 'lim'} />}
    </g>
  )
}
