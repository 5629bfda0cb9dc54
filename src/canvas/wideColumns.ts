import { PAINT_COUNT } from '../protocol/frame.ts'
import { shareOut } from './bagGrains.ts'
import { type Grains, pushColumn, type TapeBed } from './dotPlacement.ts'

/** History of one tape at the borders of its columns: `totals[paint * borders + i]` at border i. */
export type WideHistory = { firstColumn: number; borders: number; totals: Float64Array }

/**
 * Columns of a minute or half an hour, out of the stored totals. `nowTotals` are the totals of this
 * moment by paint, for the column that is still growing.
 */
export function pushWideColumns(
  grains: Grains,
  bed: TapeBed,
  history: WideHistory,
  unitMicros: number,
  nowMicros: number,
  nowTotals: readonly number[],
  recordsPerDot: number,
): void {
  const newest = Math.floor(nowMicros / unitMicros)
  const counts = new Array<number>(PAINT_COUNT).fill(0)
  const oldest = Math.max(Math.floor(bed.trimMicros / unitMicros), newest - bed.columns - bed.tailColumns)
  for (let column = Math.max(0, oldest); column <= newest; column++) {
    let sum = 0
    for (let paint = 0; paint < PAINT_COUNT; paint++) {
      const from = at(history, paint, column, nowTotals)
      const to = column === newest ? (nowTotals[paint] ?? 0) : at(history, paint, column + 1, nowTotals)
      counts[paint] = Math.max(0, to - from)
      sum += counts[paint] ?? 0
    }
    const dots = Math.round(sum / recordsPerDot)
    if (dots === 0) continue
    pushColumn(grains, bed, nowMicros / unitMicros - column - 0.5, shareOut(counts, dots), 0, dots)
  }
}

function at(
  { firstColumn, borders, totals }: WideHistory,
  paint: number,
  column: number,
  nowTotals: readonly number[],
): number {
  const i = column - firstColumn
  if (i < 0) return totals[paint * borders] ?? 0
  const value = i >= borders ? Number.NaN : (totals[paint * borders + i] ?? Number.NaN)
  return Number.isNaN(value) ? (nowTotals[paint] ?? 0) : value
}
