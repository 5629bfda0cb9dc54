import type { FilterCondition, FilterLevel, FilterProperty, FilterScope } from './filterPolicy.ts'
import { conditionOf } from './parseCondition.ts'

/** SNS.08: how large a policy may be. */
export type FilterLimits = { keys: number; combinations: number; policyBytes: number }

/** Why a policy cannot be taken. */
export class FilterPolicyError extends Error {}

/**
 * Reads a policy that was written as JSON. Combinations: the numbers of values multiplied, each with the depth of its name;
 * choices of an `$or` are added.
 * @throws FilterPolicyError
 */
export function parseFilterPolicy(text: string, scope: FilterScope, limits: FilterLimits): FilterLevel {
  if (text.length > limits.policyBytes) throw new FilterPolicyError('The policy is too long.')
  const policy = jsonOf(text)
  if (!isObject(policy)) throw new FilterPolicyError('The policy is not a JSON object.')
  const names = new Set<string>()
  const read = readLevel(policy, { scope, path: '', depth: 1, names })
  if (names.size > limits.keys) throw new FilterPolicyError(`The policy has more than ${limits.keys} keys.`)
  if (read.combinations > limits.combinations)
    throw new FilterPolicyError(`The policy has more than ${limits.combinations} combinations of values.`)
  return read.level
}

type Place = { scope: FilterScope; path: string; depth: number; names: Set<string> }
type ReadLevel = { level: FilterLevel; combinations: number }

function readLevel(policy: Readonly<Record<string, unknown>>, place: Place): ReadLevel {
  const properties: FilterProperty[] = []
  const nested: { name: string; level: FilterLevel }[] = []
  const choices: FilterLevel[][] = []
  let combinations = 1
  for (const [name, value] of Object.entries(policy)) {
    const path = `${place.path}.${name}`
    if (name === '$or' && isListOfChoices(value)) {
      const read = value.map((choice) => readLevel(choice, place))
      choices.push(read.map(({ level }) => level))
      combinations *= read.reduce((sum, choice) => sum + choice.combinations, 0)
    } else if (isObject(value)) {
      if (place.scope === 'MessageAttributes')
        throw new FilterPolicyError('A policy on message attributes cannot be nested.')
      const read = readLevel(value, { ...place, path, depth: place.depth + 1 })
      nested.push({ name, level: read.level })
      combinations *= read.combinations
    } else {
      place.names.add(path)
      const conditions = conditionsOf(name, value)
      properties.push({ name, conditions })
      combinations *= conditions.length * place.depth
    }
  }
  return { level: { properties, nested, choices }, combinations }
}

function conditionsOf(name: string, value: unknown): FilterCondition[] {
  if (!Array.isArray(value)) throw new FilterPolicyError(`"${name}" must be an object or an array.`)
  if (value.length === 0) throw new FilterPolicyError('Empty arrays are not allowed.')
  return value.map((member: unknown) => {
    const condition = conditionOf(member)
    if (typeof condition === 'string') throw new FilterPolicyError(condition)
    return condition
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new FilterPolicyError('The policy is not JSON.')
  }
}

/** With fewer than two objects in it, `$or` is a name like any other. */
function isListOfChoices(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 1 && value.every(isObject)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
