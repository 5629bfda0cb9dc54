import { createEngine, type Engine } from '../../engine/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { compile } from '../../worker/compile.ts'
import { InputError } from './inputError.ts'

/** The moment, when the scenario lasts that long. */
export function within(scenario: Scenario, untilSeconds: number): number {
  if (untilSeconds <= scenario.durationSeconds) return untilSeconds
  throw new InputError(`--until ${untilSeconds} is after the end: the scenario lasts ${scenario.durationSeconds} s.`)
}

/** Plays a scenario from 0 to a moment. */
export function runScenario(scenario: Scenario, untilSeconds: number): Engine {
  const until = within(scenario, untilSeconds)
  const engine = createEngine(compile(scenario), scenario.seed)
  engine.run(Math.round(until * 1_000_000), Infinity)
  engine.settle()
  return engine
}
