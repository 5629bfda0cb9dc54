import type { AggregatorNode } from '../aggregator/aggregatorNode.ts'
import type { Engine } from '../engine.ts'
import type { LambdaNode } from '../lambda/lambdaNode.ts'
import type { Monolith } from '../nodes/monolith.ts'
import type { NodeModel } from '../nodes/nodeModel.ts'
import type { NodePlan } from '../nodes/nodePlans.ts'
import { kinesisQueueOf } from './behindQueue.ts'
import type { Note } from './note.ts'
import { because, type NotSeen } from './notSeen.ts'
import { notSeenInQueue } from './notSeenInQueue.ts'
import { notSeenByApplication, notSeenByCounter, notSeenByFunction } from './notSeenInStream.ts'

/** Kinds of node that work records, beside applications and pools. */
const WORKING_KINDS: readonly NodePlan['kind'][] = ['lambda', 'aggregator', 'monolith']

/** All who work records in a run, by their ids. */
export function consumersOf({ applications, pools, nodes }: Engine): string[] {
  const workers = nodes.filter(({ plan }) => WORKING_KINDS.includes((plan as NodePlan).kind))
  return [...applications, ...pools, ...workers].map(({ plan }) => plan.id)
}

/** The question "why has B not seen it?", answered from a record's life and from where the consumer stands in the engine now. */
export function whyNotSeen(engine: Engine, notes: readonly Note[], reference: number, consumer: string): NotSeen {
  if (notes.some(({ step, node }) => step === 'worked' && node === consumer)) return because('seen')
  if (notes.length === 0) return because('notMade')
  const application = engine.applications.find(({ plan }) => plan.id === consumer)
  const pool = engine.pools.find(({ plan }) => plan.id === consumer)
  const node = engine.nodes.find(({ plan }) => plan.id === consumer)
  const plan = node?.plan as NodePlan | undefined
  if (plan?.kind === 'monolith') return notSeenByMonolith(node as NodeModel as Monolith, notes, reference)
  const source = plan?.kind === 'lambda' || plan?.kind === 'aggregator' ? plan : { stream: -1, queue: -1 }
  const queue = pool?.queue ?? engine.allQueues[source.queue]
  const pointer = queue === undefined ? null : kinesisQueueOf(engine, queue.number)
  const stream = application?.stream ?? engine.streams[pointer?.plan.stream ?? source.stream]
  const store = stream?.plan.id ?? queue?.plan.id
  if (store === undefined) return because('notConnected')
  const stored = notes.findLast((note) => note.step === 'stored' && note.node === store)
  if (stored === undefined && !notes.some((note) => note.step === 'repeated' && note.node === store))
    return notStored(engine, notes, reference, store, queue?.number ?? -1)
  // A Kinesis queue has what its stream has, from where it began (KIN6.02).
  if (pointer !== null && !pointer.offers(stored!.row, stored!.place - 1)) return because('beforeItsStart')
  if (queue !== undefined) return notSeenInQueue(engine, queue, notes, reference, consumer)
  if (application !== undefined) return notSeenByApplication(application, notes, reference, stored!, engine.now)
  if (plan?.kind === 'lambda')
    return notSeenByFunction(engine, node as NodeModel as LambdaNode, stream!, notes, reference, stored!)
  return notSeenByCounter(engine, node as NodeModel as AggregatorNode, stream!, notes, reference, stored!)
}

/** It has not come to the consumer's store: it waits or was lost on its way, or no copy of it goes there. */
function notStored(
  { nodes, producers, world }: Engine,
  notes: readonly Note[],
  reference: number,
  store: string,
  queue: number,
): NotSeen {
  const isLost = (id: string) =>
    notes.some(({ step, node }) => (step === 'dropped' || step === 'givenUp') && node === id)
  if (isLost(store)) return because('lostBeforeStoring')
  // Its producer routes by key, and this way is for others.
  const { records } = world
  const ways = producers[records.producerOf(reference)]!.links.filter((link) => link.store.plan.id === store)
  if (ways.length > 0 && !ways.some((link) => link.wants(records.keyOf(reference)))) return because('notWanted')
  for (const { plan } of nodes) {
    const topic = plan as NodePlan
    if (topic.kind !== 'topic') continue
    const row = topic.subscriptions.findIndex((one) => one.queue === queue)
    if (row < 0) continue
    if (isLost(topic.id)) return because('lostBeforeStoring')
    const own = notes.filter(({ node }) => node === topic.id)
    if (!own.some(({ step }) => step === 'stored')) continue
    const copy = own.findLast((note) => note.row === row && note.step !== 'stored')
    if (copy === undefined) return because('notWanted')
    return because(copy.step === 'copyLost' ? 'lostBeforeStoring' : 'copyWaits')
  }
  return because('notStored')
}

/** A monolith takes records in itself, and has them in its memory. */
function notSeenByMonolith({ plan, buffer }: Monolith, notes: readonly Note[], reference: number): NotSeen {
  const own = notes.filter(({ node }) => node === plan.id)
  if (own.some(({ step }) => step === 'lost')) return because('lost')
  if (own.some(({ step }) => step === 'dropped' || step === 'givenUp')) return because('lostBeforeStoring')
  for (let i = 0; i < buffer.length; i++) if (buffer.at(i) === reference) return because('inWork', i)
  return because('notStored')
}
