import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'

/** Whether a document has nodes whose models, or parts of them, are loaded only then. */
export const needsBuilders = (document: unknown): boolean => !(document as Scenario).nodes.every(isPlain)

/** What the worker can build from the start: producers, streams, and applications that read them in the plain way. */
const isPlain = (node: ScenarioNode): boolean =>
  node.kind === 'producer' ||
  node.kind === 'stream' ||
  (node.kind === 'application' && node.coordination === 'simple' && node.reading === 'polling')
