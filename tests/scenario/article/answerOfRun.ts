import type { Engine } from '../../../src/engine/index.ts'
import { answerOf, momentsOf, type Prediction } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { gaugeIndex } from '../../../src/state/gaugeReader.ts'
import { layoutOf } from '../../../src/worker/layout.ts'
import { seriesOf } from '../../../src/worker/series.ts'

/** What the page would say to a prediction of a run that came so far; throws where there is no such gauge. */
export function answerOfRun(scenario: Scenario, engine: Engine, prediction: Prediction): number {
  const ids = scenario.nodes.map(({ id }) => id)
  const node = layoutOf(ids, engine).nodes.find(({ id }) => id === prediction.node)
  const gauge = gaugeIndex(node, prediction.gauge, prediction.row)
  if (gauge < 0) throw new Error(`${prediction.node} has no gauge ${prediction.gauge}`)
  return answerOf(prediction, seriesOf(engine, { gauges: [gauge], ...momentsOf(prediction) }))
}
