import type { DropList } from './dropList.ts'
import { fieldOf } from './fields.ts'
import { valueRefusal } from './fieldValue.ts'
import { interventionRefusal } from './interventionRules.ts'
import { ScenarioRefusal } from './refusal.ts'
import type { Intervention, ScenarioNode } from './scenario.ts'
import { intervention } from './schema.ts'
import { schemaMessage } from './schemaMessage.ts'

/** Steps that have a meaning, ordered by time (equal times keep their order); the others are listed. */
export function parseInterventions(
  raw: readonly unknown[],
  nodes: readonly ScenarioNode[],
  drops: DropList,
): Intervention[] {
  const steps: Intervention[] = []
  for (const [index, item] of raw.entries()) {
    const where = `Step ${index + 1}`
    const read = intervention.safeParse(item)
    if (!read.success) throw new ScenarioRefusal('damaged', schemaMessage(read.error, where))
    const step: Intervention = read.data
    const node = nodes.find((other) => other.id === step.node)
    const refusal = interventionRefusal(step, node)
    if (refusal !== null) drops.add(`${where}: ${refusal}`)
    else steps.push(withSoundValue(step, node, where))
  }
  return steps.sort((a, b) => a.at - b.at)
}

function withSoundValue(step: Intervention, node: ScenarioNode | undefined, where: string): Intervention {
  if (step.action !== 'set' || node === undefined) return step
  const field = fieldOf(node.kind, step.field)
  const refusal = field === undefined ? 'is not known' : valueRefusal(field, step.value)
  if (refusal !== null) throw new ScenarioRefusal('damaged', `${where}, node ${node.id}: ${step.field} ${refusal}.`)
  return step.value === 0 ? { ...step, value: 0 } : step
}
