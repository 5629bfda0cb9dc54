import { BUCKET_COUNT } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import type { PoolPlan, TurnablePool } from '../plan.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import type { World } from '../world.ts'
import { Hands } from './hands.ts'
import { AGAIN, DELIVERIES, FAILED, LOST, POOL_COUNTERS, PROCESSED, SHOWN } from './poolCounters.ts'
import { Settings } from './settings.ts'

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
    this.hands = new Hands(state, plan.workers, plan.messagesInHand)
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
    return this.hands.messageAt(worker, this.of(worker, NEXT))
  }

  /** Whether the worker holds this slot as its present receive. */
  holds(worker: number, slot: number, receives: number): boolean {
    for (let i = this.of(worker, NEXT); i < this.of(worker, COUNT); i++) {
      if (this.hands.slotAt(worker, i) === slot && this.hands.receivesAt(worker, i) === receives) return true
    }
    return false
  }

  protected showDot(paint: number, now: Micros): void {
    const shown = this.c[SHOWN]! + 1
    this.c[SHOWN] = shown
    if (shown % this.queue.plan.recordsPerDot === 0) this.world.trace.add(now, this.resources.track, paint)
  }

  protected note(step: LifeStep, worker: number, message: number, detail: number, now: Micros): void {
    const { watch } = this.world
    if (watch !== null) watch.note(step, this.queue.recordOf(message), this.plan.id, worker, detail, now)
  }

  protected of(worker: number, field: number): number {
    return this.w[worker * WORKER_FIELDS + field]!
  }

  protected setOf(worker: number, field: number, value: number): void {
    this.w[worker * WORKER_FIELDS + field] = value
  }
}

export const STATE = 0
export const COUNT = STATE + 1
/** Which message in hand is being worked. */
export const NEXT = COUNT + 1
/** ONE or ALL while a delete call is under way, or is to be made again. */
export const DELETING = NEXT + 1
/** 1 when the messages in hand were deleted on receipt. */
export const GONE = DELETING + 1
export const DONE = GONE + 1
const WORKER_FIELDS = DONE + 1
