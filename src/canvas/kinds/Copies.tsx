import { useGauges } from '../../state/index.ts'
import { rate } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import type { DrawingProps } from './drawing.ts'

const MOST = 5

/** One message comes in, and one like it goes out to each queue. */
export function Copies({ node, box }: DrawingProps<'topic'>) {
  const { scenario } = useScene()
  const targets = scenario.links.filter((link) => link.from === node.id).map((link) => link.to)
  const rates = useGauges((g) =>
    Array.from({ length: g.rows(node.id) }, (_, row) => g.rate(node.id, 'deliveredTotal', row)),
  )
  const names = new Map(scenario.nodes.map((one) => [one.id, one.name]))
  const shown = targets.slice(0, targets.length > MOST ? MOST - 1 : MOST)
  const step = box.height / Math.max(1, Math.min(MOST, targets.length))
  const middle = box.height / 2
  const at = (i: number) => step * (i + 0.5)
  if (targets.length === 0)
    return (
      <text x={box.width / 2} y={middle + 4} textAnchor="middle" className="t-tick">
        No queue has subscribed.
      </text>
    )
  return (
    <>
      <path d={`M0 ${middle}h26`} className="bus ink-line" />
      {shown.map((id, i) => (
        <g key={id}>
          <path d={`M26 ${middle}C44 ${middle} 44 ${at(i)} 62 ${at(i)}h8`} className="bus ink-line" />
          <circle cx={66} cy={at(i)} r={5.5} className="fill-kA" />
          <text x={78} y={at(i) + 4} className="t-tick">
            <tspan className="ink strong">{rate(rates[i] ?? 0)}</tspan>/s {clipped(names.get(id) ?? id)}
          </text>
        </g>
      ))}
      {targets.length > MOST && (
        <text x={78} y={at(MOST - 1) + 4} className="t-tick">
          and {targets.length - shown.length} more
        </text>
      )}
      <circle cx={12} cy={middle} r={5.5} className="fill-kA" />
    </>
  )
}

const clipped = (name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name)
