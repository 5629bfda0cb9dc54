import { FIELDS } from './fields.ts'
import type { NodeKind, ScenarioNode } from './scenario.ts'

/** What a node is called until somebody names it. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  producer: 'Producer',
  stream: 'Stream',
  queue: 'Queue',
  application: 'Application',
  pool: 'Workers',
  monolith: 'Monolith',
}

/** A node in which every field has its start value from the table of fields. */
export function defaultNode<K extends NodeKind>(
  kind: K,
  id: string,
  x: number,
  y: number,
): Extract<ScenarioNode, { kind: K }> {
  const fields = Object.fromEntries(FIELDS[kind].map((field) => [field.name, field.default]))
  return { kind, id, name: KIND_NAMES[kind], x, y, ...fields } as Extract<ScenarioNode, { kind: K }>
}
