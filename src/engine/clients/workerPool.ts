import { min, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { BUCKET_COUNT, bucketOf } from '../kernel/histogram.ts'
import { MICROS_PER_MILLISECOND, type Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { LifeStep } from '../life/watch.ts'
import type { Trace } from '../metrics/trace.ts'
import type { PoolPlan, TurnablePool } from '../plan.ts'
import { type QueueModel, SHORT_POLL } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { AGAIN, DELIVERIES, FAILED, HASH, LATENCY_SUM, LOST, POOL_COUNTERS, PROCESSED, SHOWN } from './poolCounters.ts'
import { Settings } from './settings.ts'
import { WorkerState } from './workerState.ts'

/** Shortest pause between two short polls: a worker that asks without pause would never let time pass. */
const SHORTEST_PAUSE_MICROS = MICROS_PER_MILLISECOND

export type PoolResources = { firstTimer: number; track: number; serviceStreams: number[]; failureStreams: number[] }

/** Workers that compete for the messages of one queue: receive, work each message in turn, delete, receive again. */
export class WorkerPool {
  readonly plan: PoolPlan
  readonly settings: TurnablePool
  readonly queue: QueueModel
  readonly histogram: Uint32Array
  private readonly world: World
  private readonly resources: PoolResources
  private readonly trace: Trace
  /** Of each worker: see the field numbers below. */
  private readonly w: Float64Array
  /** Receipt handles in hand. */
  private readonly hand: Float64Array
  private readonly received: Int32Array
  readonly c: Float64Array

  constructor(world: World, plan: PoolPlan, queue: QueueModel, resources: PoolResources) {
    this.world = world
    this.plan = plan
    this.queue = queue
    this.resources = resources
    this.trace = world.trace
    const { state } = world
    this.settings = state.part(new Settings(plan.turnable)).values
    this.histogram = state.adopt(new Uint32Array(BUCKET_COUNT))
    this.w = state.column(plan.workers * WORKER_FIELDS)
    this.hand = state.column(plan.workers * plan.messagesInHand * HANDLE_FIELDS)
    this.received = new Int32Array(plan.messagesInHand)
    this.c = state.column(POOL_COUNTERS)
    for (let worker = 0; worker < plan.workers; worker++) {
      this.setOf(worker, STATE, WorkerState.calling)
      world.events.schedule(resources.firstTimer + worker, 0)
    }
  }

  onTimer(worker: number, now: Micros): void {
    switch (this.of(worker, STATE)) {
      case WorkerState.working:
        if (this.of(worker, DELETING) === 1) this.deleted(worker, now)
        else this.worked(worker, now)
        return
      case WorkerState.waiting:
        // The long poll ran out without a message (SQS.12).
        this.queue.longPolls.stop(this.plan.firstWorker + worker)
        this.queue.countEmpty()
        this.ask(worker, now)
        return
      case WorkerState.calling:
        this.ask(worker, now)
        return
    }
  }

  /** A message came while this worker's long poll waited. Returns whether it took any. */
  serve(worker: number, now: Micros): boolean {
    return this.take(worker, now)
  }

  set(field: keyof TurnablePool, value: number): void {
    this.settings[field] = value
  }

  /** What the worker held stays hidden until its timeout; with delete-before-work it is lost. */
  crash(worker: number): void {
    if (worker >= this.plan.workers || this.of(worker, STATE) === WorkerState.dead) return
    if (this.of(worker, STATE) === WorkerState.waiting) this.queue.longPolls.stop(this.plan.firstWorker + worker)
    this.world.events.cancel(this.resources.firstTimer + worker)
    if (this.of(worker, GONE) === 1) this.c[LOST]! += this.of(worker, COUNT) - this.of(worker, NEXT)
    this.setOf(worker, STATE, WorkerState.dead)
    this.setOf(worker, COUNT, 0)
    this.setOf(worker, NEXT, 0)
  }

  start(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || this.of(worker, STATE) !== WorkerState.dead) return
    this.ask(worker, now)
  }

  get deliveriesTotal(): number {
    return this.c[DELIVERIES]!
  }
  get processedTotal(): number {
    return this.c[PROCESSED]!
  }
  get processedAgainTotal(): number {
    return this.c[AGAIN]!
  }
  get failedTotal(): number {
    return this.c[FAILED]!
  }
  get lostTotal(): number {
    return this.c[LOST]!
  }
  get messagesInHandTotal(): number {
    let sum = 0
    for (let worker = 0; worker < this.plan.workers; worker++) sum += this.messagesInHand(worker)
    return sum
  }

  stateOf(worker: number): number {
    return this.of(worker, STATE)
  }

  messagesInHand(worker: number): number {
    return this.of(worker, COUNT) - this.of(worker, NEXT)
  }

  processedBy(worker: number): number {
    return this.of(worker, DONE)
  }

  /** Number of the message that the worker is at, 0 when none. */
  messageInHand(worker: number): number {
    if (this.messagesInHand(worker) === 0) return 0
    return this.hand[this.handleAt(worker, this.of(worker, NEXT)) + MESSAGE]!
  }

  /** Whether the worker holds this slot as its present receive. */
  holds(worker: number, slot: number, receives: number): boolean {
    for (let i = this.of(worker, NEXT); i < this.of(worker, COUNT); i++) {
      const place = this.handleAt(worker, i)
      if (this.hand[place] === slot && this.hand[place + RECEIVE] === receives) return true
    }
    return false
  }

  private ask(worker: number, now: Micros): void {
    if (this.take(worker, now)) return
    const { waitMicros, callLatencyMicros, idleMicros } = this.settings
    const timer = this.resources.firstTimer + worker
    if (waitMicros > 0) {
      this.setOf(worker, STATE, WorkerState.waiting)
      this.queue.longPolls.wait(this.plan.firstWorker + worker)
      this.world.events.schedule(timer, now + waitMicros)
      return
    }
    this.queue.countEmpty()
    this.setOf(worker, STATE, WorkerState.calling)
    const pause = callLatencyMicros + idleMicros
    this.world.events.schedule(timer, now + (pause > SHORTEST_PAUSE_MICROS ? pause : SHORTEST_PAUSE_MICROS))
  }

  private take(worker: number, now: Micros): boolean {
    const { queue, received } = this
    const { messagesPerCall, waitMicros } = this.settings
    const most = min(messagesPerCall, this.plan.messagesInHand)
    const count = queue.receive(most, received, now, waitMicros > 0 ? undefined : SHORT_POLL)
    if (count === 0) return false
    for (let i = 0; i < count; i++) {
      const place = this.handleAt(worker, i)
      const slot = received[i]!
      this.hand[place] = slot
      this.hand[place + MESSAGE] = queue.messageOf(slot)
      this.hand[place + RECEIVE] = queue.receivesOf(slot)
      this.showDot(queue.paintOf(slot), now)
      this.note('received', worker, this.hand[place + MESSAGE]!, 0, now)
    }
    this.c[DELIVERIES]! += count
    this.setOf(worker, STATE, WorkerState.working)
    this.setOf(worker, COUNT, count)
    this.setOf(worker, NEXT, 0)
    const deletesFirst = this.settings.deleteWhen === AT_ONCE
    this.setOf(worker, GONE, deletesFirst ? 1 : 0)
    const { callLatencyMicros } = this.settings
    let startsAt = now + callLatencyMicros
    if (deletesFirst) {
      for (let i = 0; i < count; i++) this.deleteAt(worker, i, now)
      startsAt += callLatencyMicros
    }
    this.workUntil(worker, startsAt)
    return true
  }

  private workUntil(worker: number, startsAt: Micros): void {
    const { serviceMicros, serviceSpread } = this.settings
    const draw = sampleUnitMean(this.world.random, this.resources.serviceStreams[worker]!, serviceSpread, ERLANG_SHAPE)
    this.setOf(worker, DELETING, 0)
    this.world.events.schedule(this.resources.firstTimer + worker, startsAt + round(serviceMicros * draw))
  }

  private worked(worker: number, now: Micros): void {
    const place = this.handleAt(worker, this.of(worker, NEXT))
    const slot = this.hand[place]!
    const message = this.hand[place + MESSAGE]!
    const { failureShare, callLatencyMicros } = this.settings
    const failed = failureShare > 0 && this.world.random.unit(this.resources.failureStreams[worker]!) < failureShare
    if (failed) {
      this.c[FAILED]! += 1
      this.note('failed', worker, message, 0, now)
      if (this.of(worker, GONE) === 1) this.c[LOST]! += 1
      this.next(worker, now)
      return
    }
    const reference = this.queue.recordOf(message)
    this.note('worked', worker, message, 0, now)
    const latency = now - this.world.records.createdAt(reference)
    this.histogram[bucketOf(latency)]! += 1
    this.c[LATENCY_SUM]! += latency
    this.c[PROCESSED]! += 1
    this.c[HASH] = mix(mix(this.c[HASH]!, now | 0), reference)
    this.setOf(worker, DONE, this.of(worker, DONE) + 1)
    if (this.of(worker, GONE) === 0 && this.queue.markProcessed(slot, message)) this.c[AGAIN]! += 1
    if (this.of(worker, GONE) === 1) {
      this.next(worker, now)
      return
    }
    if (callLatencyMicros === 0) {
      this.deleted(worker, now)
      return
    }
    this.setOf(worker, DELETING, 1)
    this.world.events.schedule(this.resources.firstTimer + worker, now + callLatencyMicros)
  }

  private deleted(worker: number, now: Micros): void {
    this.deleteAt(worker, this.of(worker, NEXT), now)
    this.next(worker, now)
  }

  private deleteAt(worker: number, i: number, now: Micros): void {
    const place = this.handleAt(worker, i)
    this.queue.delete(this.hand[place]!, this.hand[place + MESSAGE]!, this.hand[place + RECEIVE]!, now)
  }

  private next(worker: number, now: Micros): void {
    const next = this.of(worker, NEXT) + 1
    this.setOf(worker, NEXT, next)
    if (next < this.of(worker, COUNT)) {
      this.workUntil(worker, now)
      return
    }
    this.setOf(worker, COUNT, 0)
    this.setOf(worker, NEXT, 0)
    this.setOf(worker, DELETING, 0)
    this.ask(worker, now)
  }

  private showDot(paint: number, now: Micros): void {
    const shown = this.c[SHOWN]! + 1
    this.c[SHOWN] = shown
    if (shown % this.queue.plan.recordsPerDot === 0) this.trace.add(now, this.resources.track, paint)
  }

  private note(step: LifeStep, worker: number, message: number, detail: number, now: Micros): void {
    const { watch } = this.world
    if (watch !== null) watch.note(step, this.queue.recordOf(message), this.plan.id, worker, detail, now)
  }

  /** Where the i-th handle in the worker's hand begins. */
  private handleAt(worker: number, i: number): number {
    return (worker * this.plan.messagesInHand + i) * HANDLE_FIELDS
  }

  private of(worker: number, field: number): number {
    return this.w[worker * WORKER_FIELDS + field]!
  }

  private setOf(worker: number, field: number, value: number): void {
    this.w[worker * WORKER_FIELDS + field] = value
  }
}

const AT_ONCE = 1

/** A receipt handle in hand: the message's slot, its number, and which of its receives this is. */
const MESSAGE = 1
const RECEIVE = MESSAGE + 1
const HANDLE_FIELDS = RECEIVE + 1

const STATE = 0
const COUNT = STATE + 1
/** Which message in hand is being worked. */
const NEXT = COUNT + 1
/** 1 while the delete call after the work is under way. */
const DELETING = NEXT + 1
/** 1 when the messages in hand were deleted on receipt. */
const GONE = DELETING + 1
const DONE = GONE + 1
const WORKER_FIELDS = DONE + 1
