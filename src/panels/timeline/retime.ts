import type { Scenario } from '../../scenario/scenario.ts'
import { retimeSteps } from '../../scenario/stepEdits.ts'
import type { StepSpan } from '../../scenario/stepSpans.ts'

export type Grip = 'both' | 'begin' | 'end'

/** A bar is never shorter, so that its ends do not change places. */
const SHORTEST_MICROS = 1000

/** A span moved by so much as a whole or at one of its ends, and the place of its first step then. */
export function moveSpan(
  scenario: Scenario,
  { begin, end }: StepSpan,
  grip: Grip,
  byMicros: number,
): { scenario: Scenario; begin: number } {
  const from = scenario.interventions[begin]?.at ?? 0
  const to = end === null ? from : (scenario.interventions[end]?.at ?? from)
  const latest = Math.round(scenario.durationSeconds * 1e6)
  // As a whole it keeps its length at both ends of the run; what lies beyond the run already may stay there.
  const by = grip === 'both' ? Math.max(-from, Math.min(Math.max(0, latest - to), byMicros)) : byMicros
  const moments = new Map<number, number>()
  if (grip === 'both') {
    moments.set(begin, from + by)
    if (end !== null) moments.set(end, to + by)
  } else if (grip === 'begin') moments.set(begin, end === null ? from + by : Math.min(from + by, to - SHORTEST_MICROS))
  else if (end !== null) moments.set(end, Math.max(to + by, from + SHORTEST_MICROS))
  const { scenario: after, places } = retimeSteps(scenario, moments)
  return { scenario: after, begin: places[begin] ?? begin }
}
