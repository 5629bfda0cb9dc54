import type { ChartView } from './chartView.ts'
import { viewAxis } from './viewAxis.ts'

/** The numbers of a chart: a moment in seconds, then each curve's value; NaN where nothing is known. */
export type ChartTable = NumberTable & { everySeconds: number }

/** `shownHead`: where cells are shown in another unit than they are copied in. */
export type NumberTable = {
  head: readonly string[]
  shownHead?: readonly string[]
  rows: readonly (readonly number[])[]
}

export const ROWS_AT_MOST = 200

/** Moments at which at least one curve is known, evenly left out where there are too many; the last one stays. */
export function tableOf(view: ChartView, most = ROWS_AT_MOST): ChartTable {
  const { lines, stepMicros, unit } = view
  const moment = view.ofPeriods ? 'from, s' : 's'
  const headIn = (name: string) => [moment, ...lines.map(({ label }) => `${label}, ${name}`)]
  const length = Math.max(0, ...lines.map(({ values }) => values.length))
  const known = Array.from({ length }, (_, i) => i).filter((i) => lines.some(({ values }) => !Number.isNaN(values[i]!)))
  const every = Math.max(1, Math.ceil(known.length / most))
  const kept = known.filter((_, place) => (known.length - 1 - place) % every === 0)
  return {
    head: headIn(unit.replace(/^B(?=$|\/)/, 'bytes')),
    shownHead: headIn(viewAxis(view).unit),
    rows: kept.map((i) => [(i * stepMicros) / 1e6, ...lines.map(({ values }) => values[i] ?? Number.NaN)]),
    everySeconds: (every * stepMicros) / 1e6,
  }
}

const FOUR = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })

/** A value of the table as it is read: sizes all in the unit of the axis, so that rows can be compared. */
export function cellText(view: ChartView): (value: number) => string {
  const { unit, perUnit } = viewAxis(view)
  if (perUnit === 1) return view.text
  return (value) => (Number.isFinite(value) ? `${FOUR.format(value / perUnit)} ${unit}` : '–')
}

/** As text for a spreadsheet: separated by commas, or by tabs. Numbers are whole, or have six digits, and a decimal point. */
export function tableText({ head, rows }: NumberTable, separator: ',' | '\t'): string {
  const cell = (text: string) =>
    separator === ',' && /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text.replaceAll('\t', ' ')
  const number = (value: number) => (Number.isFinite(value) ? String(exact(value)) : '')
  return [head.map(cell), ...rows.map((row) => row.map(number))].map((cells) => cells.join(separator)).join('\n')
}

const exact = (value: number) => (Math.abs(value) >= 1e5 ? Math.round(value) : Number(value.toPrecision(6)))
