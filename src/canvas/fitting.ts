import { type Scene, sizeOf } from './geometry.ts'

const MARGIN = 18
/** Room for the line of explanation at the foot of the stage. */
const FOOT = 22
const ZOOM_MAX = 1.6
const ZOOM_MIN = 0.2
/** A phone shows the stores at a size that can be read; the rest is a drag away. */
const NARROW = 520

/** Room for three columns at once. */
const EMPTY = { x: 24, y: 24, zoom: 0.85 }

/** The smallest text is 20 px high on a projector. */
export const PROJECTOR_ZOOM = 20 / 11

/**
 * The viewport that shows the whole scene as large as the stage allows. `zoomLeast`: where the whole would be smaller than
 * this, the first store alone is shown, at this size.
 */
export function fitted(
  scene: Scene,
  stage: { width: number; height: number },
  zoomLeast = 0,
): { x: number; y: number; zoom: number } {
  // Rails and buses stand outside the boxes, but always between two of them.
  const stores = [...scene.streams.values(), ...scene.queues.values()]
  const others = [scene.producers, scene.applications, scene.pools, scene.plain, scene.notes].flatMap((map) => [
    ...map.values(),
  ])
  const all = [...stores, ...others]
  if (all.length === 0 || stage.width === 0) return EMPTY
  const whole = around(scene, stage, stage.width < NARROW && stores.length > 0 ? stores : all)
  if (whole.zoom >= zoomLeast) return whole
  return around(scene, stage, (stores.length > 0 ? stores : all).slice(0, 1), zoomLeast)
}

type Part = { node: { id: string }; x: number; y: number }

function around(scene: Scene, stage: { width: number; height: number }, parts: readonly Part[], zoomLeast = ZOOM_MIN) {
  const boxes = parts.map((part) => ({ x: part.x, y: part.y, ...sizeOf(scene, part.node.id) }))
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top
  const roomX = stage.width - 2 * MARGIN
  const roomY = stage.height - 2 * MARGIN - FOOT
  const zoom = Math.max(zoomLeast, Math.min(ZOOM_MAX, roomX / width, roomY / height))
  // What is larger than the stage begins at its edge: the beginning is what is read first.
  return {
    x: Math.round(Math.max(MARGIN, (stage.width - width * zoom) / 2) - left * zoom),
    y: Math.round(Math.max(MARGIN, (stage.height - FOOT - height * zoom) / 2) - top * zoom),
    zoom,
  }
}
