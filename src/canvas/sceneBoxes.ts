import { type Scene, sizeOf } from './geometry.ts'
import type { Box } from './measures.ts'

/** Where everything of a scene stands, notes included, by its ID. Rails and buses stand outside the boxes, but always between two of them. */
export function sceneBoxes(scene: Scene, storesOnly = false): Map<string, Box> {
  const stores = [scene.streams, scene.queues]
  const others = [scene.producers, scene.applications, scene.pools, scene.plain, scene.notes]
  const parts = (storesOnly ? stores : [...stores, ...others]).flatMap((map) => [...map.values()])
  return new Map(parts.map(({ node: { id }, x, y }) => [id, { x, y, ...sizeOf(scene, id) }]))
}

/** Around all of them; of none there is no such box. */
export function around(boxes: Iterable<Box>): Box | null {
  const all = [...boxes]
  if (all.length === 0) return null
  const x = Math.min(...all.map((box) => box.x))
  const y = Math.min(...all.map((box) => box.y))
  const width = Math.max(...all.map((box) => box.x + box.width)) - x
  const height = Math.max(...all.map((box) => box.y + box.height)) - y
  return { x, y, width, height }
}
