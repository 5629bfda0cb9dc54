import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useScenario, useView } from '../state/index.ts'
import { fitted } from './fitting.ts'
import { projected } from './projected.ts'
import { useScene } from './sceneContext.ts'

/** Fits the scene when another document is opened, and when the stage or the drawing grows while nobody has panned. */
export function FitToStage() {
  const { scene } = useScene()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const store = useStoreApi()
  const flow = useReactFlow()
  const last = useRef<{ document: number; x: number; y: number; zoom: number } | null>(null)
  // Another document is fitted; an edit of this one keeps the view.
  const document = useScenario((state) => state.opened)
  const building = useView((view) => view.building)
  const isProjected = useView((view) => view.theme === 'projector' || view.show !== undefined)

  useEffect(() => {
    if (width === 0 || height === 0) return
    const before = last.current
    // Panning alone must not fit again, so the transform is read but not followed.
    const [x, y, zoom] = store.getState().transform
    const touched =
      before !== null &&
      (Math.abs(before.x - x) > 0.5 || Math.abs(before.y - y) > 0.5 || Math.abs(before.zoom - zoom) > 0.001)
    // While somebody builds, what stands there must not move under the hand.
    if ((touched || building) && before?.document === document) return
    const next = (isProjected && projected(scene, { width, height })) || fitted(scene, { width, height })
    if (
      before !== null &&
      before.document === document &&
      before.x === next.x &&
      before.y === next.y &&
      before.zoom === next.zoom
    )
      return
    last.current = { document, ...next }
    void flow.setViewport(next)
  }, [document, scene, width, height, flow, store, building, isProjected])
  return null
}
