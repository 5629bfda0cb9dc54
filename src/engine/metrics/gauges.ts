import { NOBODY } from '../clients/coordination.ts'
import type { KinesisApplication } from '../clients/kinesisApplication.ts'
import * as Pool from '../clients/poolCounters.ts'
import type { Producer } from '../clients/producer.ts'
import { CALLS, CALLS_REFUSED, DELIVERIES, READ_BYTES } from '../clients/shardReader.ts'
import { PROCESSED } from '../clients/shardTally.ts'
import { BYTE_LIMIT, RECORD_LIMIT } from '../clients/store.ts'
import type { WorkerPool } from '../clients/workerPool.ts'
import { WorkerState } from '../clients/workerState.ts'
import type { Micros } from '../kernel/time.ts'
import * as Shard from '../kinesis/shardColumn.ts'
import type { Stream } from '../kinesis/stream.ts'
import { byteTokens, recordTokens } from '../kinesis/writeBuckets.ts'
import * as Queue from '../sqs/queueCounters.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import { applicationCounts, placeOf } from './applicationCounts.ts'
import { ROW_GAUGES } from './gaugeNames.ts'
import { PAINTS } from './trace.ts'

// Reading a run: nothing here changes a bit of it. Each function writes one node's numbers, in the order of gaugeNames.ts, from
// `at` on and returns the place after the last.

function sumOf<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  let total = 0
  for (const item of items) total += numberOf(item)
  return total
}

const copy = (from: Float64Array, start: number, out: Float64Array, at: number) => {
  for (let i = 0; i < PAINTS; i++) out[at + i] = from[start + i]!
  return at + PAINTS
}

/** Live, or of a shard that is read to its end and not removed yet. */
const isLease = (state: number) => state === 1 || state === 2

export function writeProducer(producer: Producer, now: Micros, out: Float64Array, start: number): number {
  let at = start
  out[at++] = producer.arrivalsTotal
  out[at++] = producer.ratePerSecondAt(now)
  out[at++] = producer.reach?.some ?? 0
  out[at++] = producer.reach?.none ?? 0
  out[at++] = producer.reach?.unrouted ?? 0
  for (const link of producer.links) {
    out[at++] = link.newTotal
    out[at++] = link.storedTotal
    out[at++] = link.notYetStored
    out[at++] = link.held
    out[at++] = link.droppedTotal
    out[at++] = link.givenUpTotal
    out[at++] = link.attemptsTotal
    out[at++] = link.refusedTotal
    out[at++] = link.storedBytesTotal
    out[at++] = link.callsUnderWay
    at = copy(link.waitingPaint, 0, out, at)
  }
  return at
}

export function writeStream(stream: Stream, deliveries: number, now: Micros, out: Float64Array, start: number): number {
  const { shards, limits, plan } = stream
  let at = start
  out[at++] = sumOf(shards, (shard) => shard.tip)
  out[at++] = sumOf(shards, (shard) => shard.storedBytes)
  out[at++] = sumOf(shards, ({ c }) => c[Shard.ATTEMPTS]!)
  out[at++] = sumOf(shards, (shard) => shard.refused)
  out[at++] = deliveries
  out[at++] = sumOf(shards, (shard) => shard.trim)
  for (const shard of shards) {
    const { c, storedAt, tip, trim } = shard
    out[at++] = tip
    out[at++] = shard.storedBytes
    out[at++] = c[Shard.ATTEMPTS]!
    out[at++] = shard.answered(RECORD_LIMIT)
    out[at++] = shard.answered(BYTE_LIMIT)
    out[at++] = recordTokens(c, limits, now)
    out[at++] = byteTokens(c, limits, now)
    out[at++] = c[Shard.READ_CALLS_TOTAL]!
    out[at++] = c[Shard.READ_BYTES_TOTAL]!
    out[at++] = c[Shard.READS_REFUSED_BY_CALLS]!
    out[at++] = c[Shard.READS_REFUSED_BY_BYTES]! + c[Shard.READS_REFUSED_BY_PENALTY]!
    out[at++] = tip - trim
    out[at++] = tip
    out[at++] = trim
    out[at++] = trim < tip ? storedAt.get(trim) : now
    out[at++] = shard.state
    out[at++] = shard.place.from
    out[at++] = shard.place.to
    out[at++] = c[Shard.PARENT]!
    out[at++] = c[Shard.OTHER_PARENT]!
    out[at++] = shard.closedAt
    out[at++] = c[Shard.ATTEMPTS]! - (shard.packs?.fewerAttempts ?? 0)
    out[at++] = tip - (shard.packs?.fewerStored ?? 0)
    at = copy(c, Shard.STORED_PAINT, out, at)
  }
  // Shards that have not been made yet.
  const end = at + (plan.shardsAtMost - shards.length) * ROW_GAUGES.stream.length
  out.fill(0, at, end)
  return end
}

