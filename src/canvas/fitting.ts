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

/** The viewport that shows the whole scene as large as the stage allows. */
export function fitted(scene: Scene, stage: { width: number; height: number }): { x: number; y: number; zoom: number } {
  // Rails and buses stand outside the boxes, but always between two of them.
  const stores = [...scene.streams.values(), ...scene.queues.values()]
  const others = [scene.producers, scene.applications, scene.pools, scene.plain, scene.notes].flatMap((map) => [
    ...map.values(),
  ])
  const parts = stage.width < NARROW && stores.length > 0 ? stores : [...stores, ...others]
  if (parts.length === 0 || stage.width === 0) return EMPTY
  const boxes = parts.map((part) => ({ x: part.x, y: part.y, ...sizeOf(scene, part.node.id) }))
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top
  const roomX = stage.width - 2 * MARGIN
  const roomY = stage.height - 2 * MARGIN - FOOT
  const zoom = Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, roomX / width, roomY / height))
  return {
    x: Math.round((stage.width - width * zoom) / 2 - left * zoom),
    y: Math.round((stage.height - FOOT - height * zoom) / 2 - top * zoom),
    zoom,
  }
}
