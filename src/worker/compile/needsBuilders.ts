import type { Scenario } from '../../scenario/scenario.ts'
import { isRegistered } from './nodePlans.ts'

/** Whether a document has nodes whose models, or parts of them, are loaded only then. */
export function needsBuilders(document: unknown): boolean {
  const { nodes, links } = document as Scenario
  const isQueue = (id: string) => nodes.some((node) => node.id === id && node.kind === 'queue')
  return (
    nodes.some((node) => isRegistered(node) || (node.kind === 'application' && node.coordination !== 'simple')) ||
    // A queue linked to a queue has dead letters that can be moved back.
    links.some(({ from, to }) => isQueue(from) && isQueue(to))
  )
}
