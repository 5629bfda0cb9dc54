import type { ApplicationNode as ApplicationData } from '../scenario/scenario.ts'
import { useGauges } from '../state/index.ts'
import type { Placed } from './geometry.ts'
import type { Box } from './measures.ts'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import { deadWorkers } from './playheadValues.ts'
import type { ApplicationGeometry } from './readerGeometry.ts'
import type { ReaderInk } from './readerInk.ts'
import { byteLimit, count, duration, plural, rate } from './readouts.ts'
import { useScene } from './sceneContext.ts'

export function ApplicationNode({ id }: { id: string }) {
  const { scene, inks } = useScene()
  const part = scene.applications.get(id)
  const ink = inks.get(id)
  return part && ink ? <Application part={part} ink={ink} /> : null
}

const NOBODY = -1
/** Rate and limit share one line. */
const LIMIT_CHARACTERS_MAX = 10

function Application({ part, ink }: { part: Placed<ApplicationData, ApplicationGeometry>; ink: ReaderInk }) {
  const { scenario } = useScene()
  const { node, geometry } = part
  const connected = scenario.links.some((link) => link.to === node.id)
  const leases = useGauges((g) =>
    Array.from({ length: g.rows(node.id) }, (_, shard) => g.value(node.id, 'worker', shard)),
  )
  const dead = useGauges((g) => deadWorkers(scenario, node.id, g.nowMicros))
  const { processed, behindSeconds, lost } = useGauges((g) => ({
    processed: g.rate(node.id, 'processedTotal'),
    behindSeconds: g.value(node.id, 'ageMicros') / 1e6,
    lost: g.value(node.id, 'lostUnreadTotal'),
  }))
  const live = useGauges((g) => leases.filter((_, shard) => g.value(node.id, 'leaseState', shard) > 0).length)
  const leader = useGauges((g) =>
    node.coordination === 'kcl3' && node.workers > 1 ? g.value(node.id, 'leader') : NOBODY,
  )
  const { box } = geometry
  const foot = box.y + box.height - 42
  const held = leases.filter((worker) => worker !== NOBODY).length
  const most = node.serviceMs > 0 ? (Math.max(1, held) * 1000) / node.serviceMs : 0
  const hasRoom = most > 0 && rate(processed).length + rate(most).length <= LIMIT_CHARACTERS_MAX
  const atLimit = most > 0 && processed >= most * 0.97
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={geometry.width}
      height={geometry.height}
      words={`${node.name}, application, ${plural(node.workers, 'worker', 'workers')}, ${rate(processed)} records a second, ${duration(behindSeconds)} behind`}
      ports={[{ side: 'in', y: geometry.portY, connected }]}
    >
      <path
        d="M0 9.500l8.500 -4.900v9.800Z"
        style={ink.hollow ? { fill: 'var(--paper)', stroke: ink.colour } : { fill: ink.colour }}
      />
      <NodeName name={node.name} notAws={differsFromAws(node, scenario)} colour={ink.colour} indent={13} />
      <rect x={0.6} y={box.y + 0.6} width={box.width - 1.2} height={box.height - 1.2} rx={3} className="node" />
      <text x={9} y={box.y + 16} className="t-tick">
        {connected ? readingText(node, leader) : 'not connected'}
      </text>
      {geometry.workers.map((place, worker) => (
        <Worker
          key={`${place.x}-${place.y}`}
          place={place}
          ink={ink}
          shards={leases.flatMap((holder, shard) => (holder === worker ? [shard] : []))}
          dead={dead.includes(worker)}
          leased={node.coordination !== 'simple'}
          leads={worker === leader}
          spare={leases.length > 0 && node.workers > Math.max(held, live)}
        />
      ))}
      <line x1={0} x2={box.width} y1={foot} y2={foot} className="hair" />
      <text x={9} y={foot + 20} className="t-ui">
        <tspan className="strong">{rate(processed)}</tspan>
        <tspan className="t-tick"> rec/s</tspan>
      </text>
      <text
        x={box.width - 9}
        y={foot + 20}
        textAnchor="end"
        className={lost > 0 ? 't-tick stop strong' : atLimit ? 't-tick ink strong' : 't-tick'}
      >
        {lost > 0 ? `${count(lost)} lost unread` : atLimit ? 'at its limit' : hasRoom ? `up to ${rate(most)}` : ''}
      </text>
      <rect x={9} y={foot + 28} width={box.width - 18} height={5} className="fill-sunk" />
      {most > 0 && (
        <rect
          x={9}
          y={foot + 28}
          width={(box.width - 18) * Math.min(1, processed / most)}
          height={5}
          className="fill-ink-2"
        />
      )}
      {most > 0 && <line x1={box.width - 9} x2={box.width - 9} y1={foot + 25} y2={foot + 36} className="lim" />}
    </NodeShell>
  )
}

