import type { Downstream } from '../downstream/downstream.ts'
import { round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { bucketOf } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { PoolPlan } from '../plan.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { HandStep } from './hands.ts'
import { Poison } from './poison.ts'
import { PoolCalls } from './poolCalls.ts'
import { AGAIN, DUPLICATE_EFFECTS, EFFECTS, HASH, LATENCY_SUM, PROCESSED, STAMPS } from './poolCounters.ts'
import { DONE, GONE, NEXT, OPEN, type PoolResources } from './poolState.ts'

/** What a worker does with one message in hand: work, then the call downstream, then the delete. */
export abstract class PoolSteps extends PoolCalls {
  private readonly poison: Poison
  protected readonly downstream: Downstream | null
  protected readonly caller: number

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
  }

  /** The worker is done with all it had in hand, and does not receive before a moment. */
  protected abstract batchOver(worker: number, notBefore: Micros, now: Micros): void

  /** What came of a call downstream. */
  protected abstract onAnswer(ticket: number, stamp: number, isDone: boolean, now: Micros): void

  protected work(worker: number, i: number, at: Micros): void {
    const { serviceMicros, serviceSpread } = this.settings
    const draw = sampleUnitMean(this.world.random, this.resources.serviceStreams[worker]!, serviceSpread, ERLANG_SHAPE)
    this.hands.enter(worker, i, HandStep.working, at + round(serviceMicros * draw))
  }

  protected onStep(worker: number, i: number, now: Micros): void {
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

  protected nextStamp(): number {
    this.c[STAMPS]! += 1
    return this.c[STAMPS]!
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
      if (this.downstream.call(this.caller, worker * this.hands.most + i, stamp, now)) return
      this.note('unanswered', worker, i, now, this.downstream.id)
      this.hands.enter(worker, i, HandStep.refused, now)
    }
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

  private deleteOne(worker: number, i: number, now: Micros): void {
    if (!this.mayCall('delete', worker, i, i + 1, now)) {
      this.hands.enter(worker, i, HandStep.deleting, now + this.pauseMicros)
      return
    }
    this.deleteAt(worker, i, now)
    this.over(worker, i, now)
  }
}
