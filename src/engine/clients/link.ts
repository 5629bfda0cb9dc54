import { min, round } from '../kernel/detMath.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { EventList } from '../kernel/eventList.ts'
import { Ring } from '../kernel/ring.ts'
import { Slots } from '../kernel/slots.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS, Sampler } from '../metrics/trace.ts'
import type { ProducerPlan, TurnableProducer } from '../plan.ts'
import type { World } from '../world.ts'
import { CallSlots } from './callSlots.ts'
import { backoffMicros } from './retry.ts'
import { ANSWERS, type Answer, type Store, STORED as TAKEN, TOO_LARGE } from './store.ts'

/** AWS's largest batch of any put call (KIN1.06); the store's own limit may be lower. */
export const BATCH_CAPACITY = 500
const NEVER = -1

/** Fields of a retry slot. */
const RETRY_FIELDS = 2

export type LinkTimers = { flush: number; calls: number; retries: number }
export type LinkStreams = { latency: number; jitter: number }
export type LinkTracks = { stored: number; refused: number; rows: number; recordsPerDot: number }

/**
 * One link of a producer: send buffer, batching, calls under way, retries with back-off. The producer's records are
 * mirrored to each of its links; nothing that happens here changes what arrives.
 *
 * Every record of a link is in one place: held at the source, waiting, in a call, waiting for its retry, or gone
 * (stored, dropped, given up). The buffer holds all that are waiting, in a call or to be retried.
 */
export class Link {
  private readonly world: World
  private readonly plan: ProducerPlan
  private readonly settings: Readonly<TurnableProducer>
  private readonly producer: number
  private readonly store: Store
  private readonly timers: LinkTimers
  private readonly streams: LinkStreams
  private readonly storedDots: Sampler
  private readonly refusedDots: Sampler

  /** Fresh records, and retry slots whose back-off has ended. */
  private readonly waiting = new Ring()
  private readonly ready = new Ring()
  private readonly retrySlots = new Slots(RETRY_FIELDS)
  private readonly retries = new EventList(16)
  private readonly calls: CallSlots
  private readonly callEnds = new EventList(16)

  readonly counters: Float64Array
  readonly waitingPaint: Float64Array
  /** Refused attempts by answer. */
  readonly refusedBy: Float64Array

  constructor(
    world: World,
    plan: ProducerPlan,
    settings: Readonly<TurnableProducer>,
    producer: number,
    store: Store,
    timers: LinkTimers,
    streams: LinkStreams,
    tracks: LinkTracks,
  ) {
    this.world = world
    this.plan = plan
    this.settings = settings
    this.producer = producer
    this.store = store
    this.timers = timers
    this.streams = streams
    const { state, trace } = world
    this.storedDots = new Sampler(state, trace, tracks.stored, tracks.rows, tracks.recordsPerDot)
    this.refusedDots = new Sampler(state, trace, tracks.refused, tracks.rows, tracks.recordsPerDot)
    this.calls = new CallSlots(plan.callsAtOnce, BATCH_CAPACITY)
    for (const part of [this.waiting, this.ready, this.retrySlots, this.retries, this.calls, this.callEnds])
      state.part(part)
    this.counters = state.column(COUNTERS)
    this.counters[LINGER_FROM] = NEVER
    this.waitingPaint = state.column(PAINTS)
    this.refusedBy = state.column(ANSWERS)
  }

  /** A new record of the producer; `dataBytes` without its key. */
  offer(reference: number, key: number, dataBytes: number, now: Micros): void {
    const c = this.counters
    c[NEW]! += 1
    if (this.goesAtOnce()) this.putAtOnce(reference, key, dataBytes, now)
    else {
      if (c[HELD]! === 0 && c[IN_BUFFER]! < this.settings.bufferRecords) this.admit(reference, key)
      else this.overflow(reference, key)
      this.pump(now)
    }
  }

  /** Nobody waits before it, and a call takes one record and no time: the buffer need not be touched unless it is refused. */
  private goesAtOnce(): boolean {
    const { callLatencyMicros, batchRecords, bufferRecords } = this.settings
    const c = this.counters
    return (
      callLatencyMicros === 0 &&
      batchRecords === 1 &&
      this.waiting.length === 0 &&
      this.ready.length === 0 &&
      c[HELD] === 0 &&
      c[IN_BUFFER]! < bufferRecords
    )
  }

  private putAtOnce(reference: number, key: number, dataBytes: number, now: Micros): void {
    const c = this.counters
    const { store } = this
    const bytes = store.sizeOf(key, dataBytes)
    c[ATTEMPTS]! += 1
    c[CALLS]! += 1
    const answer = store.accept(reference, key, bytes, now)
    if (answer === TAKEN) this.stored(key, bytes, now)
    else {
      this.enter(key)
      this.refused(answer, reference, key, 1, now)
    }
    store.callEnded(now)
  }