export function writeQueue(queue: QueueModel, now: Micros, out: Float64Array, start: number): number {
  const { c } = queue
  let at = start
  out[at++] = c[Queue.STORED]!
  out[at++] = c[Queue.STORED_BYTES]!
  out[at++] = c[Queue.ATTEMPTS]!
  out[at++] = c[Queue.REJECTED]!
  out[at++] = queue.visible
  out[at++] = queue.inFlight
  out[at++] = c[Queue.DELIVERIES]!
  out[at++] = c[Queue.DELETED]! + c[Queue.DELETED_LATE]!
  out[at++] = c[Queue.RETURNED_COUNT]!
  out[at++] = c[Queue.EXPIRED]!
  out[at++] = c[Queue.PURGED]!
  out[at++] = c[Queue.EMPTY]!
  out[at++] = c[Queue.OVER_LIMIT]!
  out[at++] = queue.oldestAgeMicros(now)
  out[at++] = queue.delayed
  out[at++] = c[Queue.DEAD_LETTERED]!
  out[at++] = c[Queue.MOVED_IN]!
  at = copy(queue.visiblePaint, 0, out, at)
  return copy(queue.inFlightPaint, 0, out, at)
}

/** The application's records must be caught up to `now` first. */
export function writeApplication(
  application: KinesisApplication,
  now: Micros,
  out: Float64Array,
  start: number,
): number {
  const { readers, stream } = application
  const counts = applicationCounts(application, now)
  let at = start
  out[at++] = counts.deliveries
  out[at++] = counts.processed
  out[at++] = counts.processedAgain
  out[at++] = counts.failed
  out[at++] = counts.skipped
  out[at++] = counts.lostUnread
  out[at++] = counts.backlog
  out[at++] = counts.ageMicros
  out[at++] = counts.iteratorAgeMicros
  out[at++] = counts.sideEffects
  out[at++] = counts.duplicateEffects
  out[at++] = counts.lost
  out[at++] = counts.checkpointsRefused
  const { leases } = application
  out[at++] = leases.leader
  out[at++] = stream.shards.filter(({ number }) => isLease(leases.leaseStateOf(number))).length
  out[at++] = leases.waiting
  for (const { number: h, storedAt } of stream.shards) {
    const reader = readers[h]!
    const momentOf = (index: number) => (index < storedAt.length ? storedAt.get(index) : now)
    const { caret, caretAt, fetched } = placeOf(reader, stream, h, now)
    out[at++] = leases.readerOf(h)
    out[at++] = caret
    out[at++] = caretAt
    out[at++] = fetched
    out[at++] = momentOf(fetched)
    out[at++] = reader.processor.checkpoint
    out[at++] = momentOf(reader.processor.checkpoint)
    out[at++] = reader.s[DELIVERIES]!
    out[at++] = reader.s[READ_BYTES]!
    out[at++] = reader.processor.tally.t[PROCESSED]!
    out[at++] = reader.s[CALLS]!
    out[at++] = reader.s[CALLS_REFUSED]!
    out[at++] = now - caretAt
    out[at++] = leases.ownerOf(h)
    out[at++] = leases.leaseStateOf(h)
  }
  const end = at + (stream.plan.shardsAtMost - stream.shards.length) * ROW_GAUGES.application.length
  out.fill(0, at, end)
  for (let row = at; row < end; row += ROW_GAUGES.application.length) {
    out[row + READER] = NOBODY
    out[row + OWNER] = NOBODY
  }
  return end
}

const READER = ROW_GAUGES.application.indexOf('worker')
const OWNER = ROW_GAUGES.application.indexOf('leaseOwner')

export function writePool(
  pool: WorkerPool,
  paintOfMessage: (message: number) => number,
  out: Float64Array,
  start: number,
): number {
  const { c } = pool
  let at = start
  out[at++] = c[Pool.DELIVERIES]!
  out[at++] = c[Pool.PROCESSED]!
  out[at++] = c[Pool.AGAIN]!
  out[at++] = c[Pool.FAILED]!
  let busy = 0
  for (let worker = 0; worker < pool.plan.workers; worker++) if (pool.stateOf(worker) === WorkerState.working) busy++
  out[at++] = busy
  for (const field of [Pool.LOST, Pool.EFFECTS, Pool.DUPLICATE_EFFECTS, Pool.HEARTBEATS]) out[at++] = c[field]!
  for (let worker = 0; worker < pool.plan.workers; worker++) {
    const message = pool.messageInHand(worker)
    out[at++] = pool.stateOf(worker)
    out[at++] = message === 0 ? -1 : message - 1
    out[at++] = message === 0 ? -1 : paintOfMessage(message)
    out[at++] = pool.messagesInHand(worker)
    out[at++] = pool.processedBy(worker)
  }
  return at
}

/** Latest completion of any record of an application, in microseconds. */
export function lastCompletionAt(application: KinesisApplication): Micros {
  let latest = 0
  for (const reader of application.readers) {
    const at = reader.lastDoneAt
    if (at > latest) latest = at
  }
  return latest
}
