import { useMemo } from 'react'
import type { NodeLayout } from '../../protocol/layout.ts'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { useHistory, useLayout } from '../useHistory.ts'
import { consoleGauges, consoleView } from './consoleView.ts'
import { type GaugeChosen, gaugesOfChart, gaugeView, wordOf } from './gaugeView.ts'
import { Card, ViewCard } from './ViewCard.tsx'

export type ChartProps<C> = {
  chosen: C
  node: ScenarioNode
  scenario: Scenario
  durationMicros: number
  asConsole: boolean
  onRemove: () => void
}

/** So wide that every recorded bin is asked for. */
export const EVERY_BIN = 1e9

/** Any gauge over time. */
export function GaugeChart({ chosen, node, scenario, durationMicros, asConsole, onRemove }: ChartProps<GaugeChosen>) {
  const layout = useNodeLayout(node.id)
  const rowCount = layout?.rowCount ?? 0
  const gauges = useMemo(
    () => (asConsole ? consoleGauges(scenario, chosen, rowCount) : gaugesOfChart(chosen, rowCount)).flat(),
    [asConsole, scenario, chosen, rowCount],
  )
  const history = useHistory(gauges, durationMicros, EVERY_BIN)
  const view = useMemo(
    () => history && (asConsole ? consoleView : gaugeView)(scenario, node, chosen, layout, history),
    [asConsole, scenario, node, chosen, layout, history],
  )
  const metric = wordOf(node, chosen)?.metric
  const title = `${node.name}: ${wordOf(node, chosen)?.label ?? chosen.gauge}${chosen.rows === 'sum' ? ', all together' : ''}`
  const foot = (
    <p className="bench-metric">
      {metric === undefined ? (
        `CloudWatch: none.${asConsole ? ' The console cannot show this.' : ''}`
      ) : (
        <>
          CloudWatch: <b>{metric.name}</b> ({metric.namespace}), {metric.statistic}
        </>
      )}
    </p>
  )
  if (asConsole && metric === undefined)
    return (
      <Card title={title} onRemove={onRemove} foot={foot}>
        {null}
      </Card>
    )
  return <ViewCard view={view} title={title} durationMicros={durationMicros} onRemove={onRemove} foot={foot} />
}

export function useNodeLayout(id: string): NodeLayout | undefined {
  return useLayout()?.nodes.find((node) => node.id === id)
}
