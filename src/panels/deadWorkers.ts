import type { Intervention } from '../scenario/scenario.ts'

/** Workers that somebody killed and nobody started again up to a moment. */
export function deadWorkers(interventions: readonly Intervention[], nodeId: string, atMicros: number): number[] {
  return workersLeft(interventions, nodeId, atMicros, 'crash', ['start'])
}

/** Workers that somebody stopped, and that neither went on nor died up to a moment. */
export function stillWorkers(interventions: readonly Intervention[], nodeId: string, atMicros: number): number[] {
  return workersLeft(interventions, nodeId, atMicros, 'pause', ['resume', 'crash'])
}

function workersLeft(
  interventions: readonly Intervention[],
  nodeId: string,
  atMicros: number,
  begins: Intervention['action'],
  ends: readonly Intervention['action'][],
): number[] {
  const left = new Set<number>()
  for (const step of interventions) {
    if (step.at > atMicros) break
    if (step.node !== nodeId || !('worker' in step)) continue
    if (step.action === begins) left.add(step.worker)
    if (ends.includes(step.action)) left.delete(step.worker)
  }
  return [...left]
}
