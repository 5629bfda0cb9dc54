import { fieldIn } from './fields/fieldIn.ts'
import { fieldsOf, startValue } from './fields.ts'
import type { Scenario, ScenarioNode } from './scenario.ts'
import { type Where, whereOf, wherePart } from './where.ts'

/**
 * Another profile or Region. Fields that had AWS's default get the new one; what somebody has set stays as it is.
 * The same object when nothing changes.
 */
export function setWhere(scenario: Scenario, change: Partial<Where>): Scenario {
  const before = whereOf(scenario)
  const after = { ...before, ...change }
  if (after.profile === before.profile && after.region === before.region) return scenario
  const { profile: _profile, region: _region, ...rest } = scenario
  return { ...rest, ...wherePart(after), nodes: scenario.nodes.map((node) => moved(node, before, after)) }
}

function moved(node: ScenarioNode, before: Where, after: Where): ScenarioNode {
  const changed = fieldsOf(node.kind).flatMap((field): [string, number | string][] => {
    const [own, other] = [fieldIn(field, before).default, fieldIn(field, after).default]
    return own !== other && startValue(node, field) === own ? [[field.name, other]] : []
  })
  return changed.length === 0 ? node : ({ ...node, ...Object.fromEntries(changed) } as ScenarioNode)
}
