import { createEngine } from '../../src/engine/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { compile } from '../../src/worker/compile.ts'
import { bytesBind } from '../scenario/fixtures/bytesBind.ts'
import { crashAndCheckpoint } from '../scenario/fixtures/crashAndCheckpoint.ts'
import { eightNodes } from '../scenario/fixtures/eightNodes.ts'
import { everyKind } from '../scenario/fixtures/everyKind.ts'
import { resharding } from '../scenario/fixtures/resharding.ts'
import { sixPollers } from '../scenario/fixtures/sixPollers.ts'
import { builtIn, LIBRARY } from '../scenario/sixScenes.ts'

// Nothing of Node here: a page of a browser runs the same and must find the same fingerprints.

/** What a run of a scenario has as its fingerprint at a moment. */
export type Golden = { scenario: string; seed: number; untilSeconds: number; fingerprint: string }

/** The built-in scenarios and six that do what those do not: limits in bytes, crashes, many nodes, shared calls, every kind of node, shards that change. */
export function goldenScenarios(): Scenario[] {
  const library = LIBRARY.map(({ id }) => builtIn(id)).filter((scenario) => scenario !== null)
  return [...library, bytesBind, crashAndCheckpoint, eightNodes(), sixPollers, everyKind(), resharding]
}

/** By then every intervention of these scenarios has happened. */
const LONGEST_SECONDS = 200

/** Plays every golden scenario from its start to its end, or for 200 s. */
export function goldenRuns(): Golden[] {
  return goldenScenarios().map((scenario) => {
    const { id, title, seed, durationSeconds } = scenario
    const engine = createEngine(compile(scenario), seed)
    const untilSeconds = Math.min(durationSeconds, LONGEST_SECONDS)
    engine.run(untilSeconds * 1_000_000, Number.POSITIVE_INFINITY)
    return { scenario: id ?? title, seed, untilSeconds, fingerprint: engine.digest() }
  })
}
