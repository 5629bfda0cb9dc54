import type { ChartView } from './chartView.ts'

/** The numbers of a chart: a moment in seconds, then each curve's value; NaN where nothing is known. */
export type ChartTable = NumberTable & { everySeconds: number }

export type NumberTable = { head: readonly string[]; rows: readonly (readonly number[])[] }

export const ROWS_AT_MOST = 200

/** Moments at which at least one curve is known, evenly left out where there are too many; the last one stays. */
export function tableOf(view: ChartView, most = ROWS_AT_MOST): ChartTable {
  const { lines, stepMicros, unit } = view
  const length = Math.max(0, ...lines.map(({ values }) => values.length))
  const known = Array.from({ length }, (_, i) => i).filter((i) => lines.some(({ values }) => !Number.isNaN(values[i]!)))
  const every = Math.max(1, Math.ceil(known.length / most))
  const kept = known.filter((_, place) => (known.length - 1 - place) % every === 0)
  return {
    head: [view.ofPeriods ? 'from, s' : 's', ...lines.map(({ label }) => `${label}, ${unit}`)],
    rows: kept.map((i) => [(i * stepMicros) / 1e6, ...lines.map(({ values }) => values[i] ?? Number.NaN)]),
    everySeconds: (every * stepMicros) / 1e6,
  }
}

/** As text for a spreadsheet: separated by commas, or by tabs. Numbers have six digits at most and a decimal point. */
export function tableText({ head, rows }: NumberTable, separator: ',' | '\t'): string {
  const cell = (text: string) =>
    separator === ',' && /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text.replaceAll('\t', ' ')
  const number = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '')
  return [head.map(cell), ...rows.map((row) => row.map(number))].map((cells) => cells.join(separator)).join('\n')
}
