import type { Scenario } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import { plainLine, sendLine, takeLine } from './linkLines.ts'
import { plural, rate } from './readouts.ts'
import { useScene } from './sceneContext.ts'
import { levelPath } from './ways.ts'

type Ends = { source: string; target: string; selected: boolean }

/** A link that touches no stream, or a box: an arrow or a bracket. */
export default function OtherLink(ends: Ends) {
  const { scene } = useScene()
  const { source, target } = ends
  const isBoxed = scene.plain.has(source) || scene.plain.has(target)
  if (isBoxed || (scene.queues.has(source) && scene.queues.has(target))) return <Plain {...ends} />
  return scene.queues.has(target) ? <Arrow {...ends} /> : <Bracket {...ends} />
}

function Plain({ source, target, selected }: Ends) {
  const { scene, scenario } = useScene()
  const line = plainLine(scene, source, target)
  if (!line) return null
  const words = deadLetterWords(scenario, source, target)
  const d = levelPath(line.from, { x: line.to.x - 5, y: line.to.y })
  return (
    <g>
      <path d={d} className="arrow" />
      <path d={`M${line.to.x} ${line.to.y}l-7 -3.400v6.800z`} className="fill-ink-2" />
      {words !== null && (
        <text
          x={(line.from.x + line.to.x) / 2}
          y={(line.from.y + line.to.y) / 2 - 9}
          textAnchor="middle"
          className="t-tick halo"
        >
          {words}
        </text>
      )}
      <path d={d} className={selected ? 'link-hit is-selected' : 'link-hit'} />
    </g>
  )
}

/** Between two queues go dead letters alone. */
function deadLetterWords(scenario: Scenario, source: string, target: string): string | null {
  const from = scenario.nodes.find(({ id }) => id === source)
  const to = scenario.nodes.find(({ id }) => id === target)
  if (from?.kind !== to?.kind || (from?.kind !== 'queue' && from?.kind !== 'fifoQueue')) return null
  return `after ${plural(from.maxReceiveCount, 'receive', 'receives')}`
}

function Arrow({ source, target, selected }: Ends) {
  const { scene, reduced } = useScene()
  const row = scene.producers.get(source)?.geometry.buffers.findIndex((buffer) => buffer.target === target) ?? 0
  const perSecond = useGauges((g) => (reduced ? g.rate(source, 'storedTotal', row) : 0))
  const queue = scene.queues.get(target)
  const line = queue ? sendLine(scene, queue, source) : null
  if (!line) return null
  const d = levelPath(line.from, { x: line.to.x - 5, y: line.to.y })
  return (
    <g>
      <path d={d} className="arrow" />
      {perSecond > 0 && (
        <text
          x={(line.from.x + line.to.x) / 2}
          y={(line.from.y + line.to.y) / 2 - 9}
          textAnchor="middle"
          className="t-tick halo"
        >
          {rate(perSecond)}/s
        </text>
      )}
      <path d={`M${line.to.x} ${line.to.y}l-7 -3.400v6.800z`} className="fill-ink-2" />
      <path d={d} className={selected ? 'link-hit is-selected' : 'link-hit'} />
    </g>
  )
}

/** From the bag to every worker of a pool: right angles, a joint where the line divides. */
function Bracket({ source, target, selected }: Ends) {
  const { scene } = useScene()
  const queue = scene.queues.get(source)
  const pool = scene.pools.get(target)
  const line = queue ? takeLine(scene, queue, target) : null
  if (!line || !pool) return null
  const rows = pool.geometry.compact ? [] : pool.geometry.rows
  // Where every message is drawn on its own line, the bracket only says who is linked.
  const className = queue?.perDot === 1 ? 'bracket is-faint' : 'bracket'
  const ys = rows.map((row) => pool.y + row.y + row.height / 2)
  const low = Math.min(line.port.y, ...ys)
  const high = Math.max(line.port.y, ...ys)
  const way = levelPath(line.from, { x: line.bracketX, y: line.port.y })
  return (
    <g>
      <path
        d={`${way}M${line.bracketX} ${low}V${high}${ys.map((y) => `M${line.bracketX} ${y}H${line.port.x - 5}`).join('')}`}
        className={className}
      />
      {rows.length === 0 && <path d={`M${line.bracketX} ${line.port.y}H${line.port.x - 5}`} className={className} />}
      {(rows.length ? ys : [line.port.y]).map((y) => (
        <path key={y} d={`M${line.port.x - 1} ${y}l-6 -3v6z`} className="fill-line-2" />
      ))}
      <path d={way} className={selected ? 'link-hit is-selected' : 'link-hit'} />
    </g>
  )
}
