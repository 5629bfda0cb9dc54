import type { LimitId } from '../../aws/index.ts'
import type { NodeKind, Scenario, ScenarioNode } from '../scenario.ts'

/** One sentence about a node, the field that it is about and the fact behind it. */
export type Problem = { nodeId: string; field?: string; factId?: LimitId; text: string }

/** The nodes of a kind that a node is linked to. */
export function linkedTo<K extends NodeKind>(
  scenario: Scenario,
  id: string,
  kind: K,
): Extract<ScenarioNode, { kind: K }>[] {
  const ids = new Set(scenario.links.filter((link) => link.from === id).map((link) => link.to))
  return scenario.nodes.filter(
    (node): node is Extract<ScenarioNode, { kind: K }> => node.kind === kind && ids.has(node.id),
  )
}

/** The producers that send all they make to a store: what a filter leaves is not told from the scenario alone. */
export function sendersOf(scenario: Scenario, id: string): Extract<ScenarioNode, { kind: 'producer' }>[] {
  const ids = new Set(
    scenario.links.filter((link) => link.to === id && link.keys === undefined).map((link) => link.from),
  )
  return scenario.nodes.filter((node) => node.kind === 'producer').filter((node) => ids.has(node.id))
}
