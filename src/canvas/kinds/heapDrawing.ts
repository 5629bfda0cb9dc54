import { PAINT_COUNT } from '../../protocol/frame.ts'
import { type Box, PITCH } from '../measures.ts'
import { type CellGrid, cellsFilled } from './cellGrid.ts'
import type { DrawingProps, ReadGauge } from './drawing.ts'
import { mixedDots, rankOf } from './mixedDots.ts'

const BYTES_PER_MIB = 1_048_576

/** From the top of the drawing to the brim. */
export const BRIM = 16

/** The tank's grid and outline. */
function heapGrid(box: Box): CellGrid & { width: number; height: number } {
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - BRIM - 4) / PITCH)
  return { columns, rows, pitch: PITCH, fromTop: false, width: columns * PITCH, height: rows * PITCH }
}

/** Of the places of a dead heap, the ones with a cross: the others are outlines of what lay there. */
export const isCrossed = (place: number): boolean => rankOf(place) < CROSSED

/** As on the design's sheet. */
const CROSSED = 0.18

type Monolith = DrawingProps<'monolith'>['node']

/** How full the heap is, with which dots, and how many events one stands for. `seen` reads what is only looked at. */
export function heapDrawing({ heapMiB, overhead }: Monolith, box: Box, read: ReadGauge, seen: ReadGauge) {
  const grid = heapGrid(box)
  const places = grid.columns * grid.rows
  const heapBytes = heapMiB * BYTES_PER_MIB
  const stored = read('storedTotal')
  const bytesEach = stored > 0 ? (read('storedBytesTotal') / stored) * overhead : 0
  const used = read('heapBytes') / heapBytes
  const down = read('down') > 0
  // What a death cost: of a single one what lay in the heap, of several their average.
  const lost = Math.min(1, (read('lostTotal') / Math.max(1, read('deathsTotal'))) * (bytesEach / heapBytes))
  const cells = cellsFilled(grid, (down ? lost : used) * places)
  const paints = Array.from({ length: PAINT_COUNT }, (_, paint) => seen(`heapPaint${paint}`) || 0)
  const each = bytesEach > 0 ? heapBytes / places / bytesEach : 0
  return { grid, used, down, cells, dots: down ? [] : mixedDots(paints, cells), each }
}
