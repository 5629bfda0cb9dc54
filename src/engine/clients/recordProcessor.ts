import { logOfUint32, max, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { EXPONENTIAL, sampleUnitMean } from '../kernel/distributions.ts'
import { bucketOf } from '../kernel/histogram.ts'
import { WORDS_PER_STREAM } from '../kernel/random.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE, FORECAST_DRAWS } from '../kernel/units.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'

/** Nothing is being worked on. */
export const IDLE = -1

export type ProcessorStreams = { service: number; failure: number }

/**
 * Works the records of one shard for one application, one after another. The work is advanced lazily: `catchUp` does
 * all that is complete by a moment in one loop, so records cost no event each, and it does not matter how
 * often it is called, because every draw belongs to one record in order.
 */
export class RecordProcessor {
  private readonly world: World
  private readonly stream: Stream
  private readonly shard: number
  private readonly settings: Readonly<TurnableApplication>
  private readonly streams: ProcessorStreams
  /** Latencies of the whole application, from creation to completion. */
  private readonly histogram: Uint32Array
  /** Batches fetched and not finished: first record, the one after the last, moment of arrival. */
  private readonly batches: Float64Array
  readonly s: Float64Array
  /** Whose work this is, for whoever looks on. */
  private readonly reader: string
  private readonly savedWords = new Int32Array(2 * WORDS_PER_STREAM)

  constructor(
    world: World,
    stream: Stream,
    shard: number,
    settings: Readonly<TurnableApplication>,
    streams: ProcessorStreams,
    histogram: Uint32Array,
    batchesAtMost: number,
    reader: string,
  ) {
    this.reader = reader
    this.world = world
    this.stream = stream
    this.shard = shard
    this.settings = settings
    this.streams = streams
    this.histogram = histogram
    this.batches = world.state.column(batchesAtMost * BATCH_FIELDS)
    this.s = world.state.column(PROCESSOR_FIELDS)
    this.s[BUSY_UNTIL] = IDLE
  }

  get batchCount(): number {
    return this.s[BATCHES]!
  }

  /** Next record to be completed: the caret. */
  get caret(): number {
    return this.s[CARET]!
  }

  /** Moment at which the record at the caret is complete; IDLE when there is none. */
  get busyUntil(): Micros {
    return this.s[BUSY_UNTIL]!
  }

  /** One past the furthest record ever completed. */
  get highest(): number {
    return this.s[HIGHEST]!
  }

  get checkpoint(): number {
    return this.s[CHECKPOINT]!
  }

  /** A GetRecords answer with records [start, end) arrives at `at`. */
  deliver(start: number, end: number, at: Micros): void {
    const i = this.s[BATCHES]! * BATCH_FIELDS
    this.batches[i] = start
    this.batches[i + BATCH_END] = end
    this.batches[i + BATCH_AT] = at
    this.s[BATCHES]! += 1
    if (this.s[BUSY_UNTIL] === IDLE) {
      this.s[CARET] = start
      this.s[BUSY_UNTIL] = at + this.drawService()
    }
  }

  /** Forgets what was fetched and stands at `index`. */
  moveTo(index: number): void {
    this.s[BATCHES] = 0
    this.s[BUSY_UNTIL] = IDLE
    this.s[CARET] = index
  }

  setCheckpoint(index: number, now: Micros): void {
    this.s[CHECKPOINT] = index
    this.s[CHECKPOINT_AT] = now
  }

  /** Completes every record whose work ends by `now`. */
  catchUp(now: Micros): void {
    const s = this.s
    if (s[BUSY_UNTIL] === IDLE || s[BUSY_UNTIL]! > now) return
    const { histogram, batches } = this
    const { records, random, watch } = this.world
    const { failureShare, checkpointMicros, serviceMicros, serviceSpread } = this.settings
    const { service } = this.streams
    const log = this.stream.shards[this.shard]!.log
    let busyUntil = s[BUSY_UNTIL]!
    // Whole numbers of 32 bits: as such they stay in registers and are indices without being converted.
    let caret = s[CARET]! | 0
    let end = batches[BATCH_END]! | 0
    let hash = s[HASH]! | 0
    let latencySum = s[LATENCY_SUM]!
    let lastAt = busyUntil
    let from = caret
    while (busyUntil <= now) {
      lastAt = busyUntil
      if (failureShare > 0 && random.unit(this.streams.failure) < failureShare) {
        s[FAILED]! += 1
        if (watch !== null) this.noteFailure(caret, end, busyUntil)
        if (this.settings.onFailure === RETRY) {
          busyUntil += this.drawRetry()
          continue
        }
        s[SKIPPED]! += end - caret
        this.completed(from, caret)
        caret = end
        from = end
      } else {
        const reference = log.get(caret)
        const latency = busyUntil - records.createdAt(reference)
        histogram[bucketOf(latency)]! += 1
        latencySum += latency
        // Which record it was is told by the caret and by the shard's own hash.
        hash = mix(hash, busyUntil | 0)
        if (watch !== null) watch.note('worked', reference, this.reader, this.shard, 0, busyUntil)
        caret++
      }
      if (checkpointMicros > 0 && busyUntil - s[CHECKPOINT_AT]! >= checkpointMicros)
        this.setCheckpoint(caret, busyUntil)
      if (caret < end) {
        busyUntil +=
          serviceSpread === EXPONENTIAL
            ? round(serviceMicros * (0 - logOfUint32(random.uint32(service))))
            : this.drawService()
        continue
      }
      this.completed(from, caret)
      if (checkpointMicros === 0) this.setCheckpoint(caret, busyUntil)
      if (!this.nextBatch()) {
        busyUntil = IDLE
        from = caret
        break
      }
      caret = batches[0]! | 0
      end = batches[BATCH_END]! | 0
      from = caret
      const start = busyUntil > batches[BATCH_AT]! ? busyUntil : batches[BATCH_AT]!
      busyUntil = start + this.drawService()
    }
    this.completed(from, caret)
    s[CARET] = caret
    s[HASH] = hash
    s[LAST_AT] = lastAt
    s[LATENCY_SUM] = latencySum
    s[BUSY_UNTIL] = busyUntil
  }

  /** GetRecords returned the records [from, to). */
  noteReceived(from: number, to: number, now: Micros): void {
    const { log } = this.stream.shards[this.shard]!
    for (let i = from; i < to; i++) this.world.watch!.note('received', log.get(i), this.reader, this.shard, 0, now)
  }

  /** The record at the caret failed; unless it is worked again, the rest of its batch is left out. */
  private noteFailure(caret: number, end: number, now: Micros): void {
    const { log } = this.stream.shards[this.shard]!
    this.world.watch!.note('failed', log.get(caret), this.reader, this.shard, 0, now)
    if (this.settings.onFailure === RETRY) return
    for (let i = caret; i < end; i++) this.world.watch!.note('skipped', log.get(i), this.reader, this.shard, 0, now)
  }

  /** Counts the records [from, to) as processed; those that had been before, again. */
  private completed(from: number, to: number): void {
    if (to === from) return
    const s = this.s
    const highest = s[HIGHEST]!
    s[PROCESSED]! += to - from
    if (from < highest) s[AGAIN]! += (to < highest ? to : highest) - from
    if (to > highest) s[HIGHEST] = to
  }

  /**
   * When the first `batches` of what was fetched will be done, if nothing is turned meanwhile: plays the same draws
   * and takes them back. Only while something is fetched. It looks a limited number of draws ahead: work that fails
   * for ever is never done, and whoever waits looks again at the moment returned.
   */
  forecast(batches: number): Micros {
    const { random } = this.world
    const { service, failure } = this.streams
    const { failureShare, onFailure } = this.settings
    const saved = this.savedWords
    this.copyWords(service, saved, 0, true)
    this.copyWords(failure, saved, WORDS_PER_STREAM, true)
    let busyUntil = this.s[BUSY_UNTIL]!
    let caret = this.s[CARET]!
    let drawsLeft = FORECAST_DRAWS
    for (let b = 0; b < batches; b++) {
      const end = this.batches[b * BATCH_FIELDS + BATCH_END]!
      if (b > 0) {
        const arrival = this.batches[b * BATCH_FIELDS + BATCH_AT]!
        caret = this.batches[b * BATCH_FIELDS]!
        busyUntil = (busyUntil > arrival ? busyUntil : arrival) + this.drawService()
      }
      if (failureShare === 0 && this.settings.serviceSpread === CONSTANT) {
        busyUntil += (end - caret - 1) * round(this.settings.serviceMicros)
        continue
      }
      for (;;) {
        const failed = failureShare > 0 && random.unit(failure) < failureShare
        if (failed && onFailure !== RETRY) break
        if (!failed && ++caret >= end) break
        busyUntil += failed ? this.drawRetry() : this.drawService()
        if (--drawsLeft === 0) break
      }
      if (drawsLeft === 0) break
    }
    this.copyWords(service, saved, 0, false)
    this.copyWords(failure, saved, WORDS_PER_STREAM, false)
    return busyUntil
  }

  private nextBatch(): boolean {
    const left = --this.s[BATCHES]!
    this.batches.copyWithin(0, BATCH_FIELDS, (left + 1) * BATCH_FIELDS)
    return left > 0
  }

  /** Another attempt takes time, or work that fails for ever would stop the clock. */
  private drawRetry(): Micros {
    return max(1, this.drawService())
  }

  private drawService(): Micros {
    const { serviceMicros, serviceSpread } = this.settings
    if (serviceSpread === CONSTANT) return round(serviceMicros)
    return round(serviceMicros * sampleUnitMean(this.world.random, this.streams.service, serviceSpread, ERLANG_SHAPE))
  }

  private copyWords(stream: number, saved: Int32Array, offset: number, save: boolean): void {
    const { words } = this.world.random
    const first = stream * WORDS_PER_STREAM
    for (let i = 0; i < WORDS_PER_STREAM; i++) {
      if (save) saved[offset + i] = words[first + i]!
      else words[first + i] = saved[offset + i]!
    }
  }
}

const RETRY = 0
const CONSTANT = 0

/** A batch begins with its first record's index; then the one after its last, and when it arrived. */
const BATCH_END = 1
const BATCH_AT = BATCH_END + 1
const BATCH_FIELDS = BATCH_AT + 1

const BATCHES = 0
/** Moment at which the record at the caret is complete, or IDLE. */
const BUSY_UNTIL = BATCHES + 1
const CARET = BUSY_UNTIL + 1
const CHECKPOINT = CARET + 1
const CHECKPOINT_AT = CHECKPOINT + 1
/** One past the furthest record ever completed. */
const HIGHEST = CHECKPOINT_AT + 1
export const PROCESSED = HIGHEST + 1
export const AGAIN = PROCESSED + 1
export const FAILED = AGAIN + 1
export const SKIPPED = FAILED + 1
export const LATENCY_SUM = SKIPPED + 1
export const LAST_AT = LATENCY_SUM + 1
const HASH = LAST_AT + 1
const PROCESSOR_FIELDS = HASH + 1
