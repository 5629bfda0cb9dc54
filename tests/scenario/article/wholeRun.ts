import { createEngine, type Engine } from '../../../src/engine/index.ts'
import { guessesOf, isSketch } from '../../../src/scenario/guess.ts'
import type { Prediction } from '../../../src/scenario/index.ts'
import { builtIn } from '../../../src/scenario/library/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { compile } from '../../../src/worker/compile.ts'
import { answerOfRun } from './answerOfRun.ts'

/** What is left of a run when its engine is gone: what it cost, and its answers to all that the scene asks. */
export type WholeRun = { cpuSeconds: number; endedAt: number; answers: ReadonlyMap<Prediction, number> }

const kept = new WeakMap<Scenario, WholeRun>()

/** A built-in scene from 0 to its end, played once for all that is asked of it; null for any other document. */
export function wholeRunOf(scenario: Scenario): WholeRun | null {
  if (scenario.id === undefined || builtIn(scenario.id) !== scenario) return null
  const known = kept.get(scenario)
  if (known !== undefined) return known
  const { engine, cpuSeconds } = playWhole(scenario)
  const asked = guessesOf(scenario.brief).filter((guess): guess is Prediction => !isSketch(guess))
  const answers = new Map(asked.map((prediction) => [prediction, answerOfRun(scenario, engine, prediction)]))
  const run = { cpuSeconds, endedAt: engine.now, answers }
  kept.set(scenario, run)
  return run
}

/** The engine's own time: of this process, whatever else the machine does. */
export function playWhole(scenario: Scenario): { engine: Engine; cpuSeconds: number } {
  const engine = createEngine(compile(scenario), scenario.seed)
  const before = process.cpuUsage()
  engine.run(scenario.durationSeconds * 1e6, Number.POSITIVE_INFINITY)
  engine.settle()
  const { user, system } = process.cpuUsage(before)
  return { engine, cpuSeconds: (user + system) / 1e6 }
}
