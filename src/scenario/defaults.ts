import { DEFAULT_REGION } from '../aws/index.ts'
import { fieldIn } from './fields/fieldIn.ts'
import { FIELDS } from './fields.ts'
import type { NodeKind, ScenarioNode } from './scenario.ts'
import type { Where } from './where.ts'

/** What a node is called until somebody names it. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  producer: 'Producer',
  stream: 'Stream',
  queue: 'Queue',
  application: 'Application',
  pool: 'Workers',
  monolith: 'Monolith',
  topic: 'Topic',
  lambda: 'Function',
  downstream: 'Database',
  aggregator: 'Counter',
  fifoQueue: 'FIFO queue',
  archive: 'Archive',
  note: 'Note',
}

const TODAY: Where = { profile: 'today', region: DEFAULT_REGION }

/** A node in which every field has its start value from the table of fields, as AWS has it there. */
export function defaultNode<K extends NodeKind>(
  kind: K,
  id: string,
  x: number,
  y: number,
  where: Where = TODAY,
): Extract<ScenarioNode, { kind: K }> {
  const fields = Object.fromEntries(FIELDS[kind].map((field) => [field.name, fieldIn(field, where).default]))
  return { kind, id, name: KIND_NAMES[kind], x, y, ...fields } as Extract<ScenarioNode, { kind: K }>
}
