import { FIELDS, isAwsValue } from '../scenario/index.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'

/**
 * True when a limit of this node is not one that AWS has or lets one choose. Readers have settings of
 * their own, with defaults rather than limits: they differ only outside the range that AWS allows.
 */
export function differsFromAws(node: ScenarioNode): boolean {
  const values = node as unknown as Record<string, number | string | undefined>
  const isStore = node.kind === 'stream' || node.kind === 'queue'
  return FIELDS[node.kind].some((field) => {
    const value = values[field.name]
    if (field.limit === undefined || value === undefined || isAwsValue(field, value)) return false
    return isStore || field.limit.allowed !== undefined
  })
}
