import './canvas.css'
import './drawing.css'
import { lazy, useState } from 'react'
import { Part } from '../ui/Part.tsx'
import { StillStage } from './StillStage.tsx'

type Props = {
  /** When the picture may be made workable: React Flow weighs as much as the whole drawing and can wait for it. */
  workableAfter: () => Promise<void>
}

/**
 * The stage. At first it is drawn still, nodes and moving messages without the machinery of pan, zoom and connect; when the
 * first message has moved React Flow takes over, in the same place.
 */
export function Canvas({ workableAfter }: Props) {
  const [FlowStage] = useState(() => lazy(() => workableAfter().then(() => import('./FlowStage.tsx'))))
  return (
    <section className="scope" aria-label="Canvas">
      <HatchPattern />
      <Part fallback={<StillStage />}>
        <FlowStage />
      </Part>
    </section>
  )
}

/** What does not fit under a limit is hatched; one pattern for all drawings of the page. */
function HatchPattern() {
  return (
    <svg width={0} height={0} aria-hidden="true" style={{ position: 'absolute' }}>
      <defs>
        <pattern id="stage-hatch" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={5} height={5} fill="var(--stop-wash)" />
          <line x1={0} y1={0} x2={0} y2={5} stroke="var(--stop)" strokeWidth={1.6} />
        </pattern>
      </defs>
    </svg>
  )
}
