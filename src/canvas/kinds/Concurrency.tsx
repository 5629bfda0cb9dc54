import { useGauges } from '../../state/index.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { Cells } from './Cells.tsx'
import type { DrawingProps } from './drawing.ts'
import { SQUARES_TOP, squaresOf } from './functionDrawing.ts'

/** One square is one running execution environment of the function; the empty ones are what it may still take. */
export function Concurrency({ node, box }: DrawingProps<'lambda'>) {
  const { scenario } = useScene()
  const running = useGauges((g) => g.value(node.id, 'concurrent'))
  const sources = new Set(scenario.links.filter((link) => link.to === node.id).map((link) => link.from))
  const readsQueue = scenario.nodes.some((one) => sources.has(one.id) && one.kind !== 'stream')
  const limits = [
    node.reservedConcurrency > 0 ? node.reservedConcurrency : node.accountConcurrency,
    ...(readsQueue && node.maximumConcurrency > 0 ? [node.maximumConcurrency] : []),
  ]
  const limit = Math.min(...limits)
  // The free squares are as many as fit.
  const { grid, each } = squaresOf(box, running)
  return (
    <>
      <text y={10} className="t-tick">
        <tspan className="ink strong">λ</tspan> of {count(limit)} at most
      </text>
      <text x={grid.columns * grid.pitch} y={10} textAnchor="end" className="t-tick">
        1 square = {count(each)}
      </text>
      <g transform={`translate(0 ${SQUARES_TOP})`}>
        {(
          [
            ['square-free', limit],
            ['fill-ink', running],
          ] as const
        ).map(([className, amount]) => (
          <Cells key={className} {...{ grid, className }} filled={Math.ceil(amount / each)} form="square" />
        ))}
      </g>
    </>
  )
}
