import { APPLICATION_FIELDS } from './fields/applicationFields.ts'
import type { Field } from './fields/field.ts'
import { PRODUCER_FIELDS } from './fields/producerFields.ts'
import { STREAM_FIELDS } from './fields/streamFields.ts'
import type { NodeKind, ScenarioNode } from './scenario.ts'

// The page starts with the kinds of its first scene. `otherKinds.ts` adds the others; it loads with whatever can make a node
// of another kind (another scene, a parsed document, the palette), so that they are there before the first such node is.

type Table = { fields: readonly Field[]; byName: ReadonlyMap<string, Field> }

const tables = new Map<NodeKind, Table>()

export function addKind(kind: NodeKind, fields: readonly Field[]): void {
  tables.set(kind, { fields, byName: new Map(fields.map((field) => [field.name, field])) })
}

addKind('producer', PRODUCER_FIELDS)
addKind('stream', STREAM_FIELDS)
addKind('application', APPLICATION_FIELDS)

function tableOf(kind: NodeKind): Table {
  const table = tables.get(kind)
  if (table === undefined)
    throw new Error(`The fields of ${kind} are not loaded: what makes such nodes imports otherKinds.ts.`)
  return table
}

/** The fields of a kind of node, in the order in which they are shown. */
export const fieldsOf = (kind: NodeKind): readonly Field[] => tableOf(kind).fields

export const fieldOf = (kind: NodeKind, name: string): Field | undefined => tableOf(kind).byName.get(name)

/** The start value that a node holds for a field. */
export function startValue(node: ScenarioNode, field: Field): number | string {
  return (node as unknown as Record<string, number | string>)[field.name] ?? field.default
}
