import { createEngine, type Engine } from '../../engine/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { compile } from '../../worker/compile.ts'
import { InputError } from './inputError.ts'

/** Plays a scenario from 0 to a moment. */
export function runScenario(scenario: Scenario, untilSeconds: number): Engine {
  if (untilSeconds > scenario.durationSeconds) {
    throw new InputError(`--until ${untilSeconds} is after the end: the scenario lasts ${scenario.durationSeconds} s.`)
  }
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(Math.round(untilSeconds * 1_000_000), Infinity)
  engine.settle()
  return engine
}
