import { type Scene, sizeOf } from './geometry.ts'

/** The smallest text of the drawing, 11 px, is 20 px high. */
const ZOOM = 20 / 11
const MARGIN = 18

type Part = { node: { id: string }; x: number; y: number }

/** For a projector: the whole scene where it has room at this size, else its first store from its upper left corner. */
export function projected(scene: Scene, stage: { width: number; height: number }) {
  const stores = [...scene.streams.values(), ...scene.queues.values()]
  const others = [scene.producers, scene.applications, scene.pools, scene.plain, scene.notes]
  const all: Part[] = [...stores, ...others.flatMap((map) => [...map.values()])]
  const frame = (parts: readonly Part[]) => {
    const boxes = parts.map((part) => ({ x: part.x, y: part.y, ...sizeOf(scene, part.node.id) }))
    const left = Math.min(...boxes.map((box) => box.x))
    const top = Math.min(...boxes.map((box) => box.y))
    const spareX = stage.width - ZOOM * (Math.max(...boxes.map((box) => box.x + box.width)) - left)
    const spareY = stage.height - ZOOM * (Math.max(...boxes.map((box) => box.y + box.height)) - top)
    const fits = spareX >= 0 && spareY >= 0
    const x = Math.round(Math.max(MARGIN, spareX / 2) - left * ZOOM)
    return { x, y: Math.round(Math.max(MARGIN, spareY / 2) - top * ZOOM), zoom: ZOOM, fits }
  }
  if (all.length === 0) return null
  const whole = frame(all)
  const { x, y, zoom } = whole.fits || stores.length === 0 ? whole : frame(stores.slice(0, 1))
  return { x, y, zoom }
}
