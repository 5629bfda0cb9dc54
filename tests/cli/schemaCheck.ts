// A checker of JSON Schema for the words that docs/sim-output.schema.json uses. A word it does not know is an error: a rule that is
// silently not applied would make every test of the output pass.

export type Schema = { readonly [word: string]: unknown }
type Check = (rule: never, value: unknown, schema: Schema, path: string, root: Schema) => string[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: Number.isFinite,
  integer: Number.isSafeInteger,
  null: (value) => value === null,
}

const violation = (isKept: boolean, path: string, text: string) => (isKept ? [] : [`${path}: ${text}`])
/** `then` is looked at beside `if`. */
const WITHOUT_CHECK = new Set(['$schema', '$defs', 'title', 'description', 'then'])

const CHECKS: Readonly<Record<string, Check>> = {
  type: (rule: string, value, _schema, path) => violation(TYPES[rule]?.(value) === true, path, `is no ${rule}`),
  const: (rule: unknown, value, _schema, path) => violation(value === rule, path, `is not ${rule}`),
  minimum: (rule: number, value, _schema, path) =>
    violation(typeof value !== 'number' || value >= rule, path, `is below ${rule}`),
  maximum: (rule: number, value, _schema, path) =>
    violation(typeof value !== 'number' || value <= rule, path, `is above ${rule}`),
  minLength: (rule: number, value, _schema, path) =>
    violation(typeof value !== 'string' || value.length >= rule, path, `is shorter than ${rule}`),
  pattern: (rule: string, value, _schema, path) =>
    violation(typeof value !== 'string' || new RegExp(rule, 'u').test(value), path, `does not match ${rule}`),
  required: (rule: string[], value, _schema, path) =>
    isObject(value) ? rule.flatMap((name) => violation(Object.hasOwn(value, name), path, `has no ${name}`)) : [],
  properties: (rule: Record<string, Schema>, value, _schema, path, root) =>
    Object.entries(rule).flatMap(([name, part]) =>
      isObject(value) && Object.hasOwn(value, name) ? violations(part, value[name], root, `${path}.${name}`) : [],
    ),
  propertyNames: (rule: Schema, value, _schema, path, root) =>
    isObject(value) ? Object.keys(value).flatMap((name) => violations(rule, name, root, `${path} key ${name}`)) : [],
  additionalProperties: (rule: Schema | true, value, schema, path, root) => {
    if (rule === true || !isObject(value)) return []
    const known = Object.keys((schema['properties'] ?? {}) as object)
    const others = Object.keys(value).filter((name) => !known.includes(name))
    return others.flatMap((name) => violations(rule, value[name], root, `${path}.${name}`))
  },
  items: (rule: Schema, value, _schema, path, root) =>
    Array.isArray(value) ? value.flatMap((item, i) => violations(rule, item, root, `${path}[${i}]`)) : [],
  allOf: (rule: Schema[], value, _schema, path, root) => rule.flatMap((part) => violations(part, value, root, path)),
  anyOf: (rule: Schema[], value, _schema, path, root) => {
    const each = rule.map((part) => violations(part, value, root, path))
    return each.some((found) => found.length === 0) ? [] : each.flat()
  },
  if: (rule: Schema, value, schema, path, root) =>
    violations(rule, value, root, path).length > 0 ? [] : violations(schema['then'] as Schema, value, root, path),
  $ref: (rule: string, value, _schema, path, root) => violations(definition(rule, root), value, root, path),
}

function definition(reference: string, root: Schema): Schema {
  const found = (root['$defs'] as Record<string, Schema>)[reference.replace(/^#\/\$defs\//, '')]
  if (found === undefined) throw new Error(`The schema has no ${reference}`)
  return found
}

/** Everything in which a value breaks a schema, each with its place; empty when it keeps it. */
export function violations(schema: Schema, value: unknown, root: Schema = schema, path = '$'): string[] {
  return Object.entries(schema).flatMap(([word, rule]) => {
    if (WITHOUT_CHECK.has(word)) return []
    const check = CHECKS[word]
    if (check === undefined) throw new Error(`The checker does not know ${word}`)
    return check(rule as never, value, schema, path, root)
  })
}
