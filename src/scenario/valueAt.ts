import { fieldOf, startValue } from './fields.ts'
import type { Scenario } from './scenario.ts'

/** The value of a field at a moment: its start value, or what the latest intervention up to then (included) made of it. */
export function valueAt(
  scenario: Scenario,
  nodeId: string,
  fieldName: string,
  atMicros: number,
): number | string | undefined {
  const node = scenario.nodes.find((other) => other.id === nodeId)
  const field = node === undefined ? undefined : fieldOf(node.kind, fieldName)
  if (node === undefined || field === undefined) return undefined
  let value = startValue(node, field)
  for (const step of scenario.interventions) {
    if (step.at > atMicros) break
    if (step.action === 'set' && step.node === nodeId && step.field === fieldName) value = step.value
    if (step.action === 'setRetention' && step.node === nodeId && fieldName === 'retentionHours') value = step.hours
  }
  return value
}
