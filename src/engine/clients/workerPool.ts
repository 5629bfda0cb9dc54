import { min, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { bucketOf } from '../kernel/histogram.ts'
import { MICROS_PER_MILLISECOND, type Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { PoolPlan, TurnablePool } from '../plan.ts'
import { type QueueModel, SHORT_POLL } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { AGAIN, DELIVERIES, FAILED, HASH, LATENCY_SUM, LOST, PROCESSED } from './poolCounters.ts'
import { COUNT, DELETING, DONE, GONE, NEXT, type PoolResources, PoolState, STATE } from './poolState.ts'
import { WorkerState } from './workerState.ts'

/** Shortest pause between two short polls: a worker that asks without pause would never let time pass. */
const SHORTEST_PAUSE_MICROS = MICROS_PER_MILLISECOND

/** Workers that compete for the messages of one queue: receive, work each message in turn, delete, receive again. */
export class WorkerPool extends PoolState {
  private readonly received: Int32Array

  constructor(world: World, plan: PoolPlan, queue: QueueModel, resources: PoolResources) {
    super(world, plan, queue, resources)
    this.received = new Int32Array(plan.messagesInHand)
    for (let worker = 0; worker < plan.workers; worker++) {
      this.setOf(worker, STATE, WorkerState.calling)
      world.events.schedule(resources.firstTimer + worker, 0)
    }
  }

  onTimer(worker: number, now: Micros): void {
    switch (this.of(worker, STATE)) {
      case WorkerState.working:
        if (this.of(worker, DELETING) === ONE) this.deleted(worker, now)
        else if (this.of(worker, DELETING) === ALL) this.deleteAll(worker, 0, now)
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

  private ask(worker: number, now: Micros): void {
    const { queue } = this
    // FIFO.02: a refused call is made again after the same pause as one that found nothing.
    const isThrottled = queue.isFifo && !queue.admits('receive', NO_GROUPS, now)
    if (!isThrottled && this.take(worker, now)) return
    const { waitMicros } = this.settings
    const timer = this.resources.firstTimer + worker
    if (waitMicros > 0 && !isThrottled) {
      this.setOf(worker, STATE, WorkerState.waiting)
      queue.longPolls.wait(this.plan.firstWorker + worker)
      this.world.events.schedule(timer, now + waitMicros)
      return
    }
    if (!isThrottled) queue.countEmpty()
    this.setOf(worker, STATE, WorkerState.calling)
    this.world.events.schedule(timer, now + this.pauseMicros)
  }

  private get pauseMicros(): Micros {
    const pause = this.settings.callLatencyMicros + this.settings.idleMicros
    return pause > SHORTEST_PAUSE_MICROS ? pause : SHORTEST_PAUSE_MICROS
  }

  private take(worker: number, now: Micros): boolean {
    const { queue, received } = this
    const { messagesPerCall, waitMicros } = this.settings
    const most = min(messagesPerCall, this.plan.messagesInHand)
    const count = queue.receive(most, received, now, waitMicros > 0 ? undefined : SHORT_POLL)
    if (count === 0) return false
    for (let i = 0; i < count; i++) {
      const slot = received[i]!
      const message = queue.messageOf(slot)
      this.hands.put(worker, i, slot, message, queue.receivesOf(slot))
      this.showDot(queue.paintOf(slot), now)
      this.note('received', worker, message, 0, now)
    }
    this.c[DELIVERIES]! += count
    this.setOf(worker, STATE, WorkerState.working)
    this.setOf(worker, COUNT, count)
    this.setOf(worker, NEXT, 0)
    this.setOf(worker, GONE, 0)
    const { callLatencyMicros, deleteWhen } = this.settings
    if (deleteWhen === AT_ONCE) this.deleteAll(worker, callLatencyMicros, now)
    else this.workUntil(worker, now + callLatencyMicros)
    return true
  }

  /** Deletes before the work; `sinceMicros`: what the receive before it took. */
  private deleteAll(worker: number, sinceMicros: Micros, now: Micros): void {
    const count = this.of(worker, COUNT)
    if (!this.mayDelete(worker, 0, count, ALL, now)) return
    this.setOf(worker, GONE, 1)
    for (let i = 0; i < count; i++) this.deleteAt(worker, i, now)
    this.workUntil(worker, now + sinceMicros + this.settings.callLatencyMicros)
  }

  /** FIFO.02: whether one call may delete these messages; if not, it is made again. */
  private mayDelete(worker: number, from: number, to: number, what: number, now: Micros): boolean {
    if (!this.queue.isFifo) return true
    const groups: number[] = []
    for (let i = from; i < to; i++) groups.push(this.groupOf(this.hands.messageAt(worker, i)))
    if (this.queue.admits('delete', groups, now)) return true
    this.setOf(worker, DELETING, what)
    this.world.events.schedule(this.resources.firstTimer + worker, now + this.pauseMicros)
    return false
  }

  private groupOf(message: number): number {
    return this.world.records.keyOf(this.queue.recordOf(message))
  }

  private workUntil(worker: number, startsAt: Micros): void {
    const { serviceMicros, serviceSpread } = this.settings
    const draw = sampleUnitMean(this.world.random, this.resources.serviceStreams[worker]!, serviceSpread, ERLANG_SHAPE)
    this.setOf(worker, DELETING, 0)
    this.world.events.schedule(this.resources.firstTimer + worker, startsAt + round(serviceMicros * draw))
  }

  private worked(worker: number, now: Micros): void {
    const slot = this.hands.slotAt(worker, this.of(worker, NEXT))
    const message = this.hands.messageAt(worker, this.of(worker, NEXT))
    const { failureShare, callLatencyMicros } = this.settings
    const failed = failureShare > 0 && this.world.random.unit(this.resources.failureStreams[worker]!) < failureShare
    if (failed) {
      this.c[FAILED]! += 1
      this.note('failed', worker, message, 0, now)
      if (this.of(worker, GONE) === 1) this.c[LOST]! += 1
      else if (this.queue.isFifo) this.leaveGroup(worker, message)
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
    this.setOf(worker, DELETING, ONE)
    this.world.events.schedule(this.resources.firstTimer + worker, now + callLatencyMicros)
  }

  /** FIFO.07: whatever is behind a failed message of a FIFO queue in its group is left alone, so that it is not worked before it. */
  private leaveGroup(worker: number, message: number): void {
    const group = this.groupOf(message)
    const isOther = (behind: number) => this.groupOf(behind) !== group
    this.setOf(worker, COUNT, this.hands.keep(worker, this.of(worker, NEXT) + 1, this.of(worker, COUNT), isOther))
  }

  private deleted(worker: number, now: Micros): void {
    const next = this.of(worker, NEXT)
    if (!this.mayDelete(worker, next, next + 1, ONE, now)) return
    this.deleteAt(worker, next, now)
    this.next(worker, now)
  }

  private deleteAt(worker: number, i: number, now: Micros): void {
    const { hands } = this
    this.queue.delete(hands.slotAt(worker, i), hands.messageAt(worker, i), hands.receivesAt(worker, i), now)
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
}

const AT_ONCE = 1

/** What a delete call is about: the message whose work is done, or all before the work. */
const ONE = 1
const ALL = ONE + 1
const NO_GROUPS: readonly number[] = []
