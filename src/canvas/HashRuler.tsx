import type { PlacedStream } from './geometry.ts'
import { PAINT_LETTERS } from './measures.ts'

/** The ruler of hash keys: every shard owns its stretch, every painted key sits where its MD5 is. */
export function HashRuler({ stream }: { stream: PlacedStream }) {
  const { ruler, shards } = stream.geometry
  if (!ruler) return null
  const left = ruler.x
  const right = ruler.x + ruler.width
  const middle = (left + right) / 2
  const ends = [ruler.top, ...shards.filter((row) => !row.closed).map((row) => row.bottom)]
  return (
    <g>
      <text x={left} y={ruler.top - 9} className="t-tick">
        MD5 of the key, 0 to 2¹²⁸
      </text>
      <rect x={left} y={ruler.top} width={ruler.width} height={ruler.bottom - ruler.top} className="fill-store" />
      <path
        d={`M${left + 0.5} ${ruler.top}V${ruler.bottom}M${right - 0.5} ${ruler.top}V${ruler.bottom}`}
        className="axis"
      />
      {ends.map((y) => (
        <line key={y} x1={left - 4} x2={right + 4} y1={y} y2={y} className="axis" />
      ))}
      {stream.keys.map((key) => (
        <g key={key.paint}>
          {Math.abs(key.trueY - key.y) > 1.5 && (
            <path d={`M${right} ${key.trueY}h4L${middle + 7} ${key.y}`} className="leader" />
          )}
          <circle cx={middle} cy={key.y} r={8} style={{ fill: `var(--k${PAINT_LETTERS[key.paint] ?? 'H'})` }} />
          <text
            x={middle}
            y={key.y + 3.7}
            textAnchor="middle"
            className="t-bead"
            style={{ fill: `var(--o${PAINT_LETTERS[key.paint] ?? 'H'})` }}
          >
            {PAINT_LETTERS[key.paint]}
            <title>{key.key}</title>
          </text>
        </g>
      ))}
    </g>
  )
}
