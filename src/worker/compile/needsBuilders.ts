import type { Scenario, ScenarioNode } from '../../scenario/scenario.ts'
import { mayScale } from './streamPlan.ts'

/** Whether a document has nodes whose models, or parts of them, are loaded only then. */
export function needsBuilders(document: unknown): boolean {
  const { nodes, links, interventions } = document as Scenario
  const isPlainHere = (node: ScenarioNode) => (node.kind === 'stream' ? !mayScale(node, interventions) : isPlain(node))
  // Whoever routes by key counts what becomes of it.
  const isRouted = links.some(({ keys }) => keys !== undefined)
  return (
    isRouted ||
    !nodes.every(isPlainHere) ||
    interventions.some(({ action }) => action === 'put' || action === 'goToRecord')
  )
}

/** What the worker can build from the start beside streams that stay as they are: producers at a level rate with calls of their own, and applications that read in the plain way. */
function isPlain(node: ScenarioNode): boolean {
  if (node.kind === 'producer') return node.profile === 'constant' && node.sendsWith === 'own'
  if (node.kind !== 'application') return node.kind === 'note'
  return node.coordination === 'simple' && node.reading === 'polling' && node.workInBatch === 'inTurn'
}
