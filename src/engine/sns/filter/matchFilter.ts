import type { FilterCondition, FilterLevel, FilterValue } from './filterPolicy.ts'

/** Values of a message by name, nested as its body is. A list stands for each of its members. */
export type FilterSubject = { readonly [name: string]: unknown }

/** SNS.08: whether a message with these values passes the policy. */
export function matchesLevel(level: FilterLevel, subjects: readonly FilterSubject[]): boolean {
  return (
    level.properties.every(({ name, conditions }) => {
      const values = subjects.flatMap((subject) => valuesAt(subject, name)).filter(isFilterValue)
      return conditions.some((condition) => holds(condition, values))
    }) &&
    level.nested.every(({ name, level: inner }) =>
      matchesLevel(
        inner,
        subjects.flatMap((subject) => valuesAt(subject, name)).filter((value) => isSubject(value)),
      ),
    ) &&
    level.choices.every((choices) => choices.some((choice) => matchesLevel(choice, subjects)))
  )
}

/** A condition on all values that a message has under one name; none is a name that it does not have. */
function holds(condition: FilterCondition, values: readonly FilterValue[]): boolean {
  if (condition.kind === 'exists') return condition.isWanted === values.length > 0
  return values.some((value) => holdsForOne(condition, value))
}

function holdsForOne(condition: Exclude<FilterCondition, { kind: 'exists' }>, value: FilterValue): boolean {
  switch (condition.kind) {
    case 'equals':
      return value === condition.value
    case 'anythingBut':
      return !condition.values.includes(value)
    case 'anythingButPrefix':
      return typeof value === 'string' && !value.startsWith(condition.text)
    case 'anythingButSuffix':
      return typeof value === 'string' && !value.endsWith(condition.text)
    case 'prefix':
      return typeof value === 'string' && value.startsWith(condition.text)
    case 'suffix':
      return typeof value === 'string' && value.endsWith(condition.text)
    case 'equalsIgnoreCase':
      return typeof value === 'string' && value.toLowerCase() === condition.text.toLowerCase()
    case 'numeric': {
      const { least, isLeastOpen, most, isMostOpen } = condition
      if (typeof value !== 'number') return false
      return (isLeastOpen ? value > least : value >= least) && (isMostOpen ? value < most : value <= most)
    }
  }
}

function valuesAt(subject: FilterSubject, name: string): unknown[] {
  if (!Object.hasOwn(subject, name)) return []
  return members(subject[name])
}

function members(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(members) : [value]
}

function isFilterValue(value: unknown): value is FilterValue {
  return value === null || typeof value !== 'object'
}

function isSubject(value: unknown): value is FilterSubject {
  return value !== null && typeof value === 'object'
}
