import { FIELDS } from '../scenario/index.ts'
import type { ScenarioNode } from '../scenario/scenario.ts'

/** True when a limit of this node is not the one AWS has. */
export function differsFromAws(node: ScenarioNode): boolean {
  const values: Record<string, unknown> = { ...node }
  return FIELDS[node.kind].some((field) => field.limit !== undefined && values[field.name] !== undefined && values[field.name] !== field.limit.value)
}
