import { Slots } from '../kernel/slots.ts'
import type { State } from '../kernel/state.ts'

// Fields of a slot.
/** Number of the message, from 1; 0 in a free slot. */
const MESSAGE = 0
/** See below; a list number from `LISTED` on. */
const STATE = MESSAGE + 1
/** In all its queues (SQS.14b). */
const RECEIVES = STATE + 1
/** Of these, in queues that it was in before. */
const RECEIVES_BEFORE = RECEIVES + 1
const SENT_AT = RECEIVES_BEFORE + 1
const FIRST_RECEIVED_AT = SENT_AT + 1
/** Of the last receive; of one that nobody has received, when it became visible. */
const SINCE = FIRST_RECEIVED_AT + 1
/** Number of the queue whose dead letter it is, plus 1. */
const SOURCE = SINCE + 1
/** Neighbours in its list: slot plus 1, 0 at the ends. */
const NEXT = SOURCE + 1
const PREVIOUS = NEXT + 1
const SLOT_FIELDS = PREVIOUS + 1

export const SLOT = {
  message: MESSAGE,
  state: STATE,
  receives: RECEIVES,
  receivesBefore: RECEIVES_BEFORE,
  sentAt: SENT_AT,
  firstReceivedAt: FIRST_RECEIVED_AT,
  since: SINCE,
  source: SOURCE,
  next: NEXT,
  previous: PREVIOUS,
} as const

export const IN_FLIGHT = 1
/** Sent, and not to be had yet (SQS.10). */
export const DELAYED = IN_FLIGHT + 1
/** Visible: in the list whose number is the state less this. */
export const LISTED = DELAYED + 1

/** The messages of a queue that have a state of their own: received once, or delayed, or moved here; a row of numbers each. */
export class MessageSlots {
  private readonly rows = new Slots(SLOT_FIELDS)

  constructor(state: State) {
    state.part(this.rows)
  }

  /** Rows ever used. */
  get length(): number {
    return this.rows.length
  }

  take(message: number): number {
    const slot = this.rows.take()
    this.set(slot, MESSAGE, message)
    return slot
  }

  release(slot: number): void {
    this.rows.release(slot)
  }

  get(slot: number, field: number): number {
    return this.rows.values[slot * SLOT_FIELDS + field]!
  }

  set(slot: number, field: number, value: number): void {
    this.rows.values[slot * SLOT_FIELDS + field] = value
  }
}
