import { Settings } from '../clients/settings.ts'
import { Answer, type Store } from '../clients/store.ts'
import { max, min } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { EventList } from '../kernel/eventList.ts'
import { GapLog } from '../kernel/gapLog.ts'
import { Uint32Log } from '../kernel/log.ts'
import { Ring } from '../kernel/ring.ts'
import { Slots } from '../kernel/slots.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { QueuePlan, TurnableQueue } from '../plan.ts'
import type { World } from '../world.ts'

/** Fields of a slot: a message from its first receive until it is gone. */
export const SLOT = { message: 0, state: 1, receives: 2, processed: 3, sentAt: 4 } as const
const SLOT_FIELDS = 5
export const IN_FLIGHT = 1
const RETURNED = 2
/** SQS.13: received three times and not deleted, it goes to the back of the queue. */
const TO_THE_BACK = 3
const RECEIVES_UNTIL_BACK = 3
/** Slots looked at for the oldest message: more than can be in flight. */
const SCAN_AT_MOST = 150_000

/** Who is told that messages are there: a long poll that waits. Returns whether it took any. */
export type Waiter = (worker: number, now: Micros) => boolean

/**
 * An SQS standard queue. Messages that nobody has received yet are the tail of an append-only log and cost no state;
 * a message gets a slot with its first receive and keeps it until it is deleted, expires or is purged.
 *
 * Order: oldest first, returned messages before those never received (our assumption: AWS promises best effort).
 */
export class StandardQueue implements Store {
  readonly plan: QueuePlan
  readonly settings: TurnableQueue
  private readonly world: World
  private readonly timers: { visibility: number; retention: number }
  /** Every message ever sent: reference of its record, and when. */
  readonly log = new Uint32Log()
  readonly sentAt = new GapLog()
  readonly slots = new Slots(SLOT_FIELDS)
  private readonly deadlines = new EventList(16)
  /** When returned messages expire: they wait in no order of age. */
  private readonly expiries = new EventList(16)
  private readonly returned = new Ring()
  private readonly toTheBack = new Ring()
  private readonly waiting = new Ring()
  private onMessages: Waiter = () => false
  readonly visiblePaint: Float64Array
  readonly inFlightPaint: Float64Array
  readonly c: Float64Array

  constructor(world: World, plan: QueuePlan, timers: { visibility: number; retention: number }) {
    this.world = world
    this.plan = plan
    this.timers = timers
    const { state } = world
    this.settings = state.part(new Settings(plan.turnable)).values
    for (const part of [this.log, this.sentAt, this.slots, this.deadlines, this.expiries, this.returned, this.toTheBack, this.waiting])
      state.part(part)
    this.visiblePaint = state.column(PAINTS)
    this.inFlightPaint = state.column(PAINTS)
    this.c = state.column(QUEUE_COUNTERS)
  }

  /** Whom a message that comes to a waiting long poll is handed to. */
  connect(onMessages: Waiter): void {
    this.onMessages = onMessages
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

  /** Index of the oldest message that nobody has received. */
  get head(): number {
    return this.c[HEAD]!
  }

  get visible(): number {
    return this.log.length - this.c[HEAD]! + this.returned.length + this.toTheBack.length
  }

  get deliveriesTotal(): number {
    return this.c[DELIVERIES]!
  }

  /** What became of every delivery so far: they add up to `deliveriesTotal`. `deletedLate` had returned before. */
  get deliveryOutcomes(): {
    inFlight: number
    deleted: number
    returned: number
    expired: number
    purged: number
    deletedLate: number
  } {
    return {
      inFlight: this.inFlight,
      deleted: this.c[DELETED]!,
      returned: this.c[RETURNED_COUNT]!,
      expired: this.c[EXPIRED_IN_FLIGHT]!,
      purged: this.c[PURGED_IN_FLIGHT]!,
      deletedLate: this.c[DELETED_LATE]!,
    }
  }

  get inFlight(): number {
    return this.deadlines.length
  }

  /** SendMessage: taken unless it is too large (SQS.01, SQS.03). */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    this.c[ATTEMPTS]! += 1
    if (bytes > this.settings.messageBytesLimit) {
      this.c[REJECTED]! += 1
      return Answer.tooLarge
    }
    this.account(now)
    this.log.push(reference)
    this.sentAt.push(now)
    this.c[STORED]! += 1
    this.c[STORED_BYTES]! += bytes
    this.c[HASH] = mix(mix(this.c[HASH]!, now | 0), reference)
    this.visiblePaint[this.world.keys.paint[key]!]! += 1
    if (this.c[HEAD] === this.log.length - 1) this.planRetention(now)
    return Answer.stored
  }

