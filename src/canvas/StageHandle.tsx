import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Box } from '../scenario/alignNodes.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { openStage } from '../state/workbench/stageDoor.ts'
import { fitted } from './fitting.ts'
import { type Scene, sceneOf, sizeOf } from './geometry.ts'
import { focusNode } from './roving.ts'
import { useScene } from './sceneContext.ts'

/** A scene that would be shown smaller than this is not shown whole; the view goes to the node instead. */
const READABLE_ZOOM = 0.5
/** A node that was just added is drawn within some frames. */
const FOCUS_FRAMES = 40

/** Gives commands what only the canvas knows: sizes, places in the window, what is in sight. */
export function StageHandle() {
  const { scene } = useScene()
  const store = useStoreApi()
  const flow = useReactFlow()
  const newest = useRef(scene)
  newest.current = scene
  useEffect(() => {
    const inSight = (): Box => {
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = store.getState()
      return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    }
    const fitAll = () => void flow.setViewport(fitted(newest.current, store.getState()))
    return openStage({
      boxesOf,
      inSight,
      fit: fitAll,
      pointAt: (x, y) => {
        const frame = store.getState().domNode?.getBoundingClientRect()
        const isInside = frame && x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom
        return isInside ? flow.screenToFlowPosition({ x, y }, { snapToGrid: false }) : null
      },
      // The scene follows the document with the next drawing.
      show: (id) => requestAnimationFrame(() => show(id)),
      focus: (id) => focusSoon(id, FOCUS_FRAMES),
    })

    function show(id: string) {
      const node = flow.getNode(id)
      if (!node) return
      const size = sizeOf(newest.current, id)
      const box = { ...node.position, ...size }
      if (isWithin(box, inSight())) return
      if (fitted(newest.current, store.getState()).zoom >= READABLE_ZOOM) return fitAll()
      void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: flow.getZoom() })
    }
  }, [flow, store])
  return null
}

function boxesOf(scenario: Scenario): Map<string, Box> {
  const positions = new Map(scenario.nodes.map(({ id, x, y }) => [id, { x, y }]))
  const scene: Scene = sceneOf({ scenario, positions, layout: null, folded: new Map() })
  return new Map(scenario.nodes.map(({ id, x, y }) => [id, { x, y, ...sizeOf(scene, id) }]))
}

const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

function focusSoon(id: string, frames: number): void {
  focusNode(id)
  const focused = document.activeElement
  if (focused?.getAttribute('data-node') === id || frames === 0) return
  // Until the new node is drawn no other has the focus: the next key would mean that one.
  if (focused instanceof HTMLElement && focused.hasAttribute('data-node')) focused.blur()
  requestAnimationFrame(() => focusSoon(id, frames - 1))
}
