import type { Engine } from '../../engine/index.ts'
import { whereOf, whereProblems } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { NodeReport } from './nodeReport.ts'
import { otherReports } from './otherReports.ts'
import { readerReports } from './readerReports.ts'
import { sourceReports } from './sourceReports.ts'
import { type StepReport, stepReports } from './stepReports.ts'
import { storeReports } from './storeReports.ts'

export type Report = {
  scenario: string
  profile: string
  region: string
  /** What the scenario uses that AWS does not have there. */
  problems: string[]
  seed: number
  untilMicros: number
  engine: number
  fingerprint: string
  steps: StepReport[]
  nodes: NodeReport[]
}

/** Everything countable of a run, node by node, sorted by id. */
export function reportOf(scenario: Scenario, engine: Engine, engineVersion: number): Report {
  const nodes = [...sourceReports(engine), ...storeReports(engine), ...readerReports(engine), ...otherReports(engine)]
  return {
    scenario: scenario.id ?? scenario.title,
    ...whereOf(scenario),
    problems: whereProblems(scenario).map(({ nodeId, text }) => `${nodeId}: ${text}`),
    seed: scenario.seed,
    untilMicros: engine.now,
    engine: engineVersion,
    fingerprint: engine.digest(),
    steps: stepReports(scenario, engine),
    nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  }
}
