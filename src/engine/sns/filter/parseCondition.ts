import type { FilterCondition, FilterValue } from './filterPolicy.ts'

/** One member of a policy's list as a condition; a text is what is wrong with it. */
export function conditionOf(member: unknown): FilterCondition | string {
  if (isPlain(member)) return { kind: 'equals', value: member }
  if (Array.isArray(member)) return 'A value must be a text, a number, true, false, null or a match expression.'
  const operators = Object.entries(member as Record<string, unknown>)
  const [operator, operand] = operators[0] ?? ['', null]
  if (operators.length !== 1) return 'A match expression has exactly one key.'
  switch (operator) {
    case 'prefix':
    case 'suffix':
      return typeof operand === 'string' ? { kind: operator, text: operand } : needsText(operator)
    case 'equals-ignore-case':
      return typeof operand === 'string' ? { kind: 'equalsIgnoreCase', text: operand } : needsText(operator)
    case 'exists':
      return typeof operand === 'boolean' ? { kind: 'exists', isWanted: operand } : 'exists is either true or false.'
    case 'anything-but':
      return anythingBut(operand)
    case 'numeric':
      return numeric(operand)
    default:
      return `There is no match expression "${operator}".`
  }
}

function anythingBut(operand: unknown): FilterCondition | string {
  if (Array.isArray(operand)) {
    if (!operand.every(isPlain)) return 'anything-but takes texts and numbers.'
    return { kind: 'anythingBut', values: operand }
  }
  if (isPlain(operand)) return { kind: 'anythingBut', values: [operand] }
  const [entry, ...more] = Object.entries(operand as Record<string, unknown>)
  const [operator, text] = entry ?? ['', null]
  if (more.length > 0 || typeof text !== 'string') return 'anything-but takes one prefix or suffix, which is a text.'
  if (operator === 'prefix') return { kind: 'anythingButPrefix', text }
  if (operator === 'suffix') return { kind: 'anythingButSuffix', text }
  return `anything-but does not know "${operator}".`
}

/** `["=", 5]`, `["<", 5]`, or a lower bound before an upper one: `[">=", 0, "<", 5]`. */
function numeric(operand: unknown): FilterCondition | string {
  const wrong = 'numeric takes an operator and a number, or a lower bound before a higher upper bound.'
  if (!Array.isArray(operand)) return wrong
  const [operator, bound, upper, upperBound, ...more] = operand as unknown[]
  if (more.length > 0 || typeof bound !== 'number') return wrong
  const condition = {
    kind: 'numeric',
    least: -Infinity,
    isLeastOpen: false,
    most: Infinity,
    isMostOpen: false,
  } as const
  if (upper === undefined) {
    if (operator === '=') return { ...condition, least: bound, most: bound }
    if (operator === '<' || operator === '<=') return { ...condition, most: bound, isMostOpen: operator === '<' }
    if (operator === '>' || operator === '>=') return { ...condition, least: bound, isLeastOpen: operator === '>' }
    return wrong
  }
  const isRange = (operator === '>' || operator === '>=') && (upper === '<' || upper === '<=')
  if (!isRange || typeof upperBound !== 'number' || upperBound <= bound) return wrong
  return { ...condition, least: bound, isLeastOpen: operator === '>', most: upperBound, isMostOpen: upper === '<' }
}

const needsText = (operator: string) => `${operator} takes a text.`

function isPlain(value: unknown): value is FilterValue {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
