import { useGauges } from '../../state/index.ts'
import { count } from '../readouts.ts'
import { useScene } from '../sceneContext.ts'
import { Cells } from './Cells.tsx'
import { type DrawingProps, perMark } from './drawing.ts'

const SQUARE = 9

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
  const top = 16
  const columns = Math.floor(box.width / SQUARE)
  const rows = Math.floor((box.height - top) / SQUARE)
  // One square is one running copy for as long as those that run fit; the free ones are as many as fit.
  const each = perMark(running, columns * rows)
  return (
    <>
      <text y={10} className="t-tick">
        <tspan className="ink strong">λ</tspan> of {count(limit)} at most
      </text>
      <text x={columns * SQUARE} y={10} textAnchor="end" className="t-tick">
        {each === 1 ? '1 square = 1 running' : `1 square = ${count(each)}`}
      </text>
      <g transform={`translate(0 ${top})`}>
        {(
          [
            ['square-free', limit],
            ['fill-ink', running],
          ] as const
        ).map(([className, amount]) => (
          <Cells
            key={className}
            {...{ columns, rows, className }}
            filled={Math.ceil(amount / each)}
            pitch={SQUARE}
            form="square"
            fromTop
          />
        ))}
      </g>
    </>
  )
}
