import { fieldIn, fieldsOf, isAwsValue, whereOf } from '../scenario/index.ts'
import type { Scenario, ScenarioNode } from '../scenario/scenario.ts'

/**
 * True when a limit of this node is not one that AWS has or lets one choose in the scenario's profile and Region. Readers have settings of
 * their own, with defaults rather than limits: they differ only outside the range that AWS allows.
 */
export function differsFromAws(node: ScenarioNode, scenario: Scenario): boolean {
  const where = whereOf(scenario)
  const values = node as unknown as Record<string, number | string | undefined>
  const isStore = node.kind === 'stream' || node.kind === 'queue'
  return fieldsOf(node.kind).some((today) => {
    const field = fieldIn(today, where)
    const value = values[field.name]
    if (field.limit === undefined || value === undefined || isAwsValue(field, value)) return false
    return isStore || field.limit.allowed !== undefined
  })
}
