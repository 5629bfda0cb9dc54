import { min } from '../kernel/detMath.ts'
import { EventList } from '../kernel/eventList.ts'
import { GapLog } from '../kernel/gapLog.ts'
import { Uint32Log } from '../kernel/log.ts'
import { Ring } from '../kernel/ring.ts'
import { Slots } from '../kernel/slots.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { World } from '../world.ts'

/** Fields of a slot: a message from its first receive until it is gone. */
const MESSAGE = 0
const STATE = MESSAGE + 1
const RECEIVES = STATE + 1
const PROCESSED = RECEIVES + 1
const SENT_AT = PROCESSED + 1
const SLOT_FIELDS = SENT_AT + 1
export const SLOT = {
  message: MESSAGE,
  state: STATE,
  receives: RECEIVES,
  processed: PROCESSED,
  sentAt: SENT_AT,
} as const
export const IN_FLIGHT = 1
const RETURNED = IN_FLIGHT + 1
/** Received so often and not deleted that it went to the back of the queue (SQS.13). */
const TO_THE_BACK = RETURNED + 1

/**
 * The messages of a queue and the order in which they are given out. Those that nobody has received yet are the tail of an
 * append-only log and cost no state; a message gets a slot with its first receive and keeps it until it is gone.
 *
 * Order: oldest first, returned messages before those never received (our assumption: AWS promises best effort).
 */
export class Messages {
  private readonly world: World
  /** SQS.13: received so often and not deleted, a message goes to the back of the queue. */
  private readonly receivesUntilBack: number
  /** Every message ever sent: reference of its record, and when. */
  readonly log = new Uint32Log()
  readonly sentAt = new GapLog()
  readonly slots = new Slots(SLOT_FIELDS)
  private readonly returned = new Ring()
  private readonly toTheBack = new Ring()
  /** When returned messages expire: they wait in no order of age. */
  private readonly expiries = new EventList()
  /** Visible messages of each paint. */
  readonly visiblePaint: Float64Array
  /** Index of the oldest message that nobody has received, alone in its column. */
  private readonly h: Float64Array

  constructor(world: World, receivesUntilBack: number) {
    this.world = world
    this.receivesUntilBack = receivesUntilBack
    const { state } = world
    for (const part of [this.log, this.sentAt, this.slots, this.returned, this.toTheBack, this.expiries])
      state.part(part)
    this.visiblePaint = state.column(PAINTS)
    this.h = state.column(1)
  }

  /** Index of the oldest message that nobody has received. */
  get head(): number {
    return this.h[0]!
  }

  get visible(): number {
    return this.log.length - this.h[0]! + this.returned.length + this.toTheBack.length
  }

  add(reference: number, key: number, now: Micros): void {
    this.log.push(reference)
    this.sentAt.push(now)
    this.visiblePaint[this.world.keys.paint[key]!]! += 1
  }

  /** The slot of the message that is given out next, no longer visible; -1 when there is none. */
  take(): number {
    if (this.returned.length > 0) return this.fromReturned(this.returned)
    if (this.h[0]! === this.log.length) return this.toTheBack.length > 0 ? this.fromReturned(this.toTheBack) : -1
    const index = this.h[0]!
    const slot = this.slots.take()
    this.set(slot, SLOT.message, index + 1)
    this.set(slot, SLOT.sentAt, this.dropHead())
    return slot
  }

  /** A received message is visible again, until `expiry`. */
  giveBack(slot: number, expiry: Micros): void {
    const goesBack = this.value(slot, SLOT.receives) >= this.receivesUntilBack
    this.set(slot, SLOT.state, goesBack ? TO_THE_BACK : RETURNED)
    ;(goesBack ? this.toTheBack : this.returned).push(slot)
    this.expiries.schedule(slot, expiry)
    this.visiblePaint[this.paintOf(slot)]! += 1
  }

  /** A returned message goes without being received again. */
  withdraw(slot: number): void {
    this.expiries.cancel(slot)
    ;(this.value(slot, SLOT.state) === RETURNED ? this.returned : this.toTheBack).remove(slot)
    this.visiblePaint[this.paintOf(slot)]! -= 1
  }

  /** Takes the oldest message that nobody has received out of the log; returns when it was sent. */
  dropHead(): Micros {
    const index = this.h[0]!
    this.visiblePaint[this.paintOfMessage(index)]! -= 1
    this.h[0]! += 1
    return this.sentAt.get(index)
  }

  /** A returned message that has expired by now, or -1. */
  expired(now: Micros): number {
    return this.expiries.firstAt() <= now ? this.expiries.first() : -1
  }

  /** A returned message, any, or -1: for emptying the queue. */
  anyReturned(): number {
    if (this.returned.length > 0) return this.returned.at(0)
    return this.toTheBack.length > 0 ? this.toTheBack.at(0) : -1
  }

  /** When the next visible message expires, Infinity when none waits. */
  nextExpiry(retentionMicros: Micros): Micros {
    const head = this.h[0]!
    const headAt = head < this.log.length ? this.sentAt.get(head) + retentionMicros : Infinity
    return min(headAt, this.expiries.firstAt())
  }

  /** Returned messages expire by another retention from now on. */
  keepFor(retentionMicros: Micros): void {
    for (const waiting of [this.returned, this.toTheBack]) {
      for (let i = 0; i < waiting.length; i++) {
        const slot = waiting.at(i)
        this.expiries.schedule(slot, this.value(slot, SLOT.sentAt) + retentionMicros)
      }
    }
  }

  /** When the oldest message that is not gone was sent, `now` when there is none; one received three times no longer counts (SQS.13). */
  oldestSentAt(now: Micros): Micros {
    let oldest = this.h[0]! < this.log.length ? this.sentAt.get(this.h[0]!) : now
    for (let slot = 0; slot < this.slots.length; slot++) {
      if (this.messageOf(slot) === 0 || this.value(slot, SLOT.receives) >= this.receivesUntilBack) continue
      const sentAt = this.value(slot, SLOT.sentAt)
      if (sentAt < oldest) oldest = sentAt
    }
    return oldest
  }

  value(slot: number, field: number): number {
    return this.slots.values[slot * SLOT_FIELDS + field]!
  }

  set(slot: number, field: number, value: number): void {
    this.slots.values[slot * SLOT_FIELDS + field] = value
  }

  /** Number of the message (from 1) in a slot; 0 when the slot is free. */
  messageOf(slot: number): number {
    return this.value(slot, SLOT.message)
  }

  /** Reference of the record that message number `message` (from 1) carries. */
  recordOf(message: number): number {
    return this.log.get(message - 1)
  }

  paintOf(slot: number): number {
    return this.paintOfMessage(this.messageOf(slot) - 1)
  }

  get memoryBytes(): number {
    return this.log.bytes + this.sentAt.bytes
  }

  private fromReturned(waiting: Ring): number {
    const slot = waiting.shift()
    this.expiries.cancel(slot)
    this.visiblePaint[this.paintOf(slot)]! -= 1
    return slot
  }

  private paintOfMessage(index: number): number {
    const { records, keys } = this.world
    return keys.paint[records.keyOf(this.log.get(index))]!
  }
}
