import { NOBODY } from '../clients/coordination.ts'
import type { KinesisApplication } from '../clients/kinesisApplication.ts'
import type { Engine } from '../engine.ts'
import type { Note } from './lifeOf.ts'

/** Why a consumer has not worked a record yet; `seen` when it has. `ahead`: records that come before it there. */
export type NotSeen = {
  reason:
    | 'seen'
    | 'notConnected'
    | 'notMade'
    | 'notStored'
    | 'lostBeforeStoring'
    | 'beforeItsStart'
    | 'expiredUnread'
    | 'skipped'
    | 'nobodyReads'
    | 'notFetched'
    | 'inWork'
    | 'takenByAnother'
    | 'inFlight'
    | 'waiting'
    | 'gone'
  ahead: number
}

/** The question "why has B not seen it?", answered from a record's life and from where the consumer stands in the engine now. */
export function whyNotSeen(engine: Engine, notes: readonly Note[], reference: number, consumer: string): NotSeen {
  const answer = (reason: NotSeen['reason'], ahead = 0): NotSeen => ({ reason, ahead })
  if (notes.some(({ step, node }) => step === 'worked' && node === consumer)) return answer('seen')
  if (notes.length === 0) return answer('notMade')
  const application = engine.applications.find(({ plan }) => plan.id === consumer)
  const pool = engine.pools.find(({ plan }) => plan.id === consumer)
  const store = application?.stream.plan.id ?? pool?.queue.plan.id
  if (store === undefined) return answer('notConnected')
  const stored = notes.find(({ step, node }) => (step === 'stored' || step === 'copied') && node === store)
  if (stored === undefined) {
    const isLost = notes.some(({ step, node }) => (step === 'dropped' || step === 'givenUp') && node === store)
    return answer(isLost ? 'lostBeforeStoring' : 'notStored')
  }
  if (application !== undefined) return inStream(application, notes, reference, stored, engine.now)
  return inQueue(notes, store, consumer)
}

function inStream(
  application: KinesisApplication,
  notes: readonly Note[],
  reference: number,
  stored: Note,
  now: number,
): NotSeen {
  const { stream, readers, leases, plan } = application
  const shard = stored.row
  const index = placeIn(stream.shards[shard]!, reference, stored.at)
  const reader = readers[shard]!
  if (notes.some(({ step, node }) => step === 'skipped' && node === plan.id)) return { reason: 'skipped', ahead: 0 }
  if (index < stream.trim(shard, now)) return { reason: 'expiredUnread', ahead: 0 }
  if (leases.readerOf(shard) === NOBODY) return { reason: 'nobodyReads', ahead: 0 }
  const { caret } = reader.processor
  if (index >= reader.fetched) return { reason: 'notFetched', ahead: index - caret }
  return index >= caret ? { reason: 'inWork', ahead: index - caret } : { reason: 'beforeItsStart', ahead: 0 }
}

/** Place of a record in its shard: those of its microsecond are looked through. */
function placeIn(
  shard: {
    storedAt: { firstAtOrAfter(at: number, from: number): number }
    log: { get(i: number): number; length: number }
  },
  reference: number,
  storedAt: number,
): number {
  let index = shard.storedAt.firstAtOrAfter(storedAt, 0)
  while (index < shard.log.length - 1 && shard.log.get(index) !== reference) index++
  return index
}

/** Consumers of one queue share its messages: what one has taken, the other does not get (SQS.05). */
function inQueue(notes: readonly Note[], queue: string, consumer: string): NotSeen {
  const last = notes.findLast(({ step, node }) => node === queue || step === 'received')
  const others = notes.filter(({ step, node }) => step === 'worked' && node !== consumer)
  if (others.length > 0) return { reason: 'takenByAnother', ahead: 0 }
  if (last?.step === 'received') return { reason: 'inFlight', ahead: 0 }
  const isGone = last !== undefined && ['deleted', 'expired', 'purged', 'deadLettered'].includes(last.step)
  return { reason: isGone ? 'gone' : 'waiting', ahead: 0 }
}
