import type { Downstream } from '../downstream/downstream.ts'
import { max, min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import type { PoolPlan } from '../plan.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { HandStep } from './hands.ts'
import { SHORTEST_PAUSE_MICROS } from './poolCalls.ts'
import {
  BATCH_AT,
  BATCH_STAMP,
  BATCH_STEP,
  BEAT_AT,
  GONE,
  NEXT,
  OPEN,
  PAUSED_AT,
  type PoolResources,
  STATE,
} from './poolState.ts'
import { PoolSteps } from './poolSteps.ts'
import { WorkerState } from './workerState.ts'

/** What a worker does with the batch in hand, one message after another or all at once: when, and what is done for all of it before the work. */
export abstract class PoolWork extends PoolSteps {
  constructor(
    world: World,
    plan: PoolPlan,
    queue: QueueModel,
    resources: PoolResources,
    downstream: Downstream | null,
  ) {
    super(world, plan, queue, resources, downstream)
    for (let worker = 0; worker < plan.workers; worker++) this.putDown(worker)
  }

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

  private callForBatch(worker: number, now: Micros): void {
    const stamp = this.nextStamp()
    const ticket = this.plan.workers * this.hands.most + worker
    this.setOf(worker, BATCH_STAMP, stamp)
    this.noteAnswer('called', worker, now)
    if (this.downstream!.call(this.caller, ticket, stamp, now)) return
    this.noteAnswer('unanswered', worker, now)
    this.setOf(worker, BATCH_STAMP, 0)
    this.enterBatch(worker, GIVE_UP, now)
  }

  /** What the call for the whole batch came to. */
  private noteAnswer(step: LifeStep, worker: number, now: Micros): void {
    for (let i = 0; i < this.hands.countOf(worker); i++) this.note(step, worker, i, now, this.downstream!.id)
  }

  protected override onAnswer(ticket: number, stamp: number, isDone: boolean, now: Micros): void {
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
}

const AT_ONCE = 1

/** What is to be done for a whole batch: delete it before the work, call downstream for it, and what the answer leads to. */
const DELETE_ALL = 1
const CALL = DELETE_ALL + 1
const BEGIN = CALL + 1
const GIVE_UP = BEGIN + 1

const isAnswer = (step: number) => step === BEGIN || step === GIVE_UP
