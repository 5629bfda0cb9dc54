import { min, round } from '../kernel/detMath.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { World } from '../world.ts'
import { callRefusal } from './callRefusal.ts'
import { CallSlots } from './callSlots.ts'
import { ATTEMPTS, CALLS, HELD, IN_BUFFER, LINGER_FROM, NEVER, NEW } from './linkCounts.ts'
import type { LinkParts } from './linkParts.ts'
import { ProducerLink } from './producerLink.ts'
import { backoffMicros } from './retry.ts'
import { RetryQueue } from './retryQueue.ts'
import { type Answer, STORED as TAKEN, TOO_LARGE } from './store.ts'

/**
 * One link of a producer: send buffer, batching, calls under way, retries with back-off. The producer's records are
 * mirrored to each of its links; nothing that happens here changes what arrives.
 */
export class Link extends ProducerLink {
  /** Whether the store has a limit of calls: most have none. */
  private readonly countsCalls: boolean
  private readonly retries: RetryQueue
  private readonly calls: CallSlots
  private readonly callEnds = new EventList()

  constructor(world: World, parts: LinkParts) {
    super(world, parts)
    const { plan, store } = parts
    this.countsCalls = store.admitsCall !== undefined
    this.calls = new CallSlots(plan.callsAtOnce, plan.callRecordsMax)
    this.retries = new RetryQueue(world.state)
    for (const part of [this.calls, this.callEnds]) world.state.part(part)
  }

  override offer(reference: number, key: number, dataBytes: number, now: Micros): void {
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

  override turned(now: Micros): void {
    this.letGo(now)
    this.pump(now)
  }

  override onFlush(now: Micros): void {
    this.pump(now)
  }

  override onCallsEnded(now: Micros): void {
    while (this.callEnds.firstAt() <= now) this.decide(this.callEnds.shift(), now)
    this.world.events.schedule(this.timers.calls, this.callEnds.firstAt())
    this.pump(now)
  }

  override onRetries(now: Micros): void {
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
    return this.countsCalls || this.settings.callFailureShare > 0 || this.world.watch !== null
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

  /** A record of the buffer was refused: it will be tried again, or is given up. */
  private refused(answer: Answer, reference: number, key: number, attempts: number, now: Micros): void {
    const { attemptsMax } = this.settings
    this.countRefused(answer, reference, key, now)
    if (answer === TOO_LARGE || (attemptsMax > 0 && attempts >= attemptsMax)) this.giveUp(reference, key, attempts, now)
    else this.retryLater(reference, attempts, now)
  }

  private retryLater(reference: number, attempts: number, now: Micros): void {
    const { random, events } = this.world
    const unit = this.settings.jitter === 0 ? 1 : random.unit(this.streams.jitter)
    this.retries.add(reference, attempts, now + backoffMicros(attempts, this.settings, unit))
    events.schedule(this.timers.retries, this.retries.nextAt)
  }

  override get callsUnderWay(): number {
    return this.callEnds.length
  }
}