  callEnded(now: Micros): void {
    this.serveWaiting(now)
  }

  /** A long poll that found nothing waits for messages (SQS.12), first come, first served. */
  wait(worker: number): void {
    this.waiting.push(worker)
  }

  stopWaiting(worker: number): void {
    this.waiting.remove(worker)
  }

  /** ReceiveMessage: writes the slots of up to `most` messages to `out` and returns how many; they are hidden from now on (SQS.05). */
  receive(most: number, out: Int32Array, now: Micros): number {
    const room = this.settings.inFlightLimit - this.inFlight
    if (room <= 0) {
      this.c[OVER_LIMIT]! += 1
      return 0
    }
    this.account(now)
    const wanted = most < room ? most : room
    let count = 0
    while (count < wanted && count < this.settings.batchLimit) {
      const slot = this.nextVisible()
      if (slot < 0) break
      out[count++] = slot
      this.hide(slot, now)
    }
    this.world.events.schedule(this.timers.visibility, this.deadlines.firstAt())
    return count
  }

  /** A receive ended without a message: a short poll at once, a long poll when its time ran out (SQS.11, SQS.12). */
  countEmpty(): void {
    this.c[EMPTY]! += 1
  }

  /**
   * DeleteMessage with the receipt handle (slot, message, number of the receive). SQS.07: an older handle does nothing;
   * the newest one works even after its timeout; deleting twice is no error. Returns whether the message went.
   */
  delete(slot: number, message: number, receives: number, now: Micros): boolean {
    if (this.slotValue(slot, SLOT.message) !== message || this.slotValue(slot, SLOT.receives) !== receives) return false
    const state = this.slotValue(slot, SLOT.state)
    this.account(now)
    if (state === IN_FLIGHT) {
      this.c[DELETED]! += 1
      this.leaveFlight(slot)
      this.world.events.schedule(this.timers.visibility, this.deadlines.firstAt())
    } else {
      this.c[DELETED_LATE]! += 1
      this.leaveReturned(slot, state)
      this.planRetention(now)
    }
    this.forget(slot, now)
    this.serveWaiting(now)
    return true
  }

  /** Visibility timeouts that have run out: the messages can be received again. */
  onVisibility(now: Micros): void {
    this.account(now)
    while (this.deadlines.firstAt() <= now) {
      const slot = this.deadlines.first()
      const paint = this.leaveFlight(slot)
      const expiry = this.slotValue(slot, SLOT.sentAt) + this.settings.retentionMicros
      if (expiry <= now) {
        this.c[EXPIRED]! += 1
        this.c[EXPIRED_IN_FLIGHT]! += 1
        this.forget(slot, now)
        continue
      }
      this.c[RETURNED_COUNT]! += 1
      this.visiblePaint[paint]! += 1
      const goesBack = this.slotValue(slot, SLOT.receives) >= RECEIVES_UNTIL_BACK
      this.setSlot(slot, SLOT.state, goesBack ? TO_THE_BACK : RETURNED)
      ;(goesBack ? this.toTheBack : this.returned).push(slot)
      this.expiries.schedule(slot, expiry)
    }
    this.planRetention(now)
    this.world.events.schedule(this.timers.visibility, this.deadlines.firstAt())
    this.serveWaiting(now)
  }

