import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'

/** Whether a document has nodes whose models, or parts of them, are loaded only then. */
export function needsBuilders(document: unknown): boolean {
  const { nodes, links } = document as Scenario
  // Whoever routes by key counts what becomes of it.
  return !nodes.every(isPlain) || links.some(({ keys }) => keys !== undefined)
}

/** What the worker can build from the start: producers, streams, and applications that read them in the plain way. */
const isPlain = (node: ScenarioNode): boolean =>
  node.kind === 'producer' ||
  node.kind === 'stream' ||
  (node.kind === 'application' && node.coordination === 'simple' && node.reading === 'polling')
