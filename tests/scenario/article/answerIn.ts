import { runScenario } from '../../../src/cli/sim/runScenario.ts'
import { answerOf, momentsOf, type Prediction } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { gaugeIndex } from '../../../src/state/gaugeReader.ts'
import { layoutOf } from '../../../src/worker/layout.ts'
import { seriesOf } from '../../../src/worker/series.ts'

/** What the page would say to a prediction: from the same gauges, by the same way; throws where there is no such gauge. */
export function answerIn(scenario: Scenario, prediction: Prediction): number {
  const engine = runScenario(scenario, Math.min(scenario.durationSeconds, prediction.atSeconds + 1))
  const ids = scenario.nodes.map(({ id }) => id)
  const node = layoutOf(ids, engine).nodes.find(({ id }) => id === prediction.node)
  const gauge = gaugeIndex(node, prediction.gauge, prediction.row)
  if (gauge < 0) throw new Error(`${prediction.node} has no gauge ${prediction.gauge}`)
  return answerOf(prediction, seriesOf(engine, { gauges: [gauge], ...momentsOf(prediction) }))
}
