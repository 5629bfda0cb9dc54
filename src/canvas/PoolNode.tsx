import type { PoolNode as PoolData } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import type { Placed } from './geometry.ts'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import type { PoolGeometry } from './readerGeometry.ts'
import { plural, rate } from './readouts.ts'
import { useScene } from './sceneContext.ts'

const DEAD = 2
const PAUSED = 4

export default function PoolNode({ id }: { id: string }) {
  const part = useScene().scene.pools.get(id)
  return part ? <Pool part={part} /> : null
}

function Pool({ part }: { part: Placed<PoolData, PoolGeometry> }) {
  const { node, geometry } = part
  const { scenario } = useScene()
  const connected = scenario.links.some((link) => link.to === node.id)
  const states = useGauges((g) =>
    Array.from({ length: g.rows(node.id) }, (_, worker) => g.value(node.id, 'state', worker)),
  )
  const inHand = useGauges((g) =>
    Array.from({ length: g.rows(node.id) }, (_, worker) => g.value(node.id, 'messagesInHand', worker)),
  )
  const { processed, busy, lost } = useGauges((g) => ({
    processed: g.rate(node.id, 'processedTotal'),
    busy: g.value(node.id, 'busy'),
    lost: g.value(node.id, 'lostTotal'),
  }))
  const atOnce = node.workInBatch === 'parallel' ? node.messagesPerCall : 1
  const most = node.serviceMs > 0 ? (node.workers * atOnce * 1000) / node.serviceMs : 0
  const { foot } = geometry
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={geometry.width}
      height={geometry.height}
      words={`${node.name}, worker pool, ${busy} of ${plural(node.workers, 'worker', 'workers')} busy, ${rate(processed)} messages a second`}
      ports={[{ side: 'in', y: geometry.portY, connected, x: 0 }]}
    >
      <NodeName name={node.name} kind="competing" notAws={differsFromAws(node, scenario)} />
      {geometry.rows.map((row, worker) => {
        const dead = states[worker] === DEAD
        const still = states[worker] === PAUSED
        const more = (inHand[worker] ?? 0) - 1
        const slot = geometry.slots[worker]
        return (
          <g key={`${row.x}-${row.y}`}>
            <rect
              x={row.x + 0.6}
              y={row.y + 0.6}
              width={row.width - 1.2}
              height={row.height - 1.2}
              rx={3}
              className={dead || still ? 'place is-dead' : 'node'}
            />
            {!geometry.compact && (
              <text x={9} y={row.y + 18} className={dead || still ? 't-lab faint' : 't-lab'}>
                Worker {worker + 1}
              </text>
            )}
            {!geometry.compact && slot && (dead || still || more > 0) && (
              <text
                x={dead || still ? row.width - 9 : slot.x - 4}
                y={row.y + 18}
                textAnchor="end"
                className={dead || still ? 't-lab ink strong' : 't-tick'}
              >
                {dead ? 'died' : still ? 'stands still' : `+${more}`}
              </text>
            )}
            {!geometry.compact && slot && !dead && !still && (
              <circle cx={slot.x + slot.width / 2} cy={slot.y + slot.height / 2} r={9.5} className="slot" />
            )}
          </g>
        )
      })}
      <text x={0} y={foot.y + 12} className="t-ui">
        <tspan className="strong">{rate(processed)}</tspan>
        <tspan className="t-tick"> messages/s</tspan>
        {lost > 0 && (
          <tspan className="t-tick stop strong" dx={6}>
            {lost} lost
          </tspan>
        )}
      </text>
      <text x={foot.width} y={foot.y + 12} textAnchor="end" className="t-tick">
        {most > 0 ? `up to ${rate(most)}` : ''}
      </text>
      <rect x={0} y={foot.y + 20} width={foot.width} height={5} className="fill-sunk" />
      {most > 0 && (
        <rect
          x={0}
          y={foot.y + 20}
          width={foot.width * Math.min(1, processed / most)}
          height={5}
          className="fill-ink-2"
        />
      )}
      {most > 0 && <line x1={foot.width} x2={foot.width} y1={foot.y + 17} y2={foot.y + 28} className="lim" />}
      {!connected && (
        <text x={0} y={foot.y + 33} className="t-tick">
          not connected
        </text>
      )}
    </NodeShell>
  )
}
