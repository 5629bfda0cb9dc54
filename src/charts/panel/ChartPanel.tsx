import { useEffect, useRef, useState } from 'react'
import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { useScenario, useSession, useView, viewStore } from '../../state/index.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Choice.tsx'
import { icons } from '../../ui/icons.tsx'
import { AddChart } from './AddChart.tsx'
import { BacklogChart } from './BacklogChart.tsx'
import { type Chosen, firstCharts, keyOf, parseChosen, SPECIAL } from './chosen.ts'
import { consoleStands } from './consoleStands.ts'
import { FiveNumbers } from './FiveNumbers.tsx'
import { GaugeChart } from './GaugeChart.tsx'
import { keepCharts, keptCharts } from './keptCharts.ts'
import { LatencyChart } from './LatencyChart.tsx'
import { ShardMap } from './ShardMap.tsx'
import { Card } from './ViewCard.tsx'
import './panel.css'

const close = () => viewStore.setState({ bench: undefined })

/** Charts in the place of the picture: any gauge of any node over the whole run, as many as are wanted. */
export default function ChartPanel() {
  const scenario = useScenario((state) => state.scenario)
  const { durationMicros } = useSession()
  const [as, setAs] = useState<'run' | 'console'>('run')
  const [charts, setCharts] = useCharts()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusBack(heading)
  const panel = useView((view) => view.panel)
  const opened = useRef(panel)
  // On a narrow screen another panel takes the place of this one.
  useEffect(() => {
    if (panel !== 'canvas' && panel !== opened.current) close()
    opened.current = 'canvas'
  }, [panel])
  return (
    <section className="bench" aria-label="Charts of this run" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header className="bench-head">
        <h2 ref={heading} tabIndex={-1}>
          Charts
        </h2>
        <Segments
          label="Show the numbers"
          value={as}
          options={[
            { value: 'run', label: 'As they are' },
            { value: 'console', label: 'As the console shows them' },
          ]}
          onChange={setAs}
        />
        <AddChart
          scenario={scenario}
          onAdd={(chosen) => setCharts([chosen, ...charts.filter((one) => keyOf(one) !== keyOf(chosen))])}
        />
        <IconButton label="Back to the picture" onClick={close}>
          {icons.close}
        </IconButton>
      </header>
      {as === 'console' && (
        <p className="bench-console">
          CloudWatch keeps one value a minute, of a whole stream, queue or function. The shards of a stream are added
          together, so a calm sum can hide one shard that refuses. A number that it does not keep is not drawn; in place
          of a map, a forecast or five numbers stand the metrics that it has of them.
        </p>
      )}
      <div className="bench-charts">
        {charts.map((chosen) => (
          <OneChart
            key={keyOf(chosen)}
            chosen={chosen}
            asConsole={as === 'console'}
            others={charts.slice(0, charts.indexOf(chosen)).concat(charts.filter(({ is }) => is === 'gauge'))}
            durationMicros={durationMicros}
            onRemove={() => setCharts(charts.filter((one) => one !== chosen))}
          />
        ))}
        {charts.length === 0 && <p className="quiet">No chart is open. Choose a node and one of its numbers above.</p>}
      </div>
    </section>
  )
}

type OneChartProps = {
  chosen: Chosen
  asConsole: boolean
  /** Charts beside it that show the console's metrics too: none of these is drawn twice. */
  others: readonly Chosen[]
  durationMicros: number
  onRemove: () => void
}

function OneChart({ chosen, others, ...rest }: OneChartProps) {
  const scenario = useScenario((state) => state.scenario)
  const node = scenario.nodes.find(({ id }) => id === chosen.nodeId)
  if (node === undefined) return null
  if (chosen.is !== 'gauge' && rest.asConsole)
    return <InConsole is={chosen.is} {...{ node, scenario, others }} {...rest} />
  switch (chosen.is) {
    case 'gauge':
      return <GaugeChart chosen={chosen} node={node} scenario={scenario} {...rest} />
    case 'latency':
      return <LatencyChart node={node} {...rest} />
    case 'shards':
      return <ShardMap node={node} scenario={scenario} {...rest} />
    case 'backlog':
      return <BacklogChart node={node} scenario={scenario} {...rest} />
    case 'five':
      return <FiveNumbers node={node} scenario={scenario} {...rest} />
  }
}

type InConsoleProps = Omit<OneChartProps, 'chosen'> & {
  is: Exclude<Chosen['is'], 'gauge'>
  node: ScenarioNode
  scenario: Scenario
}

/** A chart of several numbers, as far as the console has it: one chart for each metric. */
function InConsole({ is, node, scenario, others, onRemove, ...rest }: InConsoleProps) {
  const all = consoleStands(is, node)
  const metrics = all.filter(({ gauge }) => !isShown(others, node, gauge))
  const title = `${node.name}: ${SPECIAL.find((one) => one.is === is)?.label.toLowerCase() ?? is}`
  if (metrics.length === 0)
    return (
      <Card title={title} onRemove={onRemove}>
        <p className="quiet bench-note">
          {all.length === 0
            ? 'CloudWatch keeps nothing of the kind: the console cannot show this.'
            : 'The metrics that CloudWatch keeps of it stand in the other charts.'}
        </p>
      </Card>
    )
  return metrics.map((chosen) => <GaugeChart key={chosen.gauge} {...{ chosen, node, scenario, onRemove }} {...rest} />)
}

const isShown = (others: readonly Chosen[], node: ScenarioNode, gauge: string) =>
  others.some((one) =>
    one.is === 'gauge'
      ? one.nodeId === node.id && one.gauge === gauge
      : one.nodeId === node.id && consoleStands(one.is, node).some((metric) => metric.gauge === gauge),
  )

/** The charts of this tab; one that is asked for by its name comes first. */
function useCharts(): [Chosen[], (charts: Chosen[]) => void] {
  const scenario = useScenario((state) => state.scenario)
  const selectedId = useView((view) => view.selectedId)
  const asked = useView((view) => view.bench)
  const [charts, setCharts] = useState<Chosen[]>(() => {
    const kept = keptCharts(scenario)
    return kept === null || kept.length === 0 ? firstCharts(scenario, selectedId) : kept
  })
  const keep = (next: Chosen[]) => {
    keepCharts(next)
    setCharts(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is granted once
  useEffect(() => {
    const chosen = parseChosen(asked?.show, scenario)
    if (chosen !== null) keep([chosen, ...charts.filter((one) => keyOf(one) !== keyOf(chosen))])
  }, [asked])
  const valid = charts.filter((one) => parseChosen(one, scenario) !== null)
  // Another scene was opened beneath them.
  return [valid.length > 0 || charts.length === 0 ? valid : firstCharts(scenario, selectedId), keep]
}

/** The keyboard goes to the heading, and back to where it was. */
function useFocusBack(heading: { current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    if (viewStore.getState().panel !== 'canvas') viewStore.getState().setPanel('canvas')
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [heading])
}
