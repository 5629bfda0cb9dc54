import type { Scenario } from '../../scenario/scenario.ts'
import { insertSteps } from '../../scenario/stepEdits.ts'
import type { Aside } from '../actions.ts'
import { applyEdit, viewStore } from '../index.ts'

/** What of it is not in the document: undo may have brought it back, another scene may have come. */
const missing = ({ steps }: Aside, { interventions }: Scenario) => steps.filter((step) => !interventions.includes(step))

/** Futures that can be brought back into this document. */
export const asidesOf = (asides: readonly Aside[], scenario: Scenario): Aside[] =>
  asides.filter((aside) => insertSteps(scenario, missing(aside, scenario)) !== scenario)

/** Puts the steps of a future that was left behind those that are there now: one step of undo. */
export function bringBack(aside: Aside): void {
  applyEdit((scenario) => insertSteps(scenario, missing(aside, scenario)))
  viewStore.setState({ said: 'The later steps are back. Undo takes them away again.' })
}
