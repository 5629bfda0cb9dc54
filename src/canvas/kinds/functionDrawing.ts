import type { Box } from '../measures.ts'
import type { CellGrid } from './cellGrid.ts'
import { perMark } from './drawing.ts'

/** From the top of the drawing to the squares. */
export const SQUARES_TOP = 16
const SQUARE = 9

/** The squares of a function: one is one running copy for as long as those that run fit. */
export function squaresOf(box: Box, running: number): { grid: CellGrid; each: number } {
  const columns = Math.floor(box.width / SQUARE)
  const rows = Math.floor((box.height - SQUARES_TOP) / SQUARE)
  return { grid: { columns, rows, pitch: SQUARE, fromTop: true }, each: perMark(running, columns * rows) }
}
