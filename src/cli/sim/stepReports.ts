import { type Engine, INTERVENTION_ANSWERS } from '../../engine/index.ts'
import { stepRefusal } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'

/** Something that was done to a node in the run, and why it was refused if it was. */
export type StepReport = {
  atMicros: number
  node: string
  action: string
  refusedBy: string | null
  reason: string | null
}

/** The scenario's steps up to now that took part in the run. */
export function stepReports(scenario: Scenario, engine: Engine): StepReport[] {
  return engine.plan.interventions.flatMap(({ at, step = -1, action }, i) => {
    const answer = INTERVENTION_ANSWERS[engine.answers[i]!]!
    if (answer === 'notYet') return []
    const refusal = stepRefusal(answer)
    const { factId: refusedBy = null, text: reason = null } = refusal ?? {}
    const node = scenario.interventions[step]?.node ?? ''
    return [{ atMicros: at, node, action, refusedBy, reason }]
  })
}
