import { round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import type { CallAction, LifeStep } from '../life/watch.ts'
import { EXPIRED, PURGED } from '../sqs/queueCounters.ts'
import type { QueueModel } from '../sqs/queueModel.ts'
import { COUNTED, DUPLICATES, HASH, LOST } from './aggregatorColumn.ts'
import { type Counting, type CountingContext, Counts } from './counting.ts'

/** Counts the messages of a queue, one after another; what was deleted cannot be counted again (SQS.17). */
export class QueueCounting implements Counting {
  private readonly context: CountingContext
  private readonly queue: QueueModel
  private readonly s: Float64Array
  /** Receipt handles in hand. */
  private readonly hand: Float64Array
  private readonly received: Int32Array
  readonly toRepeat = 0

  constructor(context: CountingContext, queue: QueueModel) {
    const { messagesPerCall } = context.plan
    this.context = context
    this.queue = queue
    this.s = context.world.state.column(QUEUE_FIELDS)
    this.hand = context.world.state.column(messagesPerCall * HANDLE_FIELDS)
    this.received = new Int32Array(messagesPerCall)
  }

  start(now: Micros): void {
    this.poll(now)
  }

  onTimer(_row: number, now: Micros): void {
    if (this.s[WAITS] === 1) {
      this.queue.longPolls.stop(this.context.plan.firstWorker)
      this.queue.countEmpty()
      this.poll(now)
      return
    }
    this.countNext(now)
    this.s[AT]! += 1
    if (this.s[AT]! < this.s[HELD]!) this.workNext(now)
    else this.poll(now)
  }

  serve(now: Micros): boolean {
    return this.take(now)
  }

  /** A queue has no place to keep. */
  checkpoint(): void {}

  die(now: Micros): void {
    const { s, context } = this
    const { totals, c, due, firstTimer, plan } = context
    if (s[WAITS] === 1) this.queue.longPolls.stop(plan.firstWorker)
    else if (s[IS_GONE] === 1) {
      for (let i = s[AT]!; i < s[HELD]!; i++) {
        const message = this.hand[i * HANDLE_FIELDS + MESSAGE]!
        totals.expect(this.keyOf(message))
        this.note('lost', message, now)
        c[LOST]! += 1
      }
    }
    s[WAITS] = 0
    s[HELD] = 0
    s[AT] = 0
    due.cancel(firstTimer)
  }

  get backlog(): number {
    return this.queue.visible + this.queue.inFlight
  }

  get missed(): number {
    return this.queue.c[EXPIRED]! + this.queue.c[PURGED]!
  }

  placeIn(): number {
    return 0
  }

  private poll(now: Micros): void {
    if (this.take(now)) return
    const { due, firstTimer, plan } = this.context
    this.s[WAITS] = 1
    this.queue.longPolls.wait(plan.firstWorker)
    due.schedule(firstTimer, now + plan.longPollMicros)
  }

  /** One ReceiveMessage; false when it brings nothing. */
  private take(now: Micros): boolean {
    const { s, queue, hand, received, context } = this
    const count = queue.receive(context.plan.messagesPerCall, received, now)
    if (count === 0) return false
    for (let i = 0; i < count; i++) {
      const slot = received[i]!
      hand[i * HANDLE_FIELDS] = slot
      hand[i * HANDLE_FIELDS + MESSAGE] = queue.messageOf(slot)
      hand[i * HANDLE_FIELDS + RECEIVES] = queue.receivesOf(slot)
      this.note('received', queue.messageOf(slot), now)
      this.showDot(queue.paintOf(slot), now)
    }
    this.called('receive', this.bytesInHand(count), now)
    s[WAITS] = 0
    s[HELD] = count
    s[AT] = 0
    s[IS_GONE] = context.settings.deletesFirst
    if (s[IS_GONE] === 1) for (let i = 0; i < count; i++) this.deleteAt(i, now)
    this.workNext(now)
    return true
  }

  private workNext(now: Micros): void {
    const { due, firstTimer, settings } = this.context
    due.schedule(firstTimer, now + round(settings.serviceMicros))
  }

  private countNext(now: Micros): void {
    const { s, context } = this
    const { totals, settings, c } = context
    const message = this.hand[s[AT]! * HANDLE_FIELDS + MESSAGE]!
    const isFirst = !this.queue.markProcessed(message)
    const knows = settings.counts === Counts.outside && settings.knowsRecords === 1
    const key = this.keyOf(message)
    c[COUNTED]! += 1
    c[HASH] = mix(mix(c[HASH]!, now | 0), message)
    if (isFirst) totals.expect(key)
    else c[DUPLICATES]! += 1
    this.note('worked', message, now)
    if (isFirst || !knows) {
      totals.count(key)
      this.note('effect', message, now)
    }
    if (s[IS_GONE] === 0) this.deleteAt(s[AT]!, now)
  }

  private deleteAt(i: number, now: Micros): void {
    const place = i * HANDLE_FIELDS
    this.called('delete', 0, now)
    this.queue.delete(this.hand[place]!, this.hand[place + MESSAGE]!, this.hand[place + RECEIVES]!, now)
  }

  private note(step: LifeStep, message: number, now: Micros): void {
    const { world, plan } = this.context
    world.watch?.note(step, this.queue.recordOf(message), plan.id, 0, 0, now)
  }

  private called(action: CallAction, bytes: number, now: Micros): void {
    this.context.world.watch?.called?.(action, this.queue.plan.id, bytes, now)
  }

  private bytesInHand(count: number): number {
    const { records } = this.context.world
    let bytes = 0
    for (let i = 0; i < count; i++)
      bytes += records.bytesOf(this.queue.recordOf(this.hand[i * HANDLE_FIELDS + MESSAGE]!))
    return bytes
  }

  private keyOf(message: number): number {
    return this.context.world.records.keyOf(this.queue.recordOf(message))
  }

  private showDot(paint: number, now: Micros): void {
    const { s, context } = this
    s[SHOWN]! += 1
    if (s[SHOWN]! % this.queue.plan.recordsPerDot === 0) context.world.trace.add(now, context.firstTrack, paint)
  }
}

const MESSAGE = 1
const RECEIVES = MESSAGE + 1
const HANDLE_FIELDS = RECEIVES + 1

/** 1 while the long poll waits. */
const WAITS = 0
/** Messages in hand, and which of them is worked. */
const HELD = WAITS + 1
const AT = HELD + 1
/** 1 when they were deleted on receipt. */
const IS_GONE = AT + 1
const SHOWN = IS_GONE + 1
const QUEUE_FIELDS = SHOWN + 1
