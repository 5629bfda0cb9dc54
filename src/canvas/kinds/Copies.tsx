import { frames, useGauges } from '../../state/index.ts'
import { rate } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { type DrawingProps, shortened } from './drawing.ts'
import { Dot } from './PaintedMark.tsx'
import { lastPaints, topicPlaces } from './topicDrawing.ts'

/** One message comes in, and one like it goes out to each queue: in the paints of the last ones. */
export function Copies({ node, box }: DrawingProps<'topic'>) {
  const { scenario } = useScene()
  const targets = scenario.links.filter((link) => link.from === node.id).map((link) => link.to)
  const rates = useGauges((g) =>
    Array.from({ length: g.rows(node.id) }, (_, row) => g.rate(node.id, 'deliveredTotal', row)),
  )
  const paints = useGauges(() => {
    const shown = frames.current()
    const last = shown === null ? new Map<string, number>() : lastPaints(node.id, shown.frame, shown.layout)
    return [node.id, ...targets].map((end) => last.get(end) ?? -1)
  })
  const names = new Map(scenario.nodes.map((one) => [one.id, one.name]))
  const { came, copies, more } = topicPlaces(box, targets.length)
  const middle = came.y
  const shown = copies.map(({ x, y }, i) => ({
    id: targets[i] ?? '',
    x,
    y,
    perSecond: rates[i] ?? 0,
    paint: paints[i + 1] ?? -1,
  }))
  if (targets.length === 0)
    return (
      <text x={box.width / 2} y={middle + 4} textAnchor="middle" className="t-tick">
        No queue has subscribed.
      </text>
    )
  return (
    <>
      <path d={`M0 ${middle}h26`} className="bus ink-line" />
      {shown.map(({ id, x, y, perSecond, paint }) => (
        <g key={id}>
          <path d={`M26 ${middle}C44 ${middle} 44 ${y} 62 ${y}h8`} className="bus ink-line" />
          <Dot {...{ x, y, paint }} />
          <text x={78} y={y + 4} className="t-tick">
            <tspan className="ink strong">{rate(perSecond)}</tspan>/s {shortened(names.get(id) ?? id, 14)}
          </text>
        </g>
      ))}
      {more !== null && (
        <text x={78} y={more.y + 4} className="t-tick">
          and {targets.length - shown.length} more
        </text>
      )}
      <Dot {...came} paint={paints[0] ?? -1} />
    </>
  )
}
