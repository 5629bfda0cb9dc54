import { limitFor } from '../../aws/index.ts'
import type { Field } from '../fields/field.ts'
import { fieldsOf, startValue } from '../fields.ts'
import { formatQuantity } from '../quantity.ts'
import type { Scenario } from '../scenario.ts'
import { type Where, whereOf } from '../where.ts'
import type { Problem } from './problem.ts'

/** What a scenario uses that AWS does not have in its profile, or has no value for in its Region. */
export function whereProblems(scenario: Scenario): Problem[] {
  const where = whereOf(scenario)
  return scenario.nodes.flatMap((node) =>
    fieldsOf(node.kind).flatMap((field) => {
      const problem = whereProblem(field, startValue(node, field), where)
      return problem === null ? [] : [{ nodeId: node.id, field: field.name, ...problem }]
    }),
  )
}

/** A choice that the profile lacks, or a number that the Region lacks and us-east-1 has lent. */
export function whereProblem(
  field: Field,
  value: number | string,
  where: Where,
): Pick<Problem, 'factId' | 'text'> | null {
  const choice = field.choices?.find((other) => other.value === value)
  if (choice?.factId !== undefined) {
    const found = limitFor(choice.factId, where)
    return found.ok ? null : { factId: choice.factId, text: `${field.label}, ${choice.label}: ${found.message}` }
  }
  const { limit } = field
  // A limit of something that the profile lacks: whoever uses it has chosen so, and that choice is told.
  if (limit === undefined || value !== limit.value || !limitFor(limit.factId, { ...where, region: 'us-east-1' }).ok)
    return null
  if (limitFor(limit.factId, where).ok) return null
  const lent = formatQuantity(limit.value, field.unit)
  return {
    factId: limit.factId,
    text: `${field.label}: AWS gives no value for it in ${where.region}; ${lent} is that of us-east-1.`,
  }
}
