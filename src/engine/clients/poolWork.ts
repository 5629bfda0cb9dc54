import type { Downstream } from '../downstream/downstream.ts'
import { max, min, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { bucketOf } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { LifeStep } from '../life/watch.ts'
import type { PoolPlan } from '../plan.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { HandStep } from './hands.ts'
import { Poison } from './poison.ts'
import { PoolCalls, SHORTEST_PAUSE_MICROS } from './poolCalls.ts'
import { AGAIN, DUPLICATE_EFFECTS, EFFECTS, HASH, LATENCY_SUM, PROCESSED, STAMPS } from './poolCounters.ts'
import {
  BATCH_AT,
  BATCH_STAMP,
  BATCH_STEP,
  BEAT_AT,
  DONE,
  GONE,
  NEXT,
  OPEN,
  PAUSED_AT,
  type PoolResources,
  STATE,
} from './poolState.ts'
import { WorkerState } from './workerState.ts'

/** What a worker does with the messages in hand: work, calls downstream, deletes and heartbeats, one message after another or all at once. */
export abstract class PoolWork extends PoolCalls {
  private readonly poison: Poison
  private readonly downstream: Downstream | null
  private readonly caller: number

  constructor(
    world: World,
    plan: PoolPlan,
    queue: QueueModel,
    resources: PoolResources,
    downstream: Downstream | null,
  ) {
    super(world, plan, queue, resources)
    this.poison = new Poison(world, plan.poisonKey, this.settings)
    this.downstream = downstream
    this.caller =
      downstream?.addCaller({
        onAnswer: (ticket, stamp, isDone, now) => this.onAnswer(ticket, stamp, isDone, now),
      }) ?? -1
    for (let worker = 0; worker < plan.workers; worker++) this.putDown(worker)
  }

  /** The worker is done with all it had in hand, and does not receive before a moment. */
  protected abstract batchOver(worker: number, notBefore: Micros, now: Micros): void

  /** Messages are in hand, received by a call that ends at `answeredAt`. */
  protected takeUp(worker: number, answeredAt: Micros, now: Micros): void {
    this.setOf(worker, STATE, WorkerState.working)
    this.setOf(worker, OPEN, this.hands.countOf(worker))
    this.setOf(worker, NEXT, 0)
    if (this.settings.deleteWhen === AT_ONCE) this.deleteAll(worker, answeredAt, now)
    else {
      this.beatFrom(worker, now)
      this.begin(worker, answeredAt)
    }
    this.planNext(worker, now)
  }

  /** Nothing is in hand any more, and an answer that is under way will mean nothing. */
  protected putDown(worker: number): void {
    this.hands.clear(worker)
    for (const field of [OPEN, GONE, BATCH_STEP, BATCH_STAMP, PAUSED_AT]) this.setOf(worker, field, 0)
    for (const field of [BATCH_AT, BEAT_AT]) this.setOf(worker, field, Infinity)
  }

  /** Does what is due by now. */
  protected carryOn(worker: number, now: Micros): void {
    const { hands, plan } = this
    if (this.of(worker, BEAT_AT) <= now) this.beat(worker, now)
    if (this.of(worker, BATCH_AT) <= now) this.onBatchStep(worker, now)
    else if (plan.worksInParallel) {
      for (let i = 0; i < hands.countOf(worker); i++) if (hands.dueAt(worker, i) <= now) this.onStep(worker, i, now)
    } else {
      const i = this.of(worker, NEXT)
      if (i < hands.countOf(worker) && hands.dueAt(worker, i) <= now) this.onStep(worker, i, now)
    }
    this.planNext(worker, now)
  }

  /** Has the worker called when it has something to do next. */
  protected planNext(worker: number, now: Micros): void {
    if (this.stateOf(worker) !== WorkerState.working) return
    const { hands, plan } = this
    let at = min(this.of(worker, BEAT_AT), this.of(worker, BATCH_AT))
    const from = plan.worksInParallel ? 0 : this.of(worker, NEXT)
    const end = plan.worksInParallel ? hands.countOf(worker) : min(from + 1, hands.countOf(worker))
    for (let i = from; i < end; i++) at = min(at, hands.dueAt(worker, i))
    this.world.events.schedule(this.resources.firstTimer + worker, max(now, at))
  }

  /** A pause of this length is over: all that the worker was at ends so much later; answers that came meanwhile are taken now. */
  protected shift(worker: number, micros: Micros, now: Micros): void {
    const { hands } = this
    for (let i = 0; i < hands.countOf(worker); i++) {
      const step = hands.stepOf(worker, i)
      if (step === HandStep.working || step === HandStep.deleting)
        hands.enter(worker, i, step, hands.dueAt(worker, i) + micros)
    }
    if (!isAnswer(this.of(worker, BATCH_STEP))) this.setOf(worker, BATCH_AT, this.of(worker, BATCH_AT) + micros)
    this.setOf(worker, BEAT_AT, max(now, this.of(worker, BEAT_AT)))
  }

  private begin(worker: number, at: Micros): void {
    if (this.downstream?.isPerBatch) this.enterBatch(worker, CALL, at)
    else this.workAll(worker, at)
  }

  private enterBatch(worker: number, step: number, at: Micros): void {
    this.setOf(worker, BATCH_STEP, step)
    this.setOf(worker, BATCH_AT, at)
  }

  private onBatchStep(worker: number, now: Micros): void {
    const step = this.of(worker, BATCH_STEP)
    this.enterBatch(worker, 0, Infinity)
    if (step === DELETE_ALL) this.deleteAll(worker, now, now)
    else if (step === CALL) this.callForBatch(worker, now)
    else if (step === BEGIN) this.workAll(worker, now)
    else this.giveUpBatch(worker, now)
  }

  private workAll(worker: number, at: Micros): void {
    const count = this.plan.worksInParallel ? this.hands.countOf(worker) : 1
    for (let i = 0; i < count; i++) this.work(worker, i, at)
  }

  private work(worker: number, i: number, at: Micros): void {
    const { serviceMicros, serviceSpread } = this.settings
    const draw = sampleUnitMean(this.world.random, this.resources.serviceStreams[worker]!, serviceSpread, ERLANG_SHAPE)
    this.hands.enter(worker, i, HandStep.working, at + round(serviceMicros * draw))
  }

  private onStep(worker: number, i: number, now: Micros): void {
    switch (this.hands.stepOf(worker, i)) {
      case HandStep.working:
        this.worked(worker, i, now)
        return
      case HandStep.answered:
        this.done(worker, i, now)
        return
      case HandStep.refused:
        this.failed(worker, i, now)
        return
      case HandStep.deleting:
        this.deleteOne(worker, i, now)
    }
  }

  private worked(worker: number, i: number, now: Micros): void {
    const { failureShare } = this.settings
    if (this.poison.fails(this.referenceAt(worker, i), failureShare, this.resources.failureStreams[worker]!))
      this.failed(worker, i, now)
    else if (this.downstream === null || this.downstream.isPerBatch) this.done(worker, i, now)
    else {
      const stamp = this.nextStamp()
      this.hands.enter(worker, i, HandStep.calling, Infinity, stamp)
      this.note('called', worker, i, now, this.downstream.id)
      if (!this.downstream.call(this.caller, worker * this.hands.most + i, stamp, now))
        this.hands.enter(worker, i, HandStep.refused, now)
    }
  }

  private callForBatch(worker: number, now: Micros): void {
    const stamp = this.nextStamp()
    const ticket = this.plan.workers * this.hands.most + worker
    this.setOf(worker, BATCH_STAMP, stamp)
    this.noteAnswer('called', worker, now)
    if (this.downstream!.call(this.caller, ticket, stamp, now)) return
    this.setOf(worker, BATCH_STAMP, 0)
    this.enterBatch(worker, GIVE_UP, now)
  }

  /** What the call for the whole batch came to. */
  private noteAnswer(step: LifeStep, worker: number, now: Micros): void {
    for (let i = 0; i < this.hands.countOf(worker); i++) this.note(step, worker, i, now, this.downstream!.id)
  }

  private nextStamp(): number {
    this.c[STAMPS]! += 1
    return this.c[STAMPS]!
  }

  private onAnswer(ticket: number, stamp: number, isDone: boolean, now: Micros): void {
    const { hands, plan } = this
    const isForBatch = ticket >= plan.workers * hands.most
    const i = ticket % hands.most
    const worker = isForBatch ? ticket - plan.workers * hands.most : (ticket - i) / hands.most
    if (isForBatch) {
      if (this.of(worker, BATCH_STAMP) !== stamp) return
      this.setOf(worker, BATCH_STAMP, 0)
      this.noteAnswer(isDone ? 'answered' : 'unanswered', worker, now)
      this.enterBatch(worker, isDone ? BEGIN : GIVE_UP, now)
    } else {
      if (i >= hands.countOf(worker) || hands.stampOf(worker, i) !== stamp) return
      this.note(isDone ? 'answered' : 'unanswered', worker, i, now, this.downstream!.id)
      hands.enter(worker, i, isDone ? HandStep.answered : HandStep.refused, now)
    }
    if (!this.isPaused(worker)) this.carryOn(worker, now)
  }

  private done(worker: number, i: number, now: Micros): void {
    const { c, queue, settings } = this
    const reference = this.referenceAt(worker, i)
    const latency = now - this.world.records.createdAt(reference)
    this.histogram[bucketOf(latency)]! += 1
    c[LATENCY_SUM]! += latency
    c[PROCESSED]! += 1
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
    this.setOf(worker, DONE, this.of(worker, DONE) + 1)
    this.note('worked', worker, i, now)
    const isAgain = queue.markProcessed(this.hands.messageAt(worker, i))
    if (isAgain) c[AGAIN]! += 1
    if (!isAgain || settings.isIdempotent === 0) {
      c[EFFECTS]! += 1
      if (isAgain) c[DUPLICATE_EFFECTS]! += 1
      this.note('effect', worker, i, now)
    }
    if (this.of(worker, GONE) === 1) this.over(worker, i, now)
    else if (settings.callLatencyMicros === 0) this.deleteOne(worker, i, now)
    else this.hands.enter(worker, i, HandStep.deleting, now + settings.callLatencyMicros)
  }

  private failed(worker: number, i: number, now: Micros): void {
    this.noteFailure(worker, i, now)
    // FIFO.07: what is behind a failed message in its group is left alone, so that it is not worked before it.
    if (this.queue.isFifo && this.of(worker, GONE) === 0 && !this.plan.worksInParallel) this.leaveGroup(worker, i)
    this.over(worker, i, now)
  }

  private over(worker: number, i: number, now: Micros): void {
    this.hands.enter(worker, i, HandStep.over, Infinity)
    this.setOf(worker, OPEN, this.of(worker, OPEN) - 1)
    if (this.of(worker, OPEN) === 0) this.batchOver(worker, now, now)
    else if (!this.plan.worksInParallel) {
      const next = this.firstOpen(worker)
      this.setOf(worker, NEXT, next)
      this.work(worker, next, now)
    }
  }

  /** The call downstream for the whole batch has failed: nothing of it is worked. */
  private giveUpBatch(worker: number, now: Micros): void {
    for (let i = 0; i < this.hands.countOf(worker); i++) this.noteFailure(worker, i, now)
    this.batchOver(worker, now + SHORTEST_PAUSE_MICROS, now)
  }

  /** Deletes before the work; the receive ends at `answeredAt`. */
  private deleteAll(worker: number, answeredAt: Micros, now: Micros): void {
    const count = this.hands.countOf(worker)
    if (!this.mayCall('delete', worker, 0, count, now)) {
      this.enterBatch(worker, DELETE_ALL, now + this.pauseMicros)
      return
    }
    this.setOf(worker, GONE, 1)
    for (let i = 0; i < count; i++) this.deleteAt(worker, i, now)
    this.begin(worker, answeredAt + this.settings.callLatencyMicros)
  }

  private deleteOne(worker: number, i: number, now: Micros): void {
    if (!this.mayCall('delete', worker, i, i + 1, now)) {
      this.hands.enter(worker, i, HandStep.deleting, now + this.pauseMicros)
      return
    }
    this.deleteAt(worker, i, now)
    this.over(worker, i, now)
  }
}

const AT_ONCE = 1

/** What is to be done for a whole batch: delete it before the work, call downstream for it, and what the answer leads to. */
const DELETE_ALL = 1
const CALL = DELETE_ALL + 1
const BEGIN = CALL + 1
const GIVE_UP = BEGIN + 1

const isAnswer = (step: number) => step === BEGIN || step === GIVE_UP
