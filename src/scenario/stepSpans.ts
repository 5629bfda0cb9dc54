import type { Intervention, Scenario } from './scenario.ts'
import { valueAt } from './valueAt.ts'

/** A step, or two that belong together: one begins what the other ends. Both are places in `interventions`. */
export type StepSpan = { begin: number; end: number | null }

type Action = Intervention['action']

/** What ends that which the first begins, for the same worker. */
const ENDED_BY: Readonly<Partial<Record<Action, readonly Action[]>>> = {
  crash: ['start'],
  pause: ['resume'],
  cutOff: ['reconnect'],
}

/** All steps of a scenario in the order of their beginnings; each step belongs to one span. */
export function stepSpans(scenario: Scenario): StepSpan[] {
  const { interventions } = scenario
  const ends = new Set<number>()
  const spans: StepSpan[] = []
  for (const [begin, step] of interventions.entries()) {
    if (ends.has(begin)) continue
    const end = endOf(scenario, step, begin, ends)
    if (end !== null) ends.add(end)
    spans.push({ begin, end })
  }
  return spans
}

function endOf(scenario: Scenario, step: Intervention, begin: number, taken: ReadonlySet<number>): number | null {
  const { interventions } = scenario
  const next = interventions.findIndex((other, i) => i > begin && !taken.has(i) && speaksOfTheSame(step, other))
  const other = interventions[next]
  if (other === undefined || other.at <= step.at) return null
  if (step.action === 'set') {
    // Turned, and turned back to what it was before.
    return other.action === 'set' && other.value === before(scenario, step, begin) ? next : null
  }
  return ENDED_BY[step.action]?.includes(other.action) ? next : null
}

/** The same field of a node; or the same worker, and something that begins or ends there. */
function speaksOfTheSame(step: Intervention, other: Intervention): boolean {
  if (step.node !== other.node) return false
  if (step.action === 'set') return other.action === 'set' && other.field === step.field
  if (!('worker' in step) || !('worker' in other) || step.worker !== other.worker) return false
  return other.action === step.action || (ENDED_BY[step.action]?.includes(other.action) ?? false)
}

function before(scenario: Scenario, step: Extract<Intervention, { action: 'set' }>, place: number) {
  const until = { ...scenario, interventions: scenario.interventions.slice(0, place) }
  return valueAt(until, step.node, step.field, step.at)
}
