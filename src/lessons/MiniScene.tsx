import type { Scenario, ScenarioNode } from '../scenario/scenario.ts'
import { shardsAtStart } from '../scenario/streamMode.ts'
import { type MiniBox, miniBoxes } from './miniBoxes.ts'

/** Links next to each other do not send at once. */
const MOVERS_APART = 4

/**
 * A scene as small as a card: its nodes in the grammar of the canvas, where they stand there. While somebody points at its card, or the
 * keyboard is on it, messages go along the links and tapes go on; else nothing is drawn anew (`gallery.css`).
 */
export function MiniScene({ scenario }: { scenario: Scenario }) {
  const { boxes, view } = miniBoxes(scenario)
  const of = new Map(boxes.map((box) => [box.node.id, box]))
  const ways = scenario.links.flatMap(({ from, to }) => {
    const [a, b] = [of.get(from), of.get(to)]
    return a && b ? [way(a, b)] : []
  })
  return (
    <svg className="mini" viewBox={view} aria-hidden="true" preserveAspectRatio="xMidYMid meet">
      {ways.map((d) => (
        <path key={d} className="mini-link" d={d} />
      ))}
      {ways.map((d, i) => (
        <circle
          key={d}
          className="mini-mover"
          r="11"
          style={{ offsetPath: `path("${d}")`, animationDelay: `${-0.7 * (i % MOVERS_APART)}s` }}
        />
      ))}
      {boxes.map((box) => (
        <g key={box.node.id} transform={`translate(${box.x} ${box.y})`}>
          <Mark {...box} />
        </g>
      ))}
    </svg>
  )
}

function way(a: MiniBox, b: MiniBox): string {
  const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

function Mark({ node, width, height }: MiniBox) {
  const frame = <rect className="mini-box" width={width} height={height} rx="6" />
  switch (node.kind) {
    case 'stream':
      return <Tapes shards={shardsAtStart(node)} width={width} height={height} />
    case 'queue':
      return (
        <>
          <path className="mini-box" d={`M0 0v${height - 22}q0 22 22 22h${width - 44}q22 0 22-22V0`} />
          {dots(node, 9).map((dot, i) => (
            <circle
              key={dot}
              className="mini-dot"
              r="11"
              cx={30 + (i % 5) * ((width - 60) / 4) + (i > 4 ? 20 : 0)}
              cy={height - 26 - Math.floor(i / 5) * 34}
            />
          ))}
        </>
      )
    case 'kinesisQueue':
      return (
        <>
          <rect className="mini-box" width={width} height={height} rx="40" fill="none" />
          {dots(node, 4).map((dot, i) => (
            <circle key={dot} className="mini-dot" r="11" cx={36 + i * ((width - 72) / 3)} cy={height / 2} />
          ))}
        </>
      )
    case 'fifoQueue':
      return (
        <>
          {[0, 1, 2].map((lane) => (
            <g key={lane} transform={`translate(0 ${(lane * height) / 3})`}>
              <path className="mini-edge" d={`M0 4h${width}M0 ${height / 3 - 8}h${width}`} />
              {dots(node, 3 - lane).map((dot, i) => (
                <circle key={dot} className="mini-dot" r="11" cx={width - 24 - i * 34} cy={height / 6 - 2} />
              ))}
            </g>
          ))}
        </>
      )
    case 'topic':
      return <path className="mini-box" d={`M0 ${height / 2}L${width} 0V${height}z`} />
    case 'producer':
      return (
        <>
          {frame}
          <path className="mini-stroke" d={`M20 ${height / 2}h${width - 44}m-20-18l20 18-20 18`} />
        </>
      )
    case 'pool':
    case 'lambda':
      return (
        <>
          {frame}
          {[0, 1, 2].map((slot) => (
            <rect
              key={slot}
              className="mini-slot"
              x="18"
              y={16 + slot * ((height - 20) / 3)}
              width={node.kind === 'pool' ? width - 36 : 26}
              height={(height - 48) / 3}
            />
          ))}
        </>
      )
    case 'monolith':
      return (
        <>
          {frame}
          <path className="mini-limit" d={`M12 ${height * 0.3}h${width - 24}`} />
          {[0, 1, 2, 3, 4, 5].map((dot) => (
            <circle
              key={dot}
              className="mini-dot"
              r="11"
              cx={34 + (dot % 3) * 50}
              cy={height - 28 - Math.floor(dot / 3) * 34}
            />
          ))}
        </>
      )
    case 'application':
      return (
        <>
          {frame}
          <path className="mini-caret" d={`M${width / 2 + 20} ${height / 2 - 24}v48l-40-24z`} />
        </>
      )
    default:
      return (
        <>
          {frame}
          <path className="mini-stroke" d={`M20 ${height / 2}h${width - 40}`} />
        </>
      )
  }
}

function Tapes({ shards, width, height }: { shards: number; width: number; height: number }) {
  const pitch = height / shards
  return Array.from({ length: shards }, (_, shard) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a shard is its place
    <g key={shard} transform={`translate(0 ${shard * pitch})`}>
      <path className="mini-limit" d={`M0 5h${width}`} />
      <path className="mini-edge" d={`M0 5v${pitch - 14}h${width}`} />
      <g className="mini-tape">
        {Array.from({ length: 9 }, (_, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a bead is its place
            key={i}
            className="mini-dot"
            r="11"
            cx={26 + i * 46 + (shard % 2) * 20}
            cy={pitch - 26}
          />
        ))}
      </g>
    </g>
  ))
}

const dots = (node: ScenarioNode, count: number) => Array.from({ length: count }, (_, i) => `${node.id} ${i}`)
