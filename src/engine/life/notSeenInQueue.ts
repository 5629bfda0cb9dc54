import type { Engine } from '../engine.ts'
import type { NodePlan } from '../nodes/nodePlans.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { Note } from './note.ts'
import { because, type NotSeen } from './notSeen.ts'
import type { LifeStep } from './watch.ts'

const AT_CONSUMERS: readonly LifeStep[] = ['received', 'worked', 'failed', 'lost']
const GONE: readonly LifeStep[] = ['deleted', 'expired', 'purged', 'redriven']

/** Consumers of one queue share its messages: what one has taken, the other does not get (SQS.05). The record has come to the queue. */
export function notSeenInQueue(
  engine: Engine,
  queue: QueueModel,
  notes: readonly Note[],
  reference: number,
  consumer: string,
): NotSeen {
  const { id } = queue.plan
  const readers = readersOf(engine, queue.number)
  const here = notes.filter(({ step, node }) => node === id || (AT_CONSUMERS.includes(step) && readers.includes(node)))
  const own = here.findLast(({ node }) => node === consumer)
  const last = here.findLast(({ step, node }) => node === id || step === 'received')
  if (own?.step === 'lost') return because('lost')
  if (here.some(({ step, node }) => step === 'worked' && node !== consumer)) return because('takenByAnother')
  if (last?.step === 'repeated') return because('repetition')
  if (last?.step === 'deadLettered') return because('deadLettered')
  // Deleted on receipt, it is still in the consumer's hands.
  if (own?.step === 'received' && (last === own || last?.step === 'deleted')) return because('inWork')
  if (last?.step === 'received') return because(own?.step === 'failed' && own.at >= last.at ? 'failing' : 'inFlight')
  if (last !== undefined && GONE.includes(last.step)) return because('gone')
  return waiting(engine, queue, reference, here)
}

/** It is in the queue, and nobody has it. */
function waiting(engine: Engine, queue: QueueModel, reference: number, here: readonly Note[]): NotSeen {
  const cameAt = here.findLast(({ step }) => step === 'stored')?.at ?? engine.now
  const isNew = !here.some(({ step }) => step === 'received')
  if (isNew && cameAt + queue.settings.delayMicros > engine.now) return because('delayed')
  if (queue.isFifo) {
    const ahead = lockedBehind(engine, queue, reference)
    if (ahead > 0) return because('locked', ahead)
  }
  return because(queue.isOverLimit ? 'tooManyInFlight' : 'waiting')
}

/** FIFO.08: messages of its group before it when one of them is in flight, else 0. */
function lockedBehind(engine: Engine, queue: QueueModel, reference: number): number {
  const { records } = engine.world
  const key = records.keyOf(reference)
  const group: { message: number; slot: number }[] = []
  let own = Infinity
  queue.eachMessage((message, slot) => {
    const of = queue.recordOf(message)
    if (of === reference) own = message
    if (records.keyOf(of) === key) group.push({ message, slot })
  })
  const before = group.filter(({ message }) => message < own)
  return before.some(({ slot }) => slot >= 0 && queue.hiddenUntil(slot) < Infinity) ? before.length : 0
}

/** Whoever receives from this queue, by id. */
export function readersOf(engine: Engine, queue: number): string[] {
  const pools = engine.pools.filter(({ plan }) => plan.queue === queue)
  const nodes = engine.nodes.filter(
    ({ plan }) => 'workers' in plan && (plan as NodePlan & { queue: number }).queue === queue,
  )
  return [...pools, ...nodes].map(({ plan }) => plan.id)
}
