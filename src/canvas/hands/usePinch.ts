import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { type Fingers, fingersAt, pinched } from './pinch.ts'

/** What keeps a finger for itself: React Flow zooms only where both fingers are on the empty canvas. */
const HOLDS = '.react-flow__node, .hands'

/** Two fingers zoom the drawing wherever they stand: on a tablet nodes fill nearly all of it. */
export function usePinch(): void {
  const store = useStoreApi()
  const flow = useReactFlow()
  useEffect(() => {
    const { domNode: stage, minZoom, maxZoom } = store.getState()
    if (stage === null) return
    const over = new AbortController()
    let last: Fingers | null = null
    function onMove(event: TouchEvent) {
      const [a, b] = event.touches
      const isOurs = [a, b].some((touch) => touch !== undefined && (touch.target as Element).closest(HOLDS) !== null)
      if (a === undefined || b === undefined || event.touches.length > 2 || !isOurs) return
      const box = (event.currentTarget as Element).getBoundingClientRect()
      const at = ({ clientX, clientY }: Touch) => ({ x: clientX - box.left, y: clientY - box.top })
      const next = fingersAt(at(a), at(b))
      // The first of these React Flow hears too: it lets go of the node that one finger began to move.
      if (last !== null) {
        event.stopPropagation()
        event.preventDefault()
        void flow.setViewport(pinched(flow.getViewport(), last, next, minZoom, maxZoom))
      }
      last = next
    }
    const end = () => {
      last = null
    }
    const until = { capture: true, passive: false, signal: over.signal }
    stage.addEventListener('touchmove', onMove, until)
    stage.addEventListener('touchend', end, until)
    stage.addEventListener('touchcancel', end, until)
    return () => over.abort()
  }, [store, flow])
}
