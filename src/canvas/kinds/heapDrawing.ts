import { PAINT_COUNT } from '../../protocol/frame.ts'
import { type Box, PITCH } from '../measures.ts'
import { shareOut } from '../shareOut.ts'
import { type CellGrid, cellsFilled } from './cellGrid.ts'
import type { DrawingProps, ReadGauge } from './drawing.ts'

const BYTES_PER_MIB = 1_048_576

/** From the top of the drawing to the brim. */
export const BRIM = 16

/** The tank's grid and outline. */
function heapGrid(box: Box): CellGrid & { width: number; height: number } {
  const columns = Math.floor(box.width / PITCH)
  const rows = Math.floor((box.height - BRIM - 4) / PITCH)
  return { columns, rows, pitch: PITCH, fromTop: false, width: columns * PITCH, height: rows * PITCH }
}

/** Paint of each filled cell, from the bottom row up: `nth` of its paint. */
export type HeapDot = { paint: number; nth: number }

/**
 * The keys of the events in the heap as paints of so many dots, shared out by largest remainder. They lie mixed, as poured: each place
 * has a rank of its own, and the paints share the ranks, so that a change of one dot changes few places.
 */
export function heapDots(paints: readonly number[], dots: number): HeapDot[] {
  const shares = shareOut(paints, dots)
  const ranked = Array.from({ length: dots }, (_, i) => i).sort((a, b) => rankOf(a) - rankOf(b))
  const paintAt: number[] = []
  let from = 0
  shares.forEach((share, paint) => {
    for (const place of ranked.slice(from, from + share)) paintAt[place] = paint
    from += share
  })
  const before = paints.map(() => 0)
  return paintAt.map((paint) => {
    const nth = before[paint] ?? 0
    before[paint] = nth + 1
    return { paint, nth }
  })
}

/** A number from 0 to 1 for each place, in no order that an eye could see. */
function rankOf(place: number): number {
  let bits = Math.imul(place + 1, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca77)
  return ((bits ^ (bits >>> 13)) >>> 0) / 2 ** 32
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
  return { grid, used, down, cells, dots: down ? [] : heapDots(paints, cells), each }
}
