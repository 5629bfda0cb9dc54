import { factorOf, unitOf } from '../../protocol/gaugeWord.ts'
import type { NodeLayout } from '../../protocol/layout.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import type { GaugeOfNode } from '../../state/index.ts'
import { rateText } from '../../ui/rateText.ts'
import type { History } from '../lineValues.ts'
import { sumOf } from '../lineValues.ts'
import { type ChartView, penOf } from './chartView.ts'
import { consolePeriods, periodOf } from './consolePeriods.ts'
import { textOf } from './gaugeText.ts'
import { type GaugeChosen, gaugesOfChart, wordOf } from './gaugeView.ts'
import { limitOf, sourceOf } from './limitOf.ts'

/** The gauges that the console adds up, or of which it shows the highest: all rows, and all pollers of a stream for its iterator age. */
export function consoleGauges(scenario: Scenario, chosen: GaugeChosen, rowCount: number): GaugeOfNode[][] {
  if (chosen.rows !== undefined) return gaugesOfChart({ ...chosen, rows: 'each' }, rowCount)
  if (chosen.gauge !== 'iteratorAgeMicros') return gaugesOfChart(chosen, rowCount)
  const source = sourceOf(scenario, chosen.nodeId)
  const pollers = scenario.nodes.filter(
    (node) => node.kind === 'application' && source !== undefined && sourceOf(scenario, node.id)?.id === source.id,
  )
  const isPoller = pollers.some(({ id }) => id === chosen.nodeId)
  return isPoller
    ? pollers.map(({ id: nodeId }) => [{ nodeId, name: chosen.gauge }])
    : [[{ nodeId: chosen.nodeId, name: chosen.gauge }]]
}

/** The same gauge as the console shows it: one value a minute, the whole stream or queue; null where CloudWatch keeps no metric. */
export function consoleView(
  scenario: Scenario,
  node: ScenarioNode,
  chosen: GaugeChosen,
  layout: NodeLayout | undefined,
  history: History,
): ChartView | null {
  const word = wordOf(node, chosen)
  if (word?.metric === undefined) return null
  const { metric } = word
  const { stepMicros } = history
  const gauges = consoleGauges(scenario, chosen, layout?.rowCount ?? 0)
  const factor = factorOf(word)
  const parts = gauges.map((one) => consolePeriods(sumOf(one, history), stepMicros, metric.statistic))
  const join = metric.statistic === 'Maximum' ? Math.max : (a: number, b: number) => a + b
  const values = (parts[0] ?? new Float64Array()).map(
    (first, i) => parts.slice(1).reduce((joined, part) => join(joined, part[i] ?? Number.NaN), first) * factor,
  )
  const stepOfPeriods = periodOf(stepMicros)
  const isSum = metric.statistic === 'Sum'
  const level: GaugeChosen = chosen.rows === undefined ? chosen : { ...chosen, rows: 'sum' }
  const limit = limitOf(scenario, node, level)
  const perPeriod = isSum ? stepOfPeriods / 1e6 : 1
  const minutes = stepOfPeriods / 60e6
  return {
    title: `${metric.name}, ${metric.statistic}`,
    unit: isSum ? word.unit : unitOf(word),
    text:
      isSum && word.unit !== 'B'
        ? (value) => `${rateText(value)} ${word.unit}`
        : textOf({ ...word, as: isSum ? 'count' : word.as }),
    lines: [{ label: minutes === 1 ? 'each minute' : `each ${rateText(minutes)} minutes`, values, ...penOf(0) }],
    stepMicros: stepOfPeriods,
    ofPeriods: true,
    ...(limit !== null && {
      limit: {
        label: isSum ? `${limit.label} of all, in one period` : limit.label,
        steps: limit.steps.map(({ atMicros, value }) => ({ atMicros, value: value * perPeriod })),
      },
    }),
    ...(!values.some((value) => !Number.isNaN(value)) && {
      note: 'The first minute is not over: the console has no value yet.',
    }),
  }
}
