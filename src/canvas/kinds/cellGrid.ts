import type { Point } from '../measures.ts'

/** A grid of equal marks: from the bottom row up or, `fromTop`, from the top row down. */
export type CellGrid = { columns: number; rows: number; pitch: number; fromTop: boolean }

/** Middle of the i-th cell, seen from the top left of the grid. */
export function cellMiddle({ columns, rows, pitch, fromTop }: CellGrid, i: number): Point {
  const row = Math.floor(i / columns)
  return { x: ((i % columns) + 0.5) * pitch, y: ((fromTop ? row : rows - 1 - row) + 0.5) * pitch }
}

/** So many cells are filled. */
export const cellsFilled = ({ columns, rows }: CellGrid, filled: number): number =>
  Math.min(columns * rows, Math.max(0, Math.round(filled)))
