import type { Downstream } from '../downstream/downstream.ts'
import { min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { PoolPlan, TurnablePool } from '../plan.ts'
import { type QueueModel, SHORT_POLL } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { HandStep } from './hands.ts'
import { DELIVERIES } from './poolCounters.ts'
import { GONE, PAUSED_AT, type PoolResources, STATE } from './poolState.ts'
import { PoolWork } from './poolWork.ts'
import { WorkerState } from './workerState.ts'

/** Workers that compete for the messages of one queue: receive, work, delete, receive again. */
export class WorkerPool extends PoolWork {
  private readonly received: Int32Array

  constructor(
    world: World,
    plan: PoolPlan,
    queue: QueueModel,
    resources: PoolResources,
    downstream: Downstream | null,
  ) {
    super(world, plan, queue, resources, downstream)
    this.received = new Int32Array(plan.messagesInHand)
    for (let worker = 0; worker < plan.workers; worker++) this.askAt(worker, 0)
  }

  onTimer(worker: number, now: Micros): void {
    switch (this.of(worker, STATE)) {
      case WorkerState.working:
        this.carryOn(worker, now)
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

  set(field: keyof TurnablePool, value: number, now: Micros): void {
    this.settings[field] = value
    if (field !== 'heartbeatMicros') return
    for (let worker = 0; worker < this.plan.workers; worker++) {
      if (this.of(worker, STATE) !== WorkerState.working) continue
      this.beatFrom(worker, now)
      this.planNext(worker, now)
    }
  }

  /** What the worker held stays hidden until its timeout; with delete-before-work it is lost. */
  crash(worker: number, now: Micros): void {
    if (!this.isAlive(worker)) return
    this.stopPolling(worker)
    if (this.of(worker, GONE) === 1)
      for (let i = 0; i < this.hands.countOf(worker); i++)
        if (this.hands.stepOf(worker, i) !== HandStep.over) this.lose(worker, i, now)
    this.putDown(worker)
    this.setOf(worker, STATE, WorkerState.dead)
  }

  start(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || this.of(worker, STATE) !== WorkerState.dead) return
    this.ask(worker, now)
  }

  /** The worker's process stands still. The timeouts of what it has in hand do not; a poll that waits is taken back (ours). */
  pause(worker: number, now: Micros): void {
    if (!this.isAlive(worker) || this.isPaused(worker)) return
    this.stopPolling(worker)
    // Moments begin at 0, and 0 stands for no pause.
    this.setOf(worker, PAUSED_AT, now + 1)
  }

  resume(worker: number, now: Micros): void {
    if (!this.isAlive(worker) || !this.isPaused(worker)) return
    const pausedAt = this.of(worker, PAUSED_AT) - 1
    this.setOf(worker, PAUSED_AT, 0)
    if (this.of(worker, STATE) !== WorkerState.working) {
      this.ask(worker, now)
      return
    }
    this.shift(worker, now - pausedAt, now)
    this.planNext(worker, now)
  }

  protected override batchOver(worker: number, notBefore: Micros, now: Micros): void {
    this.putDown(worker)
    if (notBefore > now) this.askAt(worker, notBefore)
    else this.ask(worker, now)
  }

  private isAlive(worker: number): boolean {
    return worker < this.plan.workers && this.of(worker, STATE) !== WorkerState.dead
  }

  private stopPolling(worker: number): void {
    if (this.stateOf(worker) === WorkerState.waiting) this.queue.longPolls.stop(this.plan.firstWorker + worker)
    this.world.events.cancel(this.resources.firstTimer + worker)
  }

  private ask(worker: number, now: Micros): void {
    const { queue } = this
    const isThrottled = queue.isFifo && !queue.admits('receive', NO_GROUPS, now)
    if (!isThrottled && this.take(worker, now)) return
    const { waitMicros } = this.settings
    if (waitMicros > 0 && !isThrottled) {
      this.setOf(worker, STATE, WorkerState.waiting)
      queue.longPolls.wait(this.plan.firstWorker + worker)
      this.world.events.schedule(this.resources.firstTimer + worker, now + waitMicros)
      return
    }
    if (!isThrottled) queue.countEmpty()
    this.askAt(worker, now + this.pauseMicros)
  }

  private askAt(worker: number, at: Micros): void {
    this.setOf(worker, STATE, WorkerState.calling)
    this.world.events.schedule(this.resources.firstTimer + worker, at)
  }

  private take(worker: number, now: Micros): boolean {
    const { queue, received } = this
    const { messagesPerCall, waitMicros, callLatencyMicros } = this.settings
    const most = min(messagesPerCall, this.plan.messagesInHand)
    const count = queue.receive(most, received, now, waitMicros > 0 ? undefined : SHORT_POLL)
    if (count === 0) return false
    for (let i = 0; i < count; i++) {
      const slot = received[i]!
      this.hands.add(worker, slot, queue.messageOf(slot), queue.receivesOf(slot))
      this.showDot(queue.paintOf(slot), now)
      this.note('received', worker, i, now)
    }
    this.c[DELIVERIES]! += count
    if (this.world.watch !== null) this.noteReceive(worker, count, now)
    this.takeUp(worker, now + callLatencyMicros, now)
    return true
  }

  private noteReceive(worker: number, count: number, now: Micros): void {
    const { records, watch } = this.world
    let bytes = 0
    for (let i = 0; i < count; i++) bytes += records.bytesOf(this.referenceAt(worker, i))
    watch!.called?.('receive', this.queue.plan.id, bytes, now)
  }
}

const NO_GROUPS: readonly number[] = []
