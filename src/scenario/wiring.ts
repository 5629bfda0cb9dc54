import type { Link, NodeKind, Scenario } from './scenario.ts'

const READS: Partial<Record<NodeKind, NodeKind>> = { application: 'stream', pool: 'queue' }

/** Why this link cannot be, in one sentence; null when it can. A reader has one store, a producer any number. */
export function wiringRefusal(scenario: Scenario, fromId: string, toId: string): string | null {
  const from = scenario.nodes.find((node) => node.id === fromId)
  const to = scenario.nodes.find((node) => node.id === toId)
  if (from === undefined || to === undefined) return 'One end of the link does not exist.'
  const refusal = kindRefusal(from.kind, to.kind)
  if (refusal !== null) return refusal
  if (scenario.links.some((link) => link.from === fromId && link.to === toId)) return 'These two are linked already.'
  const store = READS[to.kind] === undefined ? undefined : scenario.links.find((link) => link.to === toId)
  return store === undefined ? null : `${to.name} reads one store, and it has one already.`
}

/** Which kinds can be linked at all, and in which direction. */
export function kindRefusal(from: NodeKind, to: NodeKind): string | null {
  if (from === 'producer') return to === 'stream' || to === 'queue' ? null : 'A producer sends to a stream or a queue.'
  if (from === 'stream') return to === 'application' ? null : 'A stream is read by applications.'
  if (from === 'queue') return to === 'pool' ? null : 'A queue is read by workers.'
  return 'Readers pass nothing on.'
}

/** The ids of what a node is linked to, in the order of the links. */
export function targetsOf(links: readonly Link[], id: string): string[] {
  return links.filter((link) => link.from === id).map((link) => link.to)
}
