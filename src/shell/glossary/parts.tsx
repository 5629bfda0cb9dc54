import type { ReactNode } from 'react'

// The grammar of the canvas at the size of a word: tape, bag, lanes, bead, caret, pin, gate. 120 x 56.

type At = { x: number; y: number }

/** A message: solid with its letter; ghost: received; ring: refused; dotted: expired; cross: lost. */
export function Bead({
  x,
  y,
  of = 'A',
  as = 'solid',
}: At & { of?: string; as?: 'solid' | 'ghost' | 'ring' | 'gone' | 'cross' }) {
  if (as === 'ring') return <circle cx={x} cy={y} r={4.6} className="word-refused" />
  if (as === 'cross') return <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="word-refused" />
  const paint = `var(--k${of})`
  if (as === 'ghost' || as === 'gone')
    return <circle cx={x} cy={y} r={5} fill="none" stroke={paint} strokeDasharray={as === 'ghost' ? '3 2' : '1 2.4'} />
  return (
    <g>
      <circle cx={x} cy={y} r={5.6} fill={paint} />
      <text x={x} y={y + 2.6} className="word-letter" style={{ fill: `var(--o${of})` }}>
        {of}
      </text>
    </g>
  )
}

/** Beads in a row, the first at the left. A small letter is a ghost, a point an empty place. */
export function row(x: number, y: number, letters: string, step = 13): ReactNode[] {
  return Array.from(letters, (_, i) => x + i * step).map((at, i) => {
    const of = letters[i] ?? '.'
    if (of === '.') return null
    return <Bead key={at} x={at} y={y} of={of.toUpperCase()} as={of === of.toLowerCase() ? 'ghost' : 'solid'} />
  })
}

/** A shard: the newest at the left, a limit as the line above. */
export function Tape({
  y = 14,
  height = 26,
  x = 6,
  width = 108,
  letters = 'ABACAB',
}: Partial<At> & { height?: number; width?: number; letters?: string }) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} className="word-store" />
      <path d={`M${x} ${y}v${height}h${width}`} className="word-edge" />
      <path d={`M${x} ${y}h${width}`} className="word-limit" />
      {row(x + 10, y + height - 9, letters)}
    </g>
  )
}

/** A queue: place means nothing in it. */
export const Bag = ({ children, x = 14, width = 92 }: { children: ReactNode; x?: number; width?: number }) => (
  <g>
    <path d={`M${x} 6v30q0 14 14 14h${width - 28}q14 0 14-14v-30`} className="word-bag" />
    {children}
  </g>
)

/** A FIFO queue: one lane for each group, its front at the right. */
export function Lanes({ lanes, locked = -1 }: { lanes: readonly string[]; locked?: number }) {
  return lanes.map((letters, i) => {
    const y = 6 + i * 16
    return (
      <g key={letters}>
        <rect x={10} y={y} width={100} height={13} className="word-store" />
        <path d={`M10 ${y}h100M10 ${y + 13}h100`} className="word-edge" />
        {row(101 - (letters.length - 1) * 13, y + 6.5, letters)}
        {locked === i && <path d={`M94 ${y}v13`} className="word-gate" />}
      </g>
    )
  })
}

/** A reader's place at a tape's lower edge. */
export const Caret = ({ x, y = 46 }: { x: number; y?: number }) => (
  <path d={`M${x} ${y}l7 -4v8zM${x} ${y}v-30`} className="word-caret" />
)
export const Pin = ({ x, y = 46 }: { x: number; y?: number }) => <path d={`M${x} ${y - 6}v9`} className="word-pin" />
export const PinHead = ({ x, y = 38 }: { x: number; y?: number }) => (
  <circle cx={x} cy={y} r={2.6} className="word-pin-head" />
)

export const Box = ({ x, y = 14, width, height = 28 }: { x: number; y?: number; width: number; height?: number }) => (
  <rect x={x} y={y} width={width} height={height} rx={3} className="word-box" />
)
export const Way = ({ d }: { d: string }) => <path d={d} className="word-way" />
/** What the word means, in the colour of what one looks at. */
export const Look = ({ d }: { d: string }) => <path d={d} className="word-look" />
export const Words = ({ x, y, children, end = false }: At & { children: ReactNode; end?: boolean }) => (
  <text x={x} y={y} textAnchor={end ? 'end' : 'start'} className="word-text">
    {children}
  </text>
)
export const Ring = ({ x, y, share = 0.7 }: At & { share?: number }) => (
  <circle
    cx={x}
    cy={y}
    r={8}
    pathLength={1}
    strokeDasharray={`${share} 1`}
    className="word-ring"
    transform={`rotate(-90 ${x} ${y})`}
  />
)
/** A bar of a gate or of a buffer: what is asked for of a limit. */
export const Bar = ({ x, y, width, height, share }: At & { width: number; height: number; share: number }) => (
  <g>
    <rect x={x} y={y} width={width} height={height} className="word-idle" />
    <rect x={x} y={y + height * (1 - share)} width={width} height={height * share} className="word-bar" />
  </g>
)
