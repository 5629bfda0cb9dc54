import type { Flow } from '../../review/forecast.ts'
import { rateText } from '../../ui/rateText.ts'
import { type History, sumOf } from '../lineValues.ts'
import { type ChartView, penOf } from './chartView.ts'
import type { Waiting } from './flowAt.ts'

/** The backlog as it was, and from the playhead on as it goes on at the present pace: an estimate, dashed. */
export function backlogView(
  title: string,
  waiting: Waiting,
  history: History,
  flow: Flow | null,
  nowMicros: number,
  unit: string,
): ChartView {
  const { stepMicros, count } = history
  const values = sumOf(waiting.backlog, history)
  const from = Math.floor(nowMicros / stepMicros)
  const estimate = new Float64Array(count).fill(Number.NaN)
  if (flow !== null) {
    const perStep = ((flow.inPerSecond - flow.outPerSecond) * stepMicros) / 1e6
    for (let i = from; i < count; i++) estimate[i] = Math.max(0, flow.backlog + (i - from) * perStep)
  }
  return {
    ...{ title, unit, stepMicros, text: (value) => `${rateText(value)} ${unit}` },
    lines: [
      { label: 'Not yet processed', values, ...penOf(0) },
      { label: 'Estimate', values: estimate, ink: 'var(--act)', dash: '6 4' },
    ],
  }
}
