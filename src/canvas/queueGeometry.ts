import { type Box, GRAIN_RADIUS, NAME_HEIGHT, type Point } from './measures.ts'

const GRAIN_PITCH = 2 * GRAIN_RADIUS + 1.6
const BEAD_CELL = 30
/** Waiting beads keep to the left part, received ones stand near the way out. */
const WAITING_SHARE = 0.74

export type QueueGeometry = {
  width: number
  height: number
  frame: Box
  bag: Box
  portY: number
  /** Grain zoom: places from the bottom up. */
  grainCapacity: number
  waitingPlaces: Point[]
  receivedPlaces: Point[]
}

/** A small fixed shuffle: the same place for the same index on every machine. */
function scatter(index: number): number {
  let h = Math.imul(index + 1, 0x9e3779b1)
  h ^= h >>> 15
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  return (h >>> 0) / 4294967296
}

function places(box: Box, cell: number, seed: number): Point[] {
  const columns = Math.max(1, Math.floor(box.width / cell))
  const rows = Math.max(1, Math.floor(box.height / cell))
  const found: { point: Point; order: number }[] = []
  for (let i = 0; i < columns * rows; i++) {
    const dx = (scatter(i * 3 + seed) - 0.5) * (cell - 22)
    const dy = (scatter(i * 3 + seed + 1) - 0.5) * (cell - 22)
    found.push({
      point: {
        x: box.x + ((i % columns) + 0.5) * (box.width / columns) + dx,
        y: box.y + (Math.floor(i / columns) + 0.5) * (box.height / rows) + dy,
      },
      order: scatter(i * 3 + seed + 2),
    })
  }
  return found.sort((a, b) => a.order - b.order).map((entry) => entry.point)
}

/** A queue's frame and bag. Place inside the bag means nothing; it only has to stay the same. */
export function queueGeometry(): QueueGeometry {
  const width = 352
  const frame = { x: 0, y: NAME_HEIGHT, width, height: 306 }
  const bag = { x: 18, y: NAME_HEIGHT + 30, width: 316, height: 214 }
  const inner = { x: bag.x + 14, y: bag.y + 12, width: bag.width - 28, height: bag.height - 24 }
  const left = { ...inner, width: inner.width * WAITING_SHARE }
  const right = { ...inner, x: inner.x + inner.width * WAITING_SHARE + 8, width: inner.width * (1 - WAITING_SHARE) - 8 }
  return {
    width,
    height: NAME_HEIGHT + frame.height,
    frame,
    bag,
    portY: bag.y + bag.height / 2,
    grainCapacity: grainRows(bag) * grainColumns(bag),
    waitingPlaces: places(left, BEAD_CELL, 7),
    // Received places in reading order, so that a ghost can stand level with its worker.
    receivedPlaces: places(right, 34, 91).sort((a, b) => a.y - b.y),
  }
}

const grainColumns = (bag: Box) => Math.floor((bag.width - 28) / GRAIN_PITCH)
const grainRows = (bag: Box) => Math.floor((bag.height - 10) / (GRAIN_PITCH * 0.9))

/** Place of grain `index`, poured in from the bottom; odd rows are shifted by half a grain. */
export function grainPlace(geometry: QueueGeometry, index: number): Point {
  const { bag } = geometry
  const columns = grainColumns(bag)
  const row = Math.floor(index / columns)
  const column = index % columns
  // Rows near the rounded floor are drawn in a little.
  const shift = row % 2 === 0 ? 0 : GRAIN_PITCH / 2
  return {
    x: bag.x + 14 + (column + 0.5) * GRAIN_PITCH + shift - GRAIN_PITCH / 4,
    y: bag.y + bag.height - 6 - (row + 0.5) * GRAIN_PITCH * 0.9,
  }
}

/** Height of the level above the bag's floor for so many grains. */
export function grainLevel(geometry: QueueGeometry, grains: number): number {
  const rows = Math.ceil(grains / grainColumns(geometry.bag))
  return Math.min(geometry.bag.height, rows * GRAIN_PITCH * 0.9 + 4)
}
