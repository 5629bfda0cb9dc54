import { min, round } from '../kernel/detMath.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { LifeStep } from '../life/watch.ts'
import { Sampler } from '../metrics/trace.ts'
import type { ProducerPlan, TurnableProducer } from '../plan.ts'
import type { World } from '../world.ts'
import { callRefusal } from './callRefusal.ts'
import { CallSlots } from './callSlots.ts'
import {
  ATTEMPTS,
  CALLS,
  GIVEN_UP,
  HELD,
  IN_BUFFER,
  LINGER_FROM,
  NEVER,
  NEW,
  REFUSED,
  STORED,
  STORED_BYTES,
} from './linkCounts.ts'
import type { LinkResources, LinkStreams, LinkTimers } from './linkResources.ts'
import type { Reach } from './reach.ts'
import { backoffMicros } from './retry.ts'
import { RetryQueue } from './retryQueue.ts'
import { SendBuffer } from './sendBuffer.ts'
import { type Answer, factOf, type Store, STORED as TAKEN, TOO_LARGE } from './store.ts'

/**
 * One link of a producer: send buffer, batching, calls under way, retries with back-off. The producer's records are
 * mirrored to each of its links; nothing that happens here changes what arrives.
 */
export class Link extends SendBuffer {
  private readonly plan: ProducerPlan
  readonly store: Store
  /** Whether the store has a limit of calls: most have none. */
  private readonly countsCalls: boolean
  private readonly timers: LinkTimers
  private readonly streams: LinkStreams
  private readonly storedDots: Sampler
  private readonly refusedDots: Sampler

  private readonly retries: RetryQueue
  private readonly calls: CallSlots
  private readonly callEnds = new EventList()

  constructor(
    world: World,
    plan: ProducerPlan,
    settings: Readonly<TurnableProducer>,
    producer: number,
    store: Store,
    { timers, streams, tracks }: LinkResources,
    isWanted: Uint8Array | null,
    reach: Reach | null,
  ) {
    super(world, settings, producer, isWanted, reach)
    this.plan = plan
    this.store = store
    this.countsCalls = store.admitsCall !== undefined
    this.timers = timers
    this.streams = streams
    const { state, trace } = world
    this.storedDots = new Sampler(state, trace, tracks.stored, tracks.rows, tracks.recordsPerDot)
    this.refusedDots = new Sampler(state, trace, tracks.refused, tracks.rows, tracks.recordsPerDot)
    this.retries = new RetryQueue(state)
    this.calls = state.part(new CallSlots(plan.callsAtOnce, plan.callRecordsMax))
    state.part(this.callEnds)
  }

