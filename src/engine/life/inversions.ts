import type { Engine } from '../engine.ts'
import type { Micros } from '../kernel/time.ts'
import { kinesisQueueOf } from './behindQueue.ts'
import { OrderWatch, type Overtaking, type Passage } from './orderWatch.ts'

/**
 * Why two records of one key were worked in another order than they were made.
 * twoShards: they lay on different shards; reshard: on a shard and one that came from it; retry: the earlier one was refused and
 * stored after the later (KIN1.09); callsAtOnce: two calls were under way and the later one ended first; redelivery: the earlier
 * one was handed out again; standardQueue, kinesisQueue: the queue handed them out in that order (SQS.02, KIN6.02);
 * parallelConsumers: handed out in order, and worked side by side.
 */
export type InversionCause =
  | 'twoShards'
  | 'reshard'
  | 'retry'
  | 'callsAtOnce'
  | 'redelivery'
  | 'standardQueue'
  | 'kinesisQueue'
  | 'parallelConsumers'

export type Inversion = Overtaking & { cause: InversionCause }

/** Whether the one shard came out of the other by splits and merges. */
type IsDescendant = (store: string, shard: number, other: number) => boolean

/**
 * KIN1.09, KIN4.05, SQS.02, KIN6.02, FIFO.07: the first thing on the way of the two that turned their order round. A Kinesis queue
 * takes records as they are stored, so that their shards turn nothing round.
 */
export function causeOf(
  { earlier, later }: Overtaking,
  isDescendant: IsDescendant,
  isFromKinesisQueue = false,
): InversionCause {
  if (!isFromKinesisQueue && earlier.store === later.store && earlier.row !== later.row) {
    const { store } = earlier
    const related = isDescendant(store, earlier.row, later.row) || isDescendant(store, later.row, earlier.row)
    return related ? 'reshard' : 'twoShards'
  }
  if (earlier.stored > later.stored) return earlier.attempts > 1 ? 'retry' : 'callsAtOnce'
  if (earlier.receives > 1) return 'redelivery'
  if (earlier.received < later.received) return 'parallelConsumers'
  return isFromKinesisQueue ? 'kinesisQueue' : 'standardQueue'
}

/** What a check found. `isCut`: more records or inversions came than were looked at. */
export type OrderReport = { inversions: Inversion[]; isCut: boolean }

/**
 * Plays a fresh engine up to a moment and lists every record that a consumer worked after a later one of the same partition key
 * or message group, with the cause. `key`: a number of the key table, -1 = every key.
 */
export function checkOrder(
  engine: Engine,
  until: Micros,
  key: number,
  recordsAtMost: number,
  inversionsAtMost: number,
): OrderReport {
  const { records } = engine.world
  const watch = new OrderWatch((reference) => records.keyOf(reference), key, recordsAtMost, inversionsAtMost)
  engine.watch(watch)
  engine.run(until, Infinity)
  engine.settle()
  engine.watch(null)
  const parentsOf = (store: string, shard: number): readonly number[] =>
    engine.streams.find(({ plan }) => plan.id === store)?.shards[shard]?.parents ?? []
  const isDescendant: IsDescendant = (store, shard, other) =>
    parentsOf(store, shard).some((parent) => parent === other || isDescendant(store, parent, other))
  const behindKinesisQueues = new Set(
    engine.pools.filter(({ queue }) => kinesisQueueOf(engine, queue.number) !== null).map(({ plan }) => plan.id),
  )
  return {
    inversions: watch.overtakings.map((one) => ({
      ...one,
      cause: causeOf(one, isDescendant, behindKinesisQueues.has(one.consumer)),
    })),
    isCut: watch.isCut,
  }
}

/** `user-1: 7 after 9` in the order in which its records were made, counted from 1. */
export function inversionText(
  { earlier, later, consumer, cause }: Inversion,
  keyName: (passage: Passage) => string,
): string {
  return `${consumer}: record ${earlier.made + 1} of ${keyName(earlier)} after record ${later.made + 1}, ${cause}`
}