  /** A setting was turned. */
  turned(now: Micros): void {
    const c = this.counters
    if (this.settings.whenFull !== BLOCK && c[HELD]! > 0) {
      c[DROPPED]! += c[HELD]!
      c[HELD] = 0
    }
    this.pump(now)
  }

  onFlush(now: Micros): void {
    this.pump(now)
  }

  onCallsEnded(now: Micros): void {
    while (this.callEnds.firstAt() <= now) {
      const call = this.callEnds.first()
      this.callEnds.cancel(call)
      this.decide(call, now)
    }
    this.world.events.schedule(this.timers.calls, this.callEnds.firstAt())
    this.pump(now)
  }

  onRetries(now: Micros): void {
    while (this.retries.firstAt() <= now) {
      const slot = this.retries.first()
      this.retries.cancel(slot)
      this.ready.push(slot)
    }
    this.world.events.schedule(this.timers.retries, this.retries.firstAt())
    this.pump(now)
  }

  private admit(reference: number, key: number): void {
    this.enter(key)
    this.waiting.push(reference)
  }

  private enter(key: number): void {
    this.counters[IN_BUFFER]! += 1
    this.waitingPaint[this.world.keys.paint[key]!]! += 1
  }

  private leave(key: number): void {
    this.counters[IN_BUFFER]! -= 1
    this.waitingPaint[this.world.keys.paint[key]!]! -= 1
  }

  /** The buffer is full. Block: the record waits at the source, with its arrival time kept. */
  private overflow(reference: number, key: number): void {
    const c = this.counters
    if (this.settings.whenFull === BLOCK) {
      if (c[HELD] === 0) c[HELD_FROM] = this.world.records.countOf(this.producer) - 1
      c[HELD]! += 1
      return
    }
    c[DROPPED]! += 1
    if (this.settings.whenFull === DROP_NEWEST || this.waiting.length === 0) return
    this.leave(this.world.records.keyOf(this.waiting.shift()))
    this.admit(reference, key)
  }

  private admitHeld(): void {
    const c = this.counters
    const { records } = this.world
    while (c[HELD]! > 0 && c[IN_BUFFER]! < this.settings.bufferRecords) {
      const reference = records.reference(this.producer, c[HELD_FROM]!)
      c[HELD]! -= 1
      c[HELD_FROM]! += 1
      this.admit(reference, records.keyOf(reference))
    }
  }

  /** Sends whatever may be sent now: full batches, or what has lingered long enough. */
  private pump(now: Micros): void {
    const c = this.counters
    for (;;) {
      if (c[HELD]! > 0) this.admitHeld()
      const due = this.ready.length + this.waiting.length
      if (due === 0) {
        if (c[LINGER_FROM] !== NEVER) this.rest()
        return
      }
      if (!this.calls.hasFree) return
      const batch = this.batchSize()
      if (batch === 1 && this.settings.callLatencyMicros === 0) {
        this.sendAtOnce(now)
        continue
      }
      if (due < batch) {
        if (c[LINGER_FROM] === NEVER) c[LINGER_FROM] = now
        const until = c[LINGER_FROM]! + this.settings.lingerMicros
        if (now < until) {
          this.world.events.schedule(this.timers.flush, until)
          return
        }
      }
      this.send(batch, now)
    }
  }

  private rest(): void {
    this.counters[LINGER_FROM] = NEVER
    this.world.events.cancel(this.timers.flush)
  }

  private batchSize(): number {
    return min(min(this.settings.batchRecords, this.store.recordsPerCallLimit), BATCH_CAPACITY)
  }

  /** One call: records that come back for another attempt go first, then the oldest waiting ones. */
  private send(batch: number, now: Micros): void {
    const { records } = this.world
    const call = this.calls.take()
    const bytesLimit = this.store.bytesPerCallLimit
    let bytes = 0
    let count = 0
    while (count < batch && this.ready.length + this.waiting.length > 0) {
      const isRetry = this.ready.length > 0
      const slot = isRetry ? this.ready.at(0) : 0
      const reference = isRetry ? this.retrySlots.values[slot * RETRY_FIELDS]! : this.waiting.at(0)
      if (batch > 1) {
        bytes += this.store.sizeOf(records.keyOf(reference), records.bytesOf(reference))
        if (bytes > bytesLimit && count > 0) break
      }
      const attempts = isRetry ? this.retrySlots.values[slot * RETRY_FIELDS + 1]! : 0
      if (isRetry) {
        this.ready.shift()
        this.retrySlots.release(slot)
      } else this.waiting.shift()
      this.calls.add(call, reference, attempts + 1)
      count++
    }
    this.counters[ATTEMPTS]! += count
    this.counters[CALLS]! += 1
    if (this.counters[LINGER_FROM] !== NEVER) this.rest()
    const mean = this.settings.callLatencyMicros
    if (mean === 0) {
      this.decide(call, now)
      return
    }
    const latency = round(
      mean * sampleUnitMean(this.world.random, this.streams.latency, this.plan.callLatencySpread, LATENCY_SHAPE),
    )
    this.callEnds.schedule(call, now + latency)
    this.world.events.schedule(this.timers.calls, this.callEnds.firstAt())
  }

