import { defaultNode } from '../defaults.ts'
import type { NodeKind, ScenarioNode } from '../scenario.ts'

type NodeOf<K extends NodeKind> = Extract<ScenarioNode, { kind: K }>

/** A node of a built-in scenario: only what differs from the defaults is written down. */
export function place<K extends NodeKind>(
  kind: K,
  id: string,
  x: number,
  y: number,
  own: Partial<Omit<NodeOf<K>, 'kind' | 'id' | 'x' | 'y'>>,
): NodeOf<K> {
  return { ...defaultNode(kind, id, x, y), ...own }
}

export const SECOND = 1_000_000
