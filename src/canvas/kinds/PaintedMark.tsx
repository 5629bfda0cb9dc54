import { GRAIN_RADIUS, PAINT_LETTERS, type Point } from '../measures.ts'
import { useIsClose } from '../stageHost.ts'
import { type CellGrid, cellMiddle } from './cellGrid.ts'
import { RING_AWAY } from './laneDrawing.ts'
import type { MixedDot } from './mixedDots.ts'
import { COPY_RADIUS } from './topicDrawing.ts'

// How the drawings of single kinds show a message of a key: full while it waits, hollow while somebody has it.

const colourOf = (paint: number) =>
  PAINT_LETTERS[paint] === undefined ? 'var(--k-other)' : `var(--k${PAINT_LETTERS[paint]})`

type Look = { paint: number; isHollow: boolean }

type Bead = Point & Look & { radius: number; ring?: number; left?: number | undefined; number?: number | undefined }

/** One bead is one message; it carries the letter of its key. In flight, its ring empties with the visibility timeout. */
export function PaintedBead({ x, y, paint, isHollow, radius, ring = 0, left, number }: Bead) {
  const letter = PAINT_LETTERS[paint]
  const colour = colourOf(paint)
  const ink = isHollow || letter === undefined ? undefined : { fill: `var(--o${letter})` }
  const hasNumber = useIsClose() && number !== undefined
  const r = !isHollow ? radius : left === undefined ? radius - 0.6 : ring - RING_AWAY
  return (
    <g transform={`translate(${x} ${y})`}>
      {r > GHOST_RADIUS_MIN && (
        <circle
          r={r}
          className={isHollow ? 'ghost' : undefined}
          style={isHollow ? { stroke: colour } : { fill: colour }}
        />
      )}
      {left !== undefined && (
        <>
          <circle r={ring} className="time-ring" />
          <circle
            r={ring}
            className="time-ring"
            transform="rotate(-90)"
            pathLength={1}
            style={{ stroke: colour, strokeDasharray: `${left} 1` }}
          />
        </>
      )}
      <text y={hasNumber ? 1.6 : 3.6} textAnchor="middle" className={hasNumber ? 'bead-letter' : 't-bead'} style={ink}>
        {letter}
      </text>
      {hasNumber && (
        <text y={5.2} className="bead-number" style={ink}>
          {number - 1}
        </text>
      )}
    </g>
  )
}

/** A smaller outline has no room for its letter: the ring alone says it. */
const GHOST_RADIUS_MIN = 6.2

/** A message at a topic, with the letter of its key close up; before there is any (-1), its place. */
export function Dot({ x, y, paint }: Point & { paint: number }) {
  const letter = PAINT_LETTERS[paint]
  const isClose = useIsClose()
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={COPY_RADIUS}
        className={paint < 0 ? 'cut-ring' : undefined}
        style={paint < 0 ? undefined : { fill: colourOf(paint) }}
      />
      {isClose && (
        <text x={x} y={y + 2.8} textAnchor="middle" className="bead-letter" style={{ fill: `var(--o${letter})` }}>
          {letter}
        </text>
      )}
    </>
  )
}

/** Grains of one look as one path, however many there are, and close up with the letters of their key. */
export function PaintedGrains({ paint, isHollow, at }: Look & { at: readonly Point[] }) {
  const colour = colourOf(paint)
  const isClose = useIsClose()
  const letter = isHollow || !isClose ? undefined : PAINT_LETTERS[paint]
  return (
    <>
      <path
        d={at.map(grain).join('')}
        strokeWidth={1.2}
        style={isHollow ? { fill: 'none', stroke: colour } : { fill: colour }}
      />
      {letter !== undefined && (
        <text
          x={at.map(({ x }) => x).join(' ')}
          y={at.map(({ y }) => y + LETTER_DOWN).join(' ')}
          className="grain-letters"
          style={{ fill: `var(--o${letter})` }}
        >
          {letter.repeat(at.length)}
        </text>
      )}
    </>
  )
}

/** One path for each key that has a paint. */
export function MixedGrains({ dots, grid }: { dots: readonly MixedDot[]; grid: CellGrid }) {
  const places = new Map<number, { x: number; y: number }[]>()
  dots.forEach(({ paint }, i) => {
    const at = places.get(paint)
    if (at === undefined) places.set(paint, [cellMiddle(grid, i)])
    else at.push(cellMiddle(grid, i))
  })
  return [...places].map(([paint, at]) => <PaintedGrains key={paint} paint={paint} isHollow={false} at={at} />)
}

const LETTER_DOWN = 1.15
const R = GRAIN_RADIUS
const grain = ({ x, y }: Point) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0`
