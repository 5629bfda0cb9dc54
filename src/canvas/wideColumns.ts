import { PAINT_COUNT } from '../protocol/frame.ts'
import { type Placement, pushColumn, type TapeBed } from './dotPlacement.ts'
import { shareOut } from './shareOut.ts'

/** History of one tape at the borders of its columns: `totals[paint * borders + i]` at border i. */
export type WideHistory = { firstColumn: number; borders: number; totals: Float64Array }

/** A total on the border of two dots that interpolation has left a hair below it. */
const ROUNDING = 1e-6

/**
 * Columns of a minute or half an hour, out of the stored totals. `nowTotals` are the totals of this
 * moment by paint, for the column that is still growing. A folded tape has bars in their place.
 */
export function pushWideColumns(
  { grains, bars }: Pick<Placement, 'grains' | 'bars'>,
  tape: number,
  bed: TapeBed,
  history: WideHistory,
  nowMicros: number,
  nowTotals: readonly number[],
  recordsPerDot: number,
): void {
  const unitMicros = bed.unitSeconds * 1e6
  const newest = Math.floor(nowMicros / unitMicros)
  const counts = new Array<number>(PAINT_COUNT).fill(0)
  const oldest = Math.max(Math.floor(bed.trimMicros / unitMicros), newest - bed.columns - bed.tailColumns)
  for (let column = Math.max(0, oldest); column <= newest; column++) {
    let before = 0
    let sum = 0
    for (let paint = 0; paint < PAINT_COUNT; paint++) {
      const from = at(history, paint, column, nowTotals)
      const to = column === newest ? (nowTotals[paint] ?? 0) : at(history, paint, column + 1, nowTotals)
      counts[paint] = Math.max(0, to - from)
      before += from
      sum += counts[paint] ?? 0
    }
    const age = nowMicros / unitMicros - column - 0.5
    // Of whole dots since the beginning: what a column leaves over counts in the next, so all columns together are never a dot off.
    const dots = Math.floor((before + sum) / recordsPerDot + ROUNDING) - Math.floor(before / recordsPerDot + ROUNDING)
    if (dots === 0) continue
    if (bed.folded) bars.push(tape, age, sum / recordsPerDot)
    else pushColumn(grains, bed, age, shareOut(counts, dots), 0, dots)
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

/**
 * Totals at the borders of columns out of totals at every `stepMicros` from `fromMicros` on, straight between two of them: a run keeps
 * its history in bins, and half an hour is no whole number of them in a run of three days.
 */
export function bordersOf(
  values: Float64Array,
  count: number,
  { fromMicros, stepMicros }: { fromMicros: number; stepMicros: number },
  { firstColumn, borders, unitMicros }: { firstColumn: number; borders: number; unitMicros: number },
): Float64Array {
  const totals = new Float64Array(PAINT_COUNT * borders)
  for (let paint = 0; paint < PAINT_COUNT; paint++)
    for (let i = 0; i < borders; i++) {
      const place = ((firstColumn + i) * unitMicros - fromMicros) / stepMicros
      const k = Math.floor(place)
      const low = values[paint * count + k] ?? Number.NaN
      const high = values[paint * count + k + 1] ?? Number.NaN
      totals[paint * borders + i] = place === k ? low : low + (high - low) * (place - k)
    }
  return totals
}
