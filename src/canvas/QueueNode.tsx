import { useGauges } from '../state/index.ts'
import { drawsBeads } from './bagZoom.ts'
import type { PlacedQueue } from './geometry.ts'
import { NodeName, NodeShell } from './NodeShell.tsx'
import { differsFromAws } from './notAws.ts'
import { grainLevel } from './queueGeometry.ts'
import { count, plural, rate } from './readouts.ts'
import { useScene } from './sceneContext.ts'

export default function QueueNode({ id }: { id: string }) {
  const queue = useScene().scene.queues.get(id)
  return queue ? <Queue queue={queue} /> : null
}

function Queue({ queue }: { queue: PlacedQueue }) {
  const { scenario } = useScene()
  const { node, geometry, perDot, keepsDeadLetters } = queue
  const { waiting, received, refused } = useGauges((g) => ({
    waiting: g.value(node.id, 'visible'),
    received: g.value(node.id, 'inFlight'),
    refused: g.rate(node.id, 'overLimitTotal'),
  }))
  const sending = scenario.links.some((link) => link.to === node.id)
  const read = scenario.links.some((link) => link.from === node.id)
  const beads = drawsBeads(queue, waiting + received)
  const { bag, frame } = geometry
  const line = (n: number) => bag.y + bag.height + 19 + n * 16
  return (
    <NodeShell
      id={node.id}
      of={node.kind}
      width={geometry.width}
      height={geometry.height}
      words={`${node.name}, SQS standard queue${keepsDeadLetters ? ' for dead letters' : ''}, ${count(waiting)} waiting, ${count(received)} received`}
      ports={[
        { side: 'in', y: geometry.portY, connected: sending, x: bag.x },
        { side: 'out', y: geometry.portY, connected: read, x: bag.x + bag.width },
      ]}
    >
      <NodeName
        name={node.name}
        kind={keepsDeadLetters ? 'SQS, dead letters' : 'SQS standard'}
        notAws={differsFromAws(node, scenario)}
      />
      <rect x={0.5} y={frame.y + 0.5} width={frame.width - 1} height={frame.height - 1} className="frame" />
      {keepsDeadLetters ? (
        <path d={`M${bag.x} ${bag.y}v${bag.height}h${bag.width}v${-bag.height}`} className="bag" />
      ) : (
        <rect x={bag.x} y={bag.y} width={bag.width} height={bag.height} rx={30} className="bag" />
      )}
      {!sending && (
        <text x={bag.x + bag.width / 2} y={bag.y + 40} textAnchor="middle" className="t-say">
          Nothing sends yet.
        </text>
      )}
      {!beads && <Level y={bag.y + bag.height - grainLevel(geometry, (waiting + received) / perDot)} queue={queue} />}
      <text x={bag.x} y={line(0)} className="t-lab">
        <tspan className="ink strong">{count(waiting)}</tspan> waiting,{' '}
        <tspan className="ink strong">{count(received)}</tspan> received
        {received > 0 && received >= node.inFlightLimit * 0.01 && (
          <tspan className="t-tick"> of {count(node.inFlightLimit)} at once</tspan>
        )}
      </text>
      <text
        x={bag.x + bag.width}
        y={line(0)}
        textAnchor="end"
        className={refused > 0 ? 't-tick stop strong' : 't-tick'}
      >
        {refused > 0 ? `${rate(refused)} receives refused/s` : !read ? 'Nobody receives.' : ''}
      </text>
      <text x={bag.x} y={line(1)} className="t-tick">
        {beads
          ? '1 bead = 1 message. Where it lies means nothing.'
          : `1 dot = ${plural(perDot, 'message', 'messages')}, hollow = received.`}
      </text>
      <text x={bag.x} y={line(2)} className="t-tick">
        {beads
          ? 'Given out roughly oldest first, not guaranteed.'
          : `Brim = ${count(geometry.grainCapacity * perDot)}, not a limit. Roughly oldest first.`}
      </text>
    </NodeShell>
  )
}

/** The level is the backlog; it says its number in the line below the bag. */
function Level({ y, queue }: { y: number; queue: PlacedQueue }) {
  const { bag } = queue.geometry
  const at = Math.max(bag.y + 6, y)
  return <path d={`M${bag.x - 8} ${at}h6M${bag.x + bag.width + 2} ${at}h6`} className="level" />
}