  /** A new record of the producer; `dataBytes` without its key. */
  offer(reference: number, key: number, dataBytes: number, now: Micros): void {
    if (!this.wants(key)) return
    this.counters[NEW]! += 1
    if (this.goesAtOnce()) this.putAtOnce(reference, key, dataBytes, now)
    else {
      this.arrive(reference, key, now)
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
      this.retries.readyCount === 0 &&
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
    const refusal = this.judgesCalls ? this.refusalOf([reference], now) : TAKEN
    const answer = refusal === TAKEN ? store.accept(reference, key, bytes, now) : refusal
    if (answer === TAKEN) this.stored(reference, key, bytes, 1, now)
    else {
      this.enter(key)
      this.refused(answer, reference, key, 1, now)
    }
    store.callEnded(now)
  }

  turned(now: Micros): void {
    this.letGo(now)
    this.pump(now)
  }

  onFlush(now: Micros): void {
    this.pump(now)
  }

  onCallsEnded(now: Micros): void {
    while (this.callEnds.firstAt() <= now) this.decide(this.callEnds.shift(), now)
    this.world.events.schedule(this.timers.calls, this.callEnds.firstAt())
    this.pump(now)
  }

  onRetries(now: Micros): void {
    this.retries.ripen(now)
    this.world.events.schedule(this.timers.retries, this.retries.nextAt)
    this.pump(now)
  }

  /** Sends whatever may be sent now: full batches, or what has lingered long enough. */
  private pump(now: Micros): void {
    const c = this.counters
    for (;;) {
      if (c[HELD]! > 0) this.admitHeld()
      const due = this.retries.readyCount + this.waiting.length
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
      // What comes back for another attempt has waited its back-off already and does not linger again.
      if (due < batch && this.retries.readyCount === 0) {
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
    return min(min(this.settings.batchRecords, this.store.recordsPerCallLimit), this.plan.callRecordsMax)
  }

  /** One call: records that come back for another attempt go first, then the oldest waiting ones. */
  private send(batch: number, now: Micros): void {
    const { records } = this.world
    const call = this.calls.take()
    const bytesLimit = this.store.bytesPerCallLimit
    let bytes = 0
    let count = 0
    while (count < batch && this.retries.readyCount + this.waiting.length > 0) {
      const isRetry = this.retries.readyCount > 0
      const reference = isRetry ? this.retries.reference : this.waiting.at(0)
      if (batch > 1) {
        bytes += this.store.sizeOf(records.keyOf(reference), records.bytesOf(reference))
        if (bytes > bytesLimit && count > 0) break
      }
      const attempts = isRetry ? this.retries.attempts : 0
      if (isRetry) this.retries.shift()
      else this.waiting.shift()
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
      mean * sampleUnitMean(this.world.random, this.streams.latency, this.plan.callLatencySpread, ERLANG_SHAPE),
    )
    this.callEnds.schedule(call, now + latency)
    this.world.events.schedule(this.timers.calls, this.callEnds.firstAt())
  }

  /** One record in a call that takes no time: judged at once, without a slot for the call. */
  private sendAtOnce(now: Micros): void {
    const c = this.counters
    let attempts = 1
    let reference: number
    if (this.retries.readyCount > 0) {
      reference = this.retries.reference
      attempts = this.retries.attempts + 1
      this.retries.shift()
    } else reference = this.waiting.shift()
    c[ATTEMPTS]! += 1
    c[CALLS]! += 1
    if (c[LINGER_FROM] !== NEVER) this.rest()
    this.judge(reference, attempts, this.judgesCalls ? this.refusalOf([reference], now) : TAKEN, now)
    this.store.callEnded(now)
  }

  private decide(call: number, now: Micros): void {
    const { calls } = this
    const first = calls.first(call)
    const end = first + calls.counts[call]!
    const refusal = this.judgesCalls ? this.refusalOf(calls.references.subarray(first, end), now) : TAKEN
    for (let i = first; i < end; i++) this.judge(calls.references[i]!, calls.attempts[i]!, refusal, now)
    calls.release(call)
    this.store.callEnded(now)
  }

  /** What is decided about a call as a whole: mostly nothing, and then nobody lists its records. */
  private refusalOf(references: ArrayLike<number>, now: Micros): Answer {
    return callRefusal(this.world, this.store, this.settings.callFailureShare, this.streams.failure, references, now)
  }

  private get judgesCalls(): boolean {
    return this.countsCalls || this.settings.callFailureShare > 0
  }

  /** The service judges each record of a call on its own (KIN1.07), unless it refused the call; the answer is known at once. */
  private judge(reference: number, attempts: number, refusal: Answer, now: Micros): void {
    const { records } = this.world
    const key = records.keyOf(reference)
    const bytes = this.store.sizeOf(key, records.bytesOf(reference))
    const answer = refusal === TAKEN ? this.store.accept(reference, key, bytes, now) : refusal
    if (answer === TAKEN) {
      this.leave(key)
      this.stored(reference, key, bytes, attempts, now)
    } else this.refused(answer, reference, key, attempts, now)
  }

  private stored(reference: number, key: number, bytes: number, attempts: number, now: Micros): void {
    if (this.world.watch !== null) this.note('stored', reference, key, attempts, now)
    this.reach?.stored(reference)
    this.counters[STORED]! += 1
    this.counters[STORED_BYTES]! += bytes
    this.storedDots.count(now, this.store.rowOf(key), this.keys.paint[key]!)
  }

  /** A record of the buffer was refused: it will be tried again, or is given up. */
  private refused(answer: Answer, reference: number, key: number, attempts: number, now: Micros): void {
    const { attemptsMax } = this.settings
    if (this.world.watch !== null) this.note('refused', reference, key, answer, now)
    this.counters[REFUSED]! += 1
    this.refusedBy[answer]! += 1
    this.refusedDots.count(now, this.store.rowOf(key), this.keys.paint[key]!)
    if (answer === TOO_LARGE || (attemptsMax > 0 && attempts >= attemptsMax)) {
      if (this.world.watch !== null) this.note('givenUp', reference, key, attempts, now)
      this.reach?.lost(reference)
      this.counters[GIVEN_UP]! += 1
      this.leave(key)
    } else this.retryLater(reference, attempts, now)
  }

  private retryLater(reference: number, attempts: number, now: Micros): void {
    const { random, events } = this.world
    const unit = this.settings.jitter === 0 ? 1 : random.unit(this.streams.jitter)
    this.retries.add(reference, attempts, now + backoffMicros(attempts, this.settings, unit))
    events.schedule(this.timers.retries, this.retries.nextAt)
  }

  /** Only while somebody looks on: asked by the caller, so that what is seldom called is not compiled into what runs for every record. */
  protected note(step: LifeStep, reference: number, key: number, detail: number, now: Micros): void {
    this.world.watch!.note(step, reference, this.store.plan.id, this.store.rowOf(key), detail, now)
  }

  /** Refused attempts by the fact behind the answer; a fact may stand here twice. */
  get refusals(): [factId: string, count: number][] {
    return Array.from(this.refusedBy, (count, answer): [string, number] => [factOf(this.store, answer), count]).slice(1)
  }

  get callsUnderWay(): number {
    return this.callEnds.length
  }
}