  /** One record in a call that takes no time: judged at once, without a slot for the call. */
  private sendAtOnce(now: Micros): void {
    const c = this.counters
    let attempts = 1
    let reference: number
    if (this.ready.length > 0) {
      const slot = this.ready.shift()
      reference = this.retrySlots.values[slot * RETRY_FIELDS]!
      attempts = this.retrySlots.values[slot * RETRY_FIELDS + 1]! + 1
      this.retrySlots.release(slot)
    } else reference = this.waiting.shift()
    c[ATTEMPTS]! += 1
    c[CALLS]! += 1
    if (c[LINGER_FROM] !== NEVER) this.rest()
    const { records } = this.world
    this.judge(reference, records.keyOf(reference), records.bytesOf(reference), attempts, now)
    this.store.callEnded(now)
  }

  /** A call has reached the service. */
  private decide(call: number, now: Micros): void {
    const { calls } = this
    const first = calls.first(call)
    const end = first + calls.counts[call]!
    const { records } = this.world
    for (let i = first; i < end; i++) {
      const reference = calls.references[i]!
      this.judge(reference, records.keyOf(reference), records.bytesOf(reference), calls.attempts[i]!, now)
    }
    calls.release(call)
    this.store.callEnded(now)
  }

  /** The service judges each record of a call on its own (KIN1.07); the answer is known at once. */
  private judge(reference: number, key: number, dataBytes: number, attempts: number, now: Micros): void {
    const bytes = this.store.sizeOf(key, dataBytes)
    const answer = this.store.accept(reference, key, bytes, now)
    if (answer === TAKEN) {
      this.leave(key)
      this.stored(key, bytes, now)
    } else this.refused(answer, reference, key, attempts, now)
  }

  private stored(key: number, bytes: number, now: Micros): void {
    this.counters[STORED]! += 1
    this.counters[STORED_BYTES]! += bytes
    this.storedDots.count(now, this.store.rowOf(key), this.world.keys.paint[key]!)
  }

  /** A record of the buffer was refused: it will be tried again, or is given up. */
  private refused(answer: Answer, reference: number, key: number, attempts: number, now: Micros): void {
    const { attemptsMax } = this.settings
    this.counters[REFUSED]! += 1
    this.refusedBy[answer]! += 1
    this.refusedDots.count(now, this.store.rowOf(key), this.world.keys.paint[key]!)
    if (answer === TOO_LARGE || (attemptsMax > 0 && attempts >= attemptsMax)) {
      this.counters[GIVEN_UP]! += 1
      this.leave(key)
    } else this.retryLater(reference, attempts, now)
  }

  private retryLater(reference: number, attempts: number, now: Micros): void {
    const { random, events } = this.world
    const { backoffBaseMicros, backoffMaxMicros, jitter } = this.settings
    const unit = jitter === 0 ? 1 : random.unit(this.streams.jitter)
    const slot = this.retrySlots.take()
    this.retrySlots.values[slot * RETRY_FIELDS] = reference
    this.retrySlots.values[slot * RETRY_FIELDS + 1] = attempts
    // At least a microsecond: without back-off a refused record would be tried for ever at one moment.
    const delay = round(backoffMicros(attempts, backoffBaseMicros, backoffMaxMicros, jitter, unit))
    this.retries.schedule(slot, now + (delay < 1 ? 1 : delay))
    events.schedule(this.timers.retries, this.retries.firstAt())
  }

  get newTotal(): number {
    return this.counters[NEW]!
  }
  get storedTotal(): number {
    return this.counters[STORED]!
  }
  get storedBytesTotal(): number {
    return this.counters[STORED_BYTES]!
  }
  get notYetStored(): number {
    return this.counters[IN_BUFFER]!
  }
  get held(): number {
    return this.counters[HELD]!
  }
  get droppedTotal(): number {
    return this.counters[DROPPED]!
  }
  get givenUpTotal(): number {
    return this.counters[GIVEN_UP]!
  }
  get attemptsTotal(): number {
    return this.counters[ATTEMPTS]!
  }
  get refusedTotal(): number {
    return this.counters[REFUSED]!
  }
  get callsTotal(): number {
    return this.counters[CALLS]!
  }
  get callsUnderWay(): number {
    return this.callEnds.length
  }
}

const BLOCK = 0
const DROP_NEWEST = 2
const LATENCY_SHAPE = 4

const NEW = 0
const STORED = 1
const STORED_BYTES = 2
const IN_BUFFER = 3
const HELD = 4
/** Index, in the producer's records, of the first one held. */
const HELD_FROM = 5
const DROPPED = 6
const GIVEN_UP = 7
const ATTEMPTS = 8
const REFUSED = 9
const CALLS = 10
/** Since when a batch that is not full is waiting. */
const LINGER_FROM = 11
const COUNTERS = 12
