import { type Box, NAME_HEIGHT } from './measures.ts'

/** More workers than this are drawn as a grid of squares instead of named rows. */
const ROWS_MAX = 8
const WORKER_PITCH = 36

export type ApplicationGeometry = { width: number; height: number; box: Box; portY: number; workers: Box[] }

const CHIP = 18
/** Lease chips in one row of a worker's place. */
const CHIPS_A_ROW = 3

/** An application's box; its workers stand side by side, three in a row, and hold one chip a shard. */
export function applicationGeometry(workers: number, leasesMax: number): ApplicationGeometry {
  const width = 150
  const columns = Math.max(1, Math.min(3, workers))
  const gap = 6
  const workerWidth = (width - 16 - gap * (columns - 1)) / columns
  const chipsInRow = Math.max(1, Math.min(CHIPS_A_ROW, Math.floor((workerWidth - 4) / (CHIP + 2))))
  const chipRows = Math.max(1, Math.ceil(Math.min(leasesMax, chipsInRow * 3) / chipsInRow))
  const workerHeight = 10 + chipRows * (CHIP + 2) - 2
  const boxes: Box[] = []
  for (let i = 0; i < workers; i++) {
    boxes.push({
      x: 8 + (i % columns) * (workerWidth + gap),
      y: NAME_HEIGHT + 24 + Math.floor(i / columns) * (workerHeight + gap),
      width: workerWidth,
      height: workerHeight,
    })
  }
  const rows = Math.max(1, Math.ceil(workers / columns))
  const height = 24 + rows * (workerHeight + gap) + 4 + 44
  return {
    width,
    height: NAME_HEIGHT + height,
    box: { x: 0, y: NAME_HEIGHT, width, height },
    portY: NAME_HEIGHT + 26,
    workers: boxes,
  }
}

export type PoolGeometry = {
  width: number
  height: number
  rows: Box[]
  slots: Box[]
  compact: boolean
  portY: number
  foot: Box
}

/** A pool: one row a worker with a place for the message in hand; many workers become a grid. */
export function poolGeometry(workers: number): PoolGeometry {
  const width = 150
  const compact = workers > ROWS_MAX
  const rows: Box[] = []
  const slots: Box[] = []
  for (let i = 0; i < workers; i++) {
    if (compact) {
      const box = { x: 2 + (i % 6) * 25, y: NAME_HEIGHT + Math.floor(i / 6) * 25, width: 21, height: 21 }
      rows.push(box)
      slots.push(box)
    } else {
      const box = { x: 0, y: NAME_HEIGHT + i * WORKER_PITCH, width, height: WORKER_PITCH - 8 }
      rows.push(box)
      slots.push({ x: width - 30, y: box.y + 3, width: 22, height: 22 })
    }
  }
  const last = rows.at(-1)
  const footY = (last ? last.y + last.height : NAME_HEIGHT) + 8
  return {
    width,
    height: footY + 34,
    rows,
    slots,
    compact,
    portY: (NAME_HEIGHT + footY - 8) / 2,
    foot: { x: 0, y: footY, width, height: 34 },
  }
}
