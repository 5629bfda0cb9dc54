import { factorOf, type GaugeWord, unitOf } from '../../protocol/gaugeWord.ts'
import { NODE_WORDS, ROW_WORDS } from '../../protocol/gaugeWords.ts'
import type { NodeLayout } from '../../protocol/layout.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import type { GaugeOfNode } from '../../state/index.ts'
import { type History, lineValues } from '../lineValues.ts'
import { type ChartView, penOf, type ViewLine } from './chartView.ts'
import type { Chosen } from './chosen.ts'
import { textOf } from './gaugeText.ts'
import { limitOf } from './limitOf.ts'

export type GaugeChosen = Extract<Chosen, { is: 'gauge' }>

/** More curves than these cannot be told apart. */
const CURVES_AT_MOST = 8

/** What a chosen gauge is called; null where the kind has none of this name. */
export function wordOf(node: ScenarioNode | undefined, { gauge, rows }: GaugeChosen): GaugeWord | null {
  if (node === undefined || node.kind === 'note') return null
  const words = (rows === undefined ? NODE_WORDS : ROW_WORDS)[node.kind] ?? {}
  return Object.hasOwn(words, gauge) ? (words[gauge] ?? null) : null
}

/** What one row of a node is called. */
export function rowName(scenario: Scenario, node: ScenarioNode, row: number): string {
  if (node.kind === 'pool') return `Worker ${row + 1}`
  if (node.kind !== 'producer' && node.kind !== 'topic') return `Shard ${row + 1}`
  const target = scenario.links.filter(({ from }) => from === node.id)[row]?.to
  return `to ${scenario.nodes.find(({ id }) => id === target)?.name ?? row + 1}`
}

/** The gauges behind a chart: one list for each of its curves. */
export function gaugesOfChart(chosen: GaugeChosen, rowCount: number): GaugeOfNode[][] {
  const { nodeId, gauge: name, rows } = chosen
  if (rows === undefined) return [[{ nodeId, name }]]
  if (typeof rows === 'number') return [[{ nodeId, name, row: rows }]]
  const all = Array.from({ length: rowCount }, (_, row): GaugeOfNode => ({ nodeId, name, row }))
  return rows === 'sum' ? [all] : all.map((one) => [one])
}

/** A gauge over time: each curve as the engine recorded it, and the limit as a line. */
export function gaugeView(
  scenario: Scenario,
  node: ScenarioNode,
  chosen: GaugeChosen,
  layout: NodeLayout | undefined,
  history: History,
): ChartView | null {
  const word = wordOf(node, chosen)
  if (word === null) return null
  const lists = gaugesOfChart(chosen, layout?.rowCount ?? 0)
  const mode = word.as === 'rate' ? 'rate' : 'value'
  const curves = lists.map((gauges, row) => ({
    row,
    values: lineValues({ label: '', ink: '', gauges, mode, factor: factorOf(word) }, history),
  }))
  const shown = busiest(curves)
  const lines = shown.map(({ row, values }, i): ViewLine => {
    const of = chosen.rows === 'each' ? row : typeof chosen.rows === 'number' ? chosen.rows : null
    return { label: of === null ? word.label : rowName(scenario, node, of), values, ...penOf(i) }
  })
  const limit = limitOf(scenario, node, chosen)
  const left = curves.length - shown.length
  return {
    title: `${node.name}: ${word.label}${chosen.rows === 'sum' ? ', all together' : ''}`,
    unit: unitOf(word),
    text: textOf(word),
    lines,
    stepMicros: history.stepMicros,
    ...(limit !== null && { limit }),
    ...(left > 0 && { note: `The ${shown.length} highest are drawn; ${left} more are lower.` }),
  }
}

/** The curves that rise highest, in the order of their rows. */
function busiest<Curve extends { row: number; values: Float64Array }>(curves: readonly Curve[]): readonly Curve[] {
  if (curves.length <= CURVES_AT_MOST) return curves
  const top = ({ values }: Curve) => values.reduce((most, value) => (value > most ? value : most), 0)
  return [...curves]
    .sort((a, b) => top(b) - top(a) || a.row - b.row)
    .slice(0, CURVES_AT_MOST)
    .sort((a, b) => a.row - b.row)
}
