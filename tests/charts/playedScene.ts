import { gaugeKey } from '../../src/charts/chartSpec.ts'
import type { History } from '../../src/charts/lineValues.ts'
import { createEngine } from '../../src/engine/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { gaugeIndex } from '../../src/state/gaugeReader.ts'
import type { GaugeOfNode } from '../../src/state/index.ts'
import { compile } from '../../src/worker/compile.ts'
import { layoutOf } from '../../src/worker/layout.ts'
import { seriesOf } from '../../src/worker/series.ts'

/** A scene played to a moment, and every recorded bin of some gauges as the charts get them. */
export function playedScene(scenario: Scenario, untilSeconds: number) {
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(untilSeconds * 1e6, Number.POSITIVE_INFINITY)
  const layout = layoutOf(
    scenario.nodes.filter(({ kind }) => kind !== 'note').map(({ id }) => id),
    engine,
  )
  const nodeOf = (id: string) => layout.nodes.find((node) => node.id === id)
  const stepMicros = layout.binMicros
  const count = Math.floor(layout.durationMicros / stepMicros) + 1
  const historyOf = (gauges: readonly GaugeOfNode[]): History => ({
    stepMicros,
    count,
    places: new Map(gauges.map((gauge, place) => [gaugeKey(gauge), place])),
    values: seriesOf(engine, {
      gauges: gauges.map(({ nodeId, name, row }) => gaugeIndex(nodeOf(nodeId), name, row)),
      ...{ fromMicros: 0, stepMicros, count },
    }),
  })
  return { engine, layout, nodeOf, historyOf }
}