  /** SQS.09: messages that wait expire so long after they were sent; received ones when their timeout ends. */
  onRetention(now: Micros): void {
    this.account(now)
    while (this.c[HEAD]! < this.log.length && this.sentAt.get(this.c[HEAD]!) + this.settings.retentionMicros <= now) {
      this.visiblePaint[this.paintOfMessage(this.c[HEAD]!)]! -= 1
      this.c[SOJOURN]! += now - this.sentAt.get(this.c[HEAD]!)
      this.c[HEAD]! += 1
      this.c[EXPIRED]! += 1
    }
    while (this.expiries.firstAt() <= now) {
      const slot = this.expiries.first()
      this.expiries.cancel(slot)
      this.leaveReturned(slot, this.slotValue(slot, SLOT.state))
      this.c[EXPIRED]! += 1
      this.forget(slot, now)
    }
    this.planRetention(now)
  }

  /** PurgeQueue: everything goes, also what is in flight (SQS.18, here at once). */
  purge(now: Micros): void {
    this.account(now)
    this.c[PURGED]! += this.visible + this.inFlight
    this.c[PURGED_IN_FLIGHT]! += this.inFlight
    while (this.c[HEAD]! < this.log.length) {
      this.c[SOJOURN]! += now - this.sentAt.get(this.c[HEAD]!)
      this.c[HEAD]! += 1
    }
    for (const waiting of [this.returned, this.toTheBack]) {
      while (waiting.length > 0) {
        const slot = waiting.shift()
        this.expiries.cancel(slot)
        this.forget(slot, now)
      }
    }
    while (this.deadlines.length > 0) {
      const slot = this.deadlines.first()
      this.deadlines.cancel(slot)
      this.forget(slot, now)
    }
    this.visiblePaint.fill(0)
    this.inFlightPaint.fill(0)
    this.world.events.cancel(this.timers.visibility)
    this.planRetention(now)
  }

  set(field: keyof TurnableQueue, value: number, now: Micros): void {
    this.settings[field] = value
    if (field === 'retentionMicros') {
      for (const waiting of [this.returned, this.toTheBack]) {
        for (let i = 0; i < waiting.length; i++) this.expiries.schedule(waiting.at(i), this.slotValue(waiting.at(i), SLOT.sentAt) + value)
      }
      this.planRetention(now)
    }
    this.serveWaiting(now)
  }

  /** Marks a received message as worked; returns whether it had been before. A message that is gone has been. */
  markProcessed(slot: number, message: number): boolean {
    if (this.slotValue(slot, SLOT.message) !== message) return true
    const before = this.slotValue(slot, SLOT.processed) === 1
    this.setSlot(slot, SLOT.processed, 1)
    return before
  }

  slotValue(slot: number, field: number): number {
    return this.slots.values[slot * SLOT_FIELDS + field]!
  }

  /** Number of the message (from 1) in a slot; 0 when the slot is free. */
  messageOf(slot: number): number {
    return this.slotValue(slot, SLOT.message)
  }

  /** Reference of the record that message number `message` (from 1) carries. */
  recordOf(message: number): number {
    return this.log.get(message - 1)
  }

  paintOf(slot: number): number {
    return this.paintOfMessage(this.messageOf(slot) - 1)
  }

  deadlineOf(slot: number): Micros {
    return this.deadlines.atOf(slot)
  }

  /** Age of the oldest message that is not deleted, 0 when there is none; one received three times no longer counts (SQS.13). */
  oldestAgeMicros(now: Micros): Micros {
    let oldest = this.c[HEAD]! < this.log.length ? this.sentAt.get(this.c[HEAD]!) : now
    let seen = 0
    for (let slot = 0; slot < this.slots.length && seen < SCAN_AT_MOST; slot++) {
      if (this.messageOf(slot) === 0) continue
      seen++
      if (this.slotValue(slot, SLOT.receives) >= RECEIVES_UNTIL_BACK) continue
      const sentAt = this.slotValue(slot, SLOT.sentAt)
      if (sentAt < oldest) oldest = sentAt
    }
    return now - oldest
  }

