import { type Box, PITCH } from '../measures.ts'
import type { CellGrid } from './cellGrid.ts'
import type { DrawingProps, ReadGauge } from './drawing.ts'

const BYTES_PER_MIB = 1_048_576

/** From the top of the drawing to the brim. */
export const BRIM = 16

/** The tank's grid and outline. */
export function heapGrid(box: Box): CellGrid & { width: number; height: number } {
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - BRIM - 4) / PITCH)
  return { columns, rows, pitch: PITCH, fromTop: false, width: columns * PITCH, height: rows * PITCH }
}

/** How full the heap is, from 0 to 1, and what a death cost: of a single one what lay in the heap, of several their average. */
export function heapState({ heapMiB, overhead }: DrawingProps<'monolith'>['node'], read: ReadGauge) {
  const heapBytes = heapMiB * BYTES_PER_MIB
  const stored = read('storedTotal')
  const bytesEach = stored > 0 ? (read('storedBytesTotal') / stored) * overhead : 0
  const deaths = Math.max(1, read('deathsTotal'))
  return {
    used: read('heapBytes') / heapBytes,
    down: read('down') > 0,
    lost: Math.min(1, (read('lostTotal') / deaths) * (bytesEach / heapBytes)),
  }
}
