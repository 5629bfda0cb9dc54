import { BUCKET_COUNT } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import type { PoolPlan, TurnablePool } from '../plan.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { HandStep, Hands } from './hands.ts'
import {
  AGAIN,
  DELIVERIES,
  DUPLICATE_EFFECTS,
  EFFECTS,
  FAILED,
  LOST,
  POOL_COUNTERS,
  PROCESSED,
  SHOWN,
} from './poolCounters.ts'
import { Settings } from './settings.ts'
import { WorkerState } from './workerState.ts'

export type PoolResources = { firstTimer: number; track: number; serviceStreams: number[]; failureStreams: number[] }

/** The workers of a pool as they stand: what each has in hand and is at, and what can be read of it. */
export class PoolState {
  readonly plan: PoolPlan
  readonly settings: TurnablePool
  readonly queue: QueueModel
  readonly histogram: Uint32Array
  readonly c: Float64Array
  protected readonly world: World
  protected readonly resources: PoolResources
  protected readonly hands: Hands
  /** Of each worker: see the field numbers below. */
  private readonly w: Float64Array

  constructor(world: World, plan: PoolPlan, queue: QueueModel, resources: PoolResources) {
    this.world = world
    this.plan = plan
    this.queue = queue
    this.resources = resources
    const { state } = world
    this.settings = state.part(new Settings(plan.turnable)).values
    this.histogram = state.adopt(new Uint32Array(BUCKET_COUNT))
    this.w = state.column(plan.workers * WORKER_FIELDS)
    this.hands = state.part(new Hands(plan.workers, plan.messagesInHand))
    this.c = state.column(POOL_COUNTERS)
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
  get sideEffectsTotal(): number {
    return this.c[EFFECTS]!
  }
  get duplicateEffectsTotal(): number {
    return this.c[DUPLICATE_EFFECTS]!
  }
  get messagesInHandTotal(): number {
    let sum = 0
    for (let worker = 0; worker < this.plan.workers; worker++) sum += this.messagesInHand(worker)
    return sum
  }

  stateOf(worker: number): number {
    return this.isPaused(worker) ? WorkerState.paused : this.of(worker, STATE)
  }

  messagesInHand(worker: number): number {
    return this.of(worker, OPEN)
  }

  processedBy(worker: number): number {
    return this.of(worker, DONE)
  }

  /** Number of the message that the worker is at, 0 when none. */
  messageInHand(worker: number): number {
    const i = this.firstOpen(worker)
    return i < 0 ? 0 : this.hands.messageAt(worker, i)
  }

  /** Whether the worker holds this slot as its present receive. */
  holds(worker: number, slot: number, receives: number): boolean {
    const { hands } = this
    for (let i = 0; i < hands.countOf(worker); i++) {
      const isThis = hands.slotAt(worker, i) === slot && hands.receivesAt(worker, i) === receives
      if (isThis && hands.stepOf(worker, i) !== HandStep.over) return true
    }
    return false
  }

  /** The first message in hand with which the worker is not done, -1 when there is none. */
  protected firstOpen(worker: number): number {
    for (let i = 0; i < this.hands.countOf(worker); i++) if (this.hands.stepOf(worker, i) !== HandStep.over) return i
    return -1
  }

  protected isPaused(worker: number): boolean {
    return this.of(worker, PAUSED_AT) > 0
  }

  protected referenceAt(worker: number, i: number): number {
    return this.queue.recordOf(this.hands.messageAt(worker, i))
  }

  protected groupAt(worker: number, i: number): number {
    return this.world.records.keyOf(this.referenceAt(worker, i))
  }

  protected showDot(paint: number, now: Micros): void {
    const shown = this.c[SHOWN]! + 1
    this.c[SHOWN] = shown
    if (shown % this.queue.plan.recordsPerDot === 0) this.world.trace.add(now, this.resources.track, paint)
  }

  /** `node`: whoever did it, the pool itself or what it called. */
  protected note(step: LifeStep, worker: number, i: number, now: Micros, node = this.plan.id): void {
    const { watch } = this.world
    if (watch !== null) watch.note(step, this.referenceAt(worker, i), node, worker, 0, now)
  }

  protected of(worker: number, field: number): number {
    return this.w[worker * WORKER_FIELDS + field]!
  }

  protected setOf(worker: number, field: number, value: number): void {
    this.w[worker * WORKER_FIELDS + field] = value
  }
}

export const STATE = 0
/** Messages in hand with which it is not done, and the first of them that it has not begun with. */
export const OPEN = STATE + 1
export const NEXT = OPEN + 1
/** 1 when the messages in hand were deleted on receipt. */
export const GONE = NEXT + 1
export const DONE = GONE + 1
/** What is to be done for all messages in hand before the work, and when; see poolWork.ts. */
export const BATCH_STEP = DONE + 1
export const BATCH_AT = BATCH_STEP + 1
/** Of the call downstream for the whole batch, 0 = none. */
export const BATCH_STAMP = BATCH_AT + 1
/** When the messages in hand are hidden for longer. */
export const BEAT_AT = BATCH_STAMP + 1
/** One more than the moment, 0 while it runs. */
export const PAUSED_AT = BEAT_AT + 1
const WORKER_FIELDS = PAUSED_AT + 1
