import type { Link, NodeKind, Scenario, ScenarioNode } from './scenario.ts'
import { isOnDemand } from './streamMode.ts'

/** Whom each kind passes its records on to, and the sentence for whoever tries something else. */
const FEEDS: Readonly<Record<NodeKind, { to: readonly NodeKind[]; otherwise: string }>> = {
  producer: {
    to: ['stream', 'queue', 'fifoQueue', 'monolith', 'topic', 'archive'],
    otherwise: 'A producer sends to a node that takes records.',
  },
  stream: {
    to: ['application', 'lambda', 'aggregator', 'kinesisQueue'],
    otherwise: 'A stream is read by applications, functions, counters and Kinesis queues.',
  },
  queue: {
    to: ['pool', 'lambda', 'aggregator', 'queue'],
    otherwise: 'A queue is read by workers, functions and counters, and gives its dead letters to a queue.',
  },
  application: { to: ['downstream'], otherwise: 'An application passes nothing on, but may call a system downstream.' },
  pool: { to: ['downstream'], otherwise: 'Workers pass nothing on, but may call a system downstream.' },
  monolith: { to: [], otherwise: 'A monolith does all the work itself.' },
  topic: { to: ['queue', 'fifoQueue', 'archive'], otherwise: 'A topic sends to queues and archives.' },
  lambda: {
    to: ['queue', 'downstream'],
    otherwise: 'A function tells a queue which batches it gave up, and calls systems downstream.',
  },
  downstream: { to: [], otherwise: 'A system downstream is where it ends.' },
  aggregator: { to: [], otherwise: 'Readers pass nothing on.' },
  fifoQueue: {
    to: ['pool', 'lambda', 'aggregator', 'fifoQueue'],
    otherwise: 'A FIFO queue is read by workers, functions and counters; its dead letters go to another FIFO queue.',
  },
  kinesisQueue: {
    to: ['pool'],
    otherwise: 'A Kinesis queue is read by workers; its dead letters stay in it, and its records in the stream.',
  },
  note: { to: [], otherwise: 'A note has no links.' },
  archive: { to: ['queue', 'fifoQueue'], otherwise: 'An archive sends to queues when it replays.' },
}

const QUEUES: readonly NodeKind[] = ['queue', 'fifoQueue']

/** Kinds that read one store and no more. */
const READERS: readonly NodeKind[] = ['application', 'pool', 'lambda', 'aggregator', 'kinesisQueue']

/** Why this link cannot be, in one sentence; null when it can. A reader has one store, a producer any number. */
export function wiringRefusal(scenario: Scenario, fromId: string, toId: string): string | null {
  const from = scenario.nodes.find((node) => node.id === fromId)
  const to = scenario.nodes.find((node) => node.id === toId)
  if (from === undefined || to === undefined) return 'One end of the link does not exist.'
  const refusal = kindRefusal(from.kind, to.kind)
  if (refusal !== null) return refusal
  if (scenario.links.some((link) => link.from === fromId && link.to === toId)) return 'These two are linked already.'
  if (from.kind === to.kind && QUEUES.includes(from.kind)) return deadLetterRefusal(scenario, from, to)
  // KIN6.02
  if (to.kind === 'kinesisQueue' && from.kind === 'stream' && !isOnDemand(from))
    return `${from.name} is provisioned, and a Kinesis queue needs an on-demand stream: set its capacity mode first.`
  const store = READERS.includes(to.kind) ? scenario.links.find((link) => link.to === toId) : undefined
  return store === undefined ? null : `${to.name} reads one store, and it has one already.`
}

/** SQS.14: one dead-letter queue for each, and no message may come back to where it was given up. */
function deadLetterRefusal(scenario: Scenario, from: ScenarioNode, to: ScenarioNode): string | null {
  if (deadLetterTargetOf(scenario, from.id) !== undefined) return `${from.name} has a dead-letter queue already.`
  for (let id: string | undefined = to.id; id !== undefined; id = deadLetterTargetOf(scenario, id))
    if (id === from.id) return 'Dead letters would go round in a circle.'
  return null
}

/** The queue that another one of its kind gives its dead letters to; undefined when there is none. */
export function deadLetterTargetOf({ nodes, links }: Scenario, id: string): string | undefined {
  const kind = nodes.find((node) => node.id === id)?.kind
  if (kind === undefined || !QUEUES.includes(kind)) return undefined
  return targetsOf(links, id).find((target) => nodes.some((node) => node.id === target && node.kind === kind))
}

/** Which kinds can be linked at all, and in which direction. */
export function kindRefusal(from: NodeKind, to: NodeKind): string | null {
  return FEEDS[from].to.includes(to) ? null : FEEDS[from].otherwise
}

/** The ids of what a node is linked to, in the order of the links. */
export function targetsOf(links: readonly Link[], id: string): string[] {
  return links.filter((link) => link.from === id).map((link) => link.to)
}

/** Whether a producer does itself what a topic is for: it sends to several queues, or chooses by key (SNS.01). */
export function routesItself({ nodes, links }: Scenario, id: string): boolean {
  const own = links.filter(({ from }) => from === id)
  const toQueues = own.filter(({ to }) => nodes.some((node) => node.id === to && QUEUES.includes(node.kind)))
  return toQueues.length > 1 || own.some(({ keys }) => keys !== undefined)
}
