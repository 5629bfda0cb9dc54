import { axisTicks } from './axisTicks.ts'
import type { ChartView } from './chartView.ts'

const TICKS_AT_MOST = 4
/** A limit this many times above everything that happens is not drawn: it would press the curves flat. */
const FAR = 4

/** The axis of values: its marks and their unit, where it ends, and whether the limit is in sight. */
export function viewAxis({ lines, limit, unit }: ChartView) {
  const most = Math.max(
    0,
    ...lines.flatMap(({ values }) => values.reduce((top, value) => (value > top ? value : top), 0)),
  )
  const limitMost = Math.max(0, ...(limit?.steps.map(({ value }) => value) ?? []))
  const near = limitMost > 0 && (most === 0 || limitMost <= most * FAR)
  const top = Math.max(most, near ? limitMost : 0) * 1.06 || 1
  return { near, top, ...axisTicks(top, unit, TICKS_AT_MOST) }
}
