import { Settings } from '../clients/settings.ts'
import { Answer } from '../clients/store.ts'
import { max } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { Bucket } from '../life/bucket.ts'
import type { LifeStep } from '../life/watch.ts'
import type { World } from '../world.ts'
import { FIFO_COUNTERS } from './fifoCounters.ts'
import { FifoDeduplication } from './fifoDeduplication.ts'
import { FifoFlight } from './fifoFlight.ts'
import { FifoMessages } from './fifoMessages.ts'
import type { FifoQueuePlan, TurnableFifoQueue } from './fifoPlan.ts'
import { FIRST_RECEIVED_AT, MESSAGE, RECEIVES, SENT_AT } from './fifoSlots.ts'
import { FifoThroughput } from './fifoThroughput.ts'
import { LongPolls } from './longPolls.ts'
import { AREA, AREA_AT, EMPTY } from './queueCounters.ts'
import { WorkedMessages } from './workedMessages.ts'

export type FifoTimers = { visibility: number; retention: number; delay: number }

/** A FIFO queue as it stands: its parts, what can be read of it, and when it has to be looked at again. */
export class FifoQueueState {
  readonly isFifo = true
  readonly number: number
  readonly plan: FifoQueuePlan
  readonly settings: TurnableFifoQueue
  readonly messages: FifoMessages
  readonly longPolls: LongPolls
  readonly worked: WorkedMessages
  readonly throughput: FifoThroughput
  readonly c: Float64Array
  protected readonly world: World
  protected readonly flight: FifoFlight
  protected readonly deduplication: FifoDeduplication
  private readonly timers: FifoTimers

  /** `settings`: those of the node that the queue belongs to, which are part of every snapshot; absent: it keeps its own. */
  constructor(world: World, plan: FifoQueuePlan, number: number, timers: FifoTimers, settings?: TurnableFifoQueue) {
    const { state } = world
    this.world = world
    this.plan = plan
    this.number = number
    this.timers = timers
    this.settings = settings ?? state.part(new Settings(plan.turnable)).values
    this.messages = new FifoMessages(world, plan.scanLimit)
    this.flight = new FifoFlight(world, this.messages, plan.attemptMicros)
    this.deduplication = new FifoDeduplication(state, plan, this.settings, this.messages)
    this.throughput = new FifoThroughput(state, plan, this.settings, world.keys)
    this.longPolls = new LongPolls(state)
    this.worked = state.part(new WorkedMessages())
    this.c = state.column(FIFO_COUNTERS)
  }

  get recordsPerCallLimit(): number {
    return this.settings.batchLimit
  }

  /** SQS.03: a batch may be as large as one message. */
  get bytesPerCallLimit(): number {
    return this.settings.messageBytesLimit
  }

  sizeOf(_key: number, dataBytes: number): number {
    return dataBytes
  }

  rowOf(): number {
    return 0
  }

  factOf(answer: Answer): string {
    return answer === Answer.throttled ? 'FIFO.02' : 'SQS.03'
  }

  limitOf(answer: Answer, key: number, now: Micros): string | null {
    return answer === Answer.throttled ? this.throughput.refusedBy('send', key, now).factId : null
  }

  bucketOf(answer: Answer, key: number, bytes: number, now: Micros): Bucket | null {
    if (answer === Answer.throttled) return this.throughput.refusedBy('send', key, now).bucket
    const capacity = this.settings.messageBytesLimit
    return answer === Answer.tooLarge ? { capacity, left: capacity, needed: bytes, unit: 'bytes' } : null
  }

  /** FIFO.24: what a lock holds back is visible. */
  get visible(): number {
    return this.messages.live - this.inFlight - this.delayed
  }

  get inFlight(): number {
    return this.flight.count
  }

  get delayed(): number {
    return this.messages.delayed
  }

  /** Groups that have messages and cannot be received from now: their first message is in flight or delayed. */
  get groupsLocked(): number {
    return this.messages.groups.count - this.messages.groupsAvailable
  }

  get visiblePaint(): Float64Array {
    return this.messages.visiblePaint
  }

  get inFlightPaint(): Float64Array {
    return this.flight.paint
  }

  /** FIFO.17 */
  get isOverLimit(): boolean {
    return this.inFlight >= this.settings.inFlightLimit
  }

  oldestAgeMicros(now: Micros): Micros {
    return now - this.messages.oldestSentAt(now)
  }

  /** Messages x microseconds up to now: the time integral of the number in the queue, received ones included. */
  areaAt(now: Micros): number {
    return this.c[AREA]! + this.messages.live * (now - this.c[AREA_AT]!)
  }

  messageOf(slot: number): number {
    return this.messages.value(slot, MESSAGE)
  }

  receivesOf(slot: number): number {
    return this.messages.value(slot, RECEIVES)
  }

  recordOf(message: number): number {
    return this.messages.log.get(message - 1)
  }

  sentAtOf(slot: number): Micros {
    return this.messages.value(slot, SENT_AT)
  }

  firstReceivedAtOf(slot: number): Micros {
    return this.messages.value(slot, FIRST_RECEIVED_AT)
  }

  deadLetterSourceOf(slot: number): number {
    return this.messages.moved.sourceOf(this.messages.moved.find(this.messageOf(slot)))
  }

  paintOf(slot: number): number {
    return this.messages.paintOf(this.messageOf(slot))
  }

  hiddenUntil(slot: number): Micros {
    return this.flight.deadlineOf(slot)
  }

  eachMessage(visit: (message: number, slot: number, sentAt: Micros) => void): void {
    const { messages } = this
    for (let slot = 0; slot < messages.slots.length; slot++)
      if (this.messageOf(slot) > 0) visit(this.messageOf(slot), slot, this.sentAtOf(slot))
    messages.eachUnreceived((message) => visit(message, -1, messages.sentAt.get(message - 1)))
  }

  /** A client's work on a message is done; returns whether it had been before. */
  markProcessed(message: number): boolean {
    return this.worked.add(message)
  }

  /** Tells whoever looks on. */
  protected note(step: LifeStep, message: number, now: Micros): void {
    const { watch } = this.world
    if (watch !== null) watch.note(step, this.recordOf(message), this.plan.id, 0, 0, now)
  }

  /** A receive ended without a message. */
  countEmpty(): void {
    this.c[EMPTY]! += 1
  }

  get memoryBytes(): number {
    return this.messages.memoryBytes + this.deduplication.memoryBytes
  }

  protected account(now: Micros): void {
    this.c[AREA] = this.areaAt(now)
    this.c[AREA_AT] = now
  }

  protected planVisibility(): void {
    this.world.events.schedule(this.timers.visibility, this.flight.nextAt)
  }

  /** A shorter retention may have run out already: that is now, never earlier. */
  protected planRetention(now: Micros): void {
    const at = this.messages.nextExpiry(this.settings.retentionMicros)
    this.world.events.schedule(this.timers.retention, max(now, at))
  }

  protected planDelay(at: Micros): void {
    this.world.events.schedule(this.timers.delay, at)
  }

  protected get isDelayPlanned(): boolean {
    return this.world.events.atOf(this.timers.delay) < Infinity
  }
}
