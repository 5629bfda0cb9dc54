import type { Intervention } from '../scenario/scenario.ts'

/** Workers that somebody killed and nobody started again up to a moment. */
export function deadWorkers(interventions: readonly Intervention[], nodeId: string, atMicros: number): number[] {
  const dead = new Set<number>()
  for (const step of interventions) {
    if (step.at > atMicros) break
    if (step.node !== nodeId) continue
    if (step.action === 'crash') dead.add(step.worker)
    if (step.action === 'start') dead.delete(step.worker)
  }
  return [...dead]
}
