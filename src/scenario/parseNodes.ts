import { isNodeId } from './bounds.ts'
import './otherKinds.ts'
import type { DropList } from './dropList.ts'
import { fieldIn } from './fields/fieldIn.ts'
import { fieldsOf } from './fields.ts'
import { valueRefusal } from './fieldValue.ts'
import { KIND_NAMES } from './kindNames.ts'
import { isRecord, ScenarioRefusal } from './refusal.ts'
import type { ScenarioNode } from './scenario.ts'
import { KNOWN, nodeFrame } from './schema.ts'
import { passesBound, schemaMessage } from './schemaMessage.ts'
import type { Where } from './where.ts'

/** Fields left out get the defaults of the profile and Region. */
export function parseNodes(raw: readonly unknown[], where: Where, drops: DropList): ScenarioNode[] {
  const nodes: ScenarioNode[] = []
  for (const [index, item] of raw.entries()) {
    const node = parseNode(item, `Node ${index + 1}`, where, drops)
    if (node === null) continue
    if (nodes.some((other) => other.id === node.id)) drops.add(`Node ${node.id}: there is one of this name already`)
    else nodes.push(node)
  }
  return nodes
}

function parseNode(raw: unknown, place: string, where: Where, drops: DropList): ScenarioNode | null {
  const frame = nodeFrame.safeParse(raw)
  if (!frame.success || !isRecord(raw)) {
    if (frame.error !== undefined && passesBound(frame.error))
      throw new ScenarioRefusal('hostile', schemaMessage(frame.error, place))
    throw new ScenarioRefusal(
      'damaged',
      frame.error === undefined ? `${place} cannot be read.` : schemaMessage(frame.error, place),
    )
  }
  const { kind, id, x, y } = frame.data
  if (!isNodeId(id)) {
    drops.add(`${place}: ${id.slice(0, 40)} is not a name that a node can have`)
    return null
  }
  const fields = fieldsOf(kind)
  drops.unknownKeys(raw, [...KNOWN.nodeFrame, ...fields.map((field) => field.name)], id)
  const values = fields.map((field): [string, unknown] => {
    const value = Object.hasOwn(raw, field.name) ? raw[field.name] : fieldIn(field, where).default
    const refusal = valueRefusal(field, value)
    if (refusal !== null) throw new ScenarioRefusal('damaged', `Node ${id}: ${field.name} ${refusal}.`)
    // Minus zero would not survive a link.
    return [field.name, value === 0 ? 0 : value]
  })
  return {
    kind,
    id,
    name: frame.data.name ?? KIND_NAMES[kind],
    x: x === 0 ? 0 : x,
    y: y === 0 ? 0 : y,
    ...Object.fromEntries(values),
  } as ScenarioNode
}
