import type { Scenario } from '../../scenario/scenario.ts'
import { isRegistered } from './nodePlans.ts'

/** Whether a document has nodes whose models, or parts of them, are loaded only then. */
export const needsBuilders = (document: unknown): boolean =>
  (document as Scenario).nodes.some(
    (node) => isRegistered(node) || (node.kind === 'application' && node.coordination !== 'simple'),
  )
