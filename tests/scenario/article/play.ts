import type { NodeReport } from '../../../src/cli/sim/nodeReport.ts'
import { reportOf } from '../../../src/cli/sim/report.ts'
import { runScenario } from '../../../src/cli/sim/runScenario.ts'
import { applyOverride, loadBuiltIn } from '../../../src/scenario/index.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'

export type Played = (id: string) => NodeReport & { gauges: Record<string, number> }

/** A scene of the library with other start values, as `node.field=value`. */
export async function sceneWith(id: string, ...overrides: string[]): Promise<Scenario> {
  const base = await loadBuiltIn(id)
  if (base === null) throw new Error(`no scenario ${id}`)
  return overrides.reduce((one, text) => {
    const result = applyOverride(one, text)
    if (!result.ok) throw new Error(result.message)
    return result.scenario
  }, base)
}

/** Plays a scene to a moment; the result gives the report of a node. */
export function playScene(scenario: Scenario, untilSeconds: number): Played {
  const { nodes } = reportOf(scenario, runScenario(scenario, untilSeconds), 1)
  return (id) => {
    const node = nodes.find((one) => one.id === id)
    if (node === undefined) throw new Error(`no node ${id}`)
    return node as ReturnType<Played>
  }
}

export async function play(id: string, untilSeconds: number, ...overrides: string[]): Promise<Played> {
  return playScene(await sceneWith(id, ...overrides), untilSeconds)
}
