import type { LimitLine } from '../chartSpec.ts'

/** A curve as it is drawn. Its form and its name say the same as its colour. */
export type ViewLine = {
  label: string
  ink: string
  dash: string
  /** At `i * stepMicros`, or of the period that begins there; NaN where nothing is known. */
  values: Float64Array
}

/** A chart with all its numbers: what is drawn, read out, and put into the table. */
export type ChartView = {
  title: string
  unit: string
  text: (value: number) => string
  lines: readonly ViewLine[]
  stepMicros: number
  /** Each value is of a whole period and not of a moment. */
  ofPeriods?: boolean
  limit?: LimitLine
  /** What else has to be said: what was left out, why there is nothing. */
  note?: string
}

const INKS = ['var(--ink)', 'var(--r1)', 'var(--r2)', 'var(--r3)', 'var(--r4)']
const DASHES = ['', '7 2.5', '2.5 2', '8 2 2 2']

/** Ink and dash of the i-th curve: twenty pairs before one comes again. */
export const penOf = (i: number): { ink: string; dash: string } => ({
  ink: INKS[i % INKS.length] ?? 'var(--ink)',
  dash: DASHES[i % DASHES.length] ?? '',
})
