import { GRAIN_RADIUS, PAINT_LETTERS, type Point } from '../measures.ts'

// How the drawings of single kinds show a message of a key: full while it waits, hollow while somebody has it.

const colourOf = (paint: number) =>
  PAINT_LETTERS[paint] === undefined ? 'var(--k-other)' : `var(--k${PAINT_LETTERS[paint]})`

type Look = { paint: number; isHollow: boolean }

/** One bead is one message; it carries the letter of its key. */
export function PaintedBead({ x, y, paint, isHollow, radius }: Point & Look & { radius: number }) {
  const letter = PAINT_LETTERS[paint]
  const colour = colourOf(paint)
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle
        r={isHollow ? radius - 0.6 : radius}
        className={isHollow ? 'ghost' : undefined}
        style={isHollow ? { stroke: colour } : { fill: colour }}
      />
      <text
        y={3.6}
        textAnchor="middle"
        className="t-bead"
        style={isHollow || letter === undefined ? undefined : { fill: `var(--o${letter})` }}
      >
        {letter}
      </text>
    </g>
  )
}

/** Grains of one look as one path, however many there are. */
export function PaintedGrains({ paint, isHollow, at }: Look & { at: readonly Point[] }) {
  const colour = colourOf(paint)
  return (
    <path
      d={at.map(grain).join('')}
      strokeWidth={1.2}
      style={isHollow ? { fill: 'none', stroke: colour } : { fill: colour }}
    />
  )
}

const R = GRAIN_RADIUS
const grain = ({ x, y }: Point) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0`
