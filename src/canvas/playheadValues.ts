import type { Scenario } from '../scenario/scenario.ts'

// What the document says at a moment: interventions up to then have happened.

/** Workers that were killed and not started again. */
export function deadWorkers(scenario: Scenario, nodeId: string, nowMicros: number): number[] {
  const dead = new Set<number>()
  for (const intervention of scenario.interventions) {
    if (intervention.at > nowMicros || intervention.node !== nodeId) continue
    if (intervention.action === 'crash') dead.add(intervention.worker)
    else if (intervention.action === 'start') dead.delete(intervention.worker)
  }
  return [...dead].sort((a, b) => a - b)
}

/** How many interventions have happened: while it stays the same, so does `presentScenario`. */
export const interventionsUntil = (scenario: Scenario, nowMicros: number): number =>
  scenario.interventions.filter((step) => step.at <= nowMicros).length

/** Steps up to now that AWS has refused, by their places. */
export const refusedSteps = ({ interventions }: Scenario, answer: (step: number) => string): number[] =>
  interventions.flatMap((_, step) => (['', 'done', 'notYet'].includes(answer(step)) ? [] : [step]))

/** The document with the values of the first `count` interventions in place of the start values, but for those `refused`. */
export function presentScenario(scenario: Scenario, count: number, refused = ''): Scenario {
  const left = new Set(refused.split(',').filter(Boolean).map(Number))
  const values = new Map<string, Record<string, number | string>>()
  for (const [place, step] of scenario.interventions.slice(0, count).entries()) {
    if (left.has(place)) continue
    if (step.action === 'set') values.set(step.node, { ...values.get(step.node), [step.field]: step.value })
    if (step.action === 'setRetention') values.set(step.node, { ...values.get(step.node), retentionHours: step.hours })
  }
  if (values.size === 0) return scenario
  return { ...scenario, nodes: scenario.nodes.map((node) => ({ ...node, ...values.get(node.id) })) }
}
