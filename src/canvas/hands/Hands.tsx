import { ViewportPortal } from '@xyflow/react'
import type { PlainNode } from '../../scenario/plainKinds.ts'
import type { Placed } from '../geometry.ts'
import type { PlainGeometry } from '../plainGeometry.ts'
import { useScene } from '../sceneContext.ts'
import { CaretHands } from './CaretHands.tsx'
import './hands.css'
import { RulerHands } from './RulerHands.tsx'
import { SendHand } from './SendHand.tsx'
import { STOPPED_WHOLE, StopHand } from './StopHand.tsx'
import { TakeHand } from './TakeHand.tsx'
import { usePinch } from './usePinch.ts'
import { ApplicationHands, PoolHands } from './WorkerHands.tsx'

/** What can be taken hold of on the drawing. It lies over the nodes, in their coordinates, and comes with the first pointer or focus. */
export default function Hands() {
  const { scene } = useScene()
  usePinch()
  return (
    <ViewportPortal>
      <div className="hands nopan nodrag">
        {[...scene.producers.values()].map((part) => (
          <div key={part.node.id} data-of={part.node.id}>
            <SendHand node={part.node} {...corner(part)} />
          </div>
        ))}
        {[...scene.streams.values()].map((stream) => (
          <div key={stream.node.id} data-of={stream.node.id}>
            <TakeHand node={stream.node} {...corner(stream)} />
            <RulerHands stream={stream} />
            <CaretHands stream={stream} />
          </div>
        ))}
        {[...scene.queues.values()].map((part) => (
          <div key={part.node.id} data-of={part.node.id}>
            <TakeHand node={part.node} {...corner(part)} />
          </div>
        ))}
        {[...scene.plain.values()].map((part) => (
          <div key={part.node.id} data-of={part.node.id}>
            <PlainHand part={part} />
          </div>
        ))}
        {[...scene.pools.values()].map((part) => (
          <div key={part.node.id} data-of={part.node.id}>
            <PoolHands part={part} />
          </div>
        ))}
        {[...scene.applications.values()].map((part) => (
          <div key={part.node.id} data-of={part.node.id}>
            <ApplicationHands part={part} />
          </div>
        ))}
      </div>
    </ViewportPortal>
  )
}

function PlainHand({ part }: { part: Placed<PlainNode, PlainGeometry> }) {
  const { node } = part
  if (node.kind === 'fifoQueue' || node.kind === 'kinesisQueue') return <TakeHand node={node} {...corner(part)} />
  if (STOPPED_WHOLE.includes(node.kind)) return <StopHand node={node} {...corner(part)} />
  if (node.kind === 'monolith' || node.kind === 'topic') return <SendHand node={node} {...corner(part)} />
  return null
}

/** The right end of the line in which a node's name stands. */
const corner = ({ x, y, geometry }: { x: number; y: number; geometry: { width: number } }) => ({
  x: x + geometry.width,
  y: y - 2,
})