const CLIENTS = { simple: 'polling', kcl2: 'KCL 2', kcl3: 'KCL 3' } as const

/** How it reads, and who reads: a program of its own, or the client library, whose workers elect one that assigns the leases. */
function readingText({ reading, coordination, pollIntervalMs, fanOutBytesPerSecond }: ApplicationData, leader: number) {
  const client = CLIENTS[coordination]
  if (leader >= 0) return `${client}, worker ${leader + 1} leads`
  if (reading === 'fanOut')
    return `${coordination === 'simple' ? 'pushed' : client}, ${byteLimit(fanOutBytesPerSecond)} a shard`
  return `${client}, ${pollRate(pollIntervalMs)} ${pollIntervalMs === 1000 ? 'call' : 'calls'}/s a shard`
}

const pollRate = (intervalMs: number) => (intervalMs > 0 ? Number((1000 / intervalMs).toPrecision(2)) : 'at most 5')

/** Room for the number of chips that do not fit. */
const MORE_WIDTH = 14

type WorkerProps = {
  place: Box
  ink: ReaderInk
  shards: readonly number[]
  dead: boolean
  spare: boolean
  /** The client library's: a shard is held by a lease, which is a chip; else its number alone stands there. */
  leased: boolean
  leads: boolean
}

/** A worker's place: one chip for each shard it holds the lease of. */
function Worker({ place, ink, shards, dead, spare, leased, leads }: WorkerProps) {
  const rowsMax = Math.max(1, Math.floor((place.height - 8) / 20))
  const fitting = (width: number) => Math.max(1, Math.floor((width - 4) / 20))
  const overflows = shards.length > fitting(place.width) * rowsMax
  const width = place.width - (overflows ? MORE_WIDTH : 0)
  const perRow = fitting(width)
  const shown = shards.slice(0, perRow * rowsMax)
  const middle = place.x + width / 2
  const rows = Math.ceil(Math.max(1, shown.length) / perRow)
  return (
    <g>
      <rect {...place} rx={2} className={dead ? 'place is-dead' : 'fill-sunk'} />
      {shown.map((shard, i) => {
        const inRow = Math.min(perRow, shown.length - Math.floor(i / perRow) * perRow)
        const x = middle - inRow * 10 + (i % perRow) * 20 + 1
        const y = place.y + place.height / 2 - rows * 10 + Math.floor(i / perRow) * 20 + 1
        return (
          <g key={shard}>
            {leased ? (
              <rect x={x} y={y} width={18} height={18} rx={2} className="chip" style={{ stroke: ink.colour }} />
            ) : (
              <path d={`M${x + 3} ${y + 17}h12`} style={{ stroke: ink.colour, strokeWidth: 1.5 }} />
            )}
            <text x={x + 9} y={y + 13} textAnchor="middle" className="t-tick ink strong">
              {shard + 1}
            </text>
          </g>
        )
      })}
      {leads && <path d={starAt(place.x + place.width - 1, place.y + 1)} className="fill-ink" />}
      {shards.length > shown.length && (
        <text x={place.x + place.width - 3} y={place.y + place.height - 4} textAnchor="end" className="t-tick">
          +{shards.length - shown.length}
        </text>
      )}
      {shards.length === 0 && (dead || spare) && (
        <text x={middle} y={place.y + place.height / 2 + 4} textAnchor="middle" className="t-tick">
          {dead ? 'died' : 'idle'}
        </text>
      )}
    </g>
  )
}

/** Of the worker that was elected to assign the leases. */
const starAt = (x: number, y: number) =>
  Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 5 : 2.1
    const angle = (i * Math.PI) / 5
    return `${i === 0 ? 'M' : 'L'}${(x + r * Math.sin(angle)).toFixed(1)} ${(y - r * Math.cos(angle)).toFixed(1)}`
  }).join('')
