import { runScenario } from '../../../src/cli/sim/runScenario.ts'
import type { Prediction } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { answerOfRun } from './answerOfRun.ts'
import { wholeRunOf } from './wholeRun.ts'

/** What the page would say to a prediction: from the same gauges, by the same way; throws where there is no such gauge. */
export function answerIn(scenario: Scenario, prediction: Prediction): number {
  const known = wholeRunOf(scenario)?.answers.get(prediction)
  if (known !== undefined) return known
  const engine = runScenario(scenario, Math.min(scenario.durationSeconds, prediction.atSeconds + 1))
  return answerOfRun(scenario, engine, prediction)
}