  /** Messages x microseconds up to now: the time integral of the number in the queue, received ones included. */
  areaAt(now: Micros): number {
    return this.c[AREA]! + (this.visible + this.inFlight) * (now - this.c[AREA_AT]!)
  }

  private nextVisible(): number {
    if (this.returned.length > 0) return this.fromReturned(this.returned)
    if (this.c[HEAD]! < this.log.length) {
      const index = this.c[HEAD]!
      this.c[HEAD]! += 1
      const slot = this.slots.take()
      this.setSlot(slot, SLOT.message, index + 1)
      this.setSlot(slot, SLOT.sentAt, this.sentAt.get(index))
      return slot
    }
    return this.toTheBack.length > 0 ? this.fromReturned(this.toTheBack) : -1
  }

  private fromReturned(waiting: Ring): number {
    const slot = waiting.shift()
    this.expiries.cancel(slot)
    return slot
  }

  /** A message that waited to be received again is gone. */
  private leaveReturned(slot: number, state: number): void {
    this.expiries.cancel(slot)
    ;(state === RETURNED ? this.returned : this.toTheBack).remove(slot)
    this.visiblePaint[this.paintOf(slot)]! -= 1
  }

  private hide(slot: number, now: Micros): void {
    this.c[DELIVERIES]! += 1
    this.setSlot(slot, SLOT.state, IN_FLIGHT)
    this.setSlot(slot, SLOT.receives, this.slotValue(slot, SLOT.receives) + 1)
    this.deadlines.schedule(slot, now + this.settings.visibilityTimeoutMicros)
    const paint = this.paintOf(slot)
    this.visiblePaint[paint]! -= 1
    this.inFlightPaint[paint]! += 1
  }

  private leaveFlight(slot: number): number {
    this.deadlines.cancel(slot)
    const paint = this.paintOf(slot)
    this.inFlightPaint[paint]! -= 1
    return paint
  }

  private forget(slot: number, now: Micros): void {
    this.c[SOJOURN]! += now - this.slotValue(slot, SLOT.sentAt)
    this.slots.release(slot)
  }

  private serveWaiting(now: Micros): void {
    while (this.waiting.length > 0 && this.visible > 0 && this.inFlight < this.settings.inFlightLimit) {
      if (!this.onMessages(this.waiting.shift(), now)) return
    }
  }

  private account(now: Micros): void {
    this.c[AREA] = this.areaAt(now)
    this.c[AREA_AT] = now
  }

  /** A shorter retention may have run out already: that is now, never earlier. */
  private planRetention(now: Micros): void {
    const head = this.c[HEAD]!
    const headAt = head < this.log.length ? this.sentAt.get(head) + this.settings.retentionMicros : Infinity
    this.world.events.schedule(this.timers.retention, max(now, min(headAt, this.expiries.firstAt())))
  }

  private setSlot(slot: number, field: number, value: number): void {
    this.slots.values[slot * SLOT_FIELDS + field] = value
  }

  private paintOfMessage(index: number): number {
    const { records, keys } = this.world
    return keys.paint[records.keyOf(this.log.get(index))]!
  }

  get memoryBytes(): number {
    return this.log.bytes + this.sentAt.bytes
  }
}

const HEAD = 0
export const STORED = 1
export const STORED_BYTES = 2
export const ATTEMPTS = 3
export const REJECTED = 4
export const DELIVERIES = 5
export const DELETED = 6
/** Deleted with the newest handle after its timeout: the delivery had already returned. */
export const DELETED_LATE = 7
export const RETURNED_COUNT = 8
export const EXPIRED = 9
export const EXPIRED_IN_FLIGHT = 10
export const PURGED = 11
export const PURGED_IN_FLIGHT = 12
export const EMPTY = 13
export const OVER_LIMIT = 14
const AREA = 15
const AREA_AT = 16
/** Microseconds that all messages now gone spent here. */
export const SOJOURN = 17
const HASH = 18
const QUEUE_COUNTERS = 19
