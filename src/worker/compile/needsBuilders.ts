import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'

/** Whether a document has nodes whose models, or parts of them, are loaded only then. */
export function needsBuilders(document: unknown): boolean {
  const { nodes, links } = document as Scenario
  // Whoever routes by key counts what becomes of it.
  return !nodes.every(isPlain) || links.some(({ keys }) => keys !== undefined)
}

/** What the worker can build from the start: producers at a level rate with calls of their own, streams, and applications that read them in the plain way. */
function isPlain(node: ScenarioNode): boolean {
  if (node.kind === 'producer') return node.profile === 'constant' && node.sendsWith === 'own'
  if (node.kind !== 'application') return node.kind === 'stream'
  return node.coordination === 'simple' && node.reading === 'polling' && node.workInBatch === 'inTurn'
}
