import { DEFAULT_REGION } from '../aws/index.ts'
import { fieldIn } from './fields/fieldIn.ts'
import { fieldsOf } from './fields.ts'
import { KIND_NAMES } from './kindNames.ts'
import type { NodeKind, ScenarioNode } from './scenario.ts'
import type { Where } from './where.ts'

const TODAY: Where = { profile: 'today', region: DEFAULT_REGION }

/** A node in which every field has its start value from the table of fields, as AWS has it there. Only for kinds at hand. */
export function newNode<K extends NodeKind>(
  kind: K,
  id: string,
  x: number,
  y: number,
  where: Where = TODAY,
): Extract<ScenarioNode, { kind: K }> {
  const fields = Object.fromEntries(fieldsOf(kind).map((field) => [field.name, fieldIn(field, where).default]))
  return { kind, id, name: KIND_NAMES[kind], x, y, ...fields } as Extract<ScenarioNode, { kind: K }>
}
