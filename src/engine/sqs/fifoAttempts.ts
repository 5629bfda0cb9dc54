import { Ring } from '../kernel/ring.ts'
import { Slots } from '../kernel/slots.ts'
import type { Growing, State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { ATTEMPT, NEXT_OF_ATTEMPT } from './fifoSlots.ts'

/** The messages of a receive are linked through their slots. */
type SlotFields = { value(slot: number, field: number): number; set(slot: number, field: number, value: number): void }

const ID = 0
const AT = ID + 1
/** First slot of the receive, + 1; 0 = it cannot be repeated any more. */
const FIRST = AT + 1
const FIELDS = FIRST + 1

/**
 * FIFO.16: what receives with a ReceiveRequestAttemptId returned in the last five minutes. A receive can be repeated while all its
 * messages are in flight by it and none was changed or deleted.
 */
export class FifoAttempts implements Growing {
  private readonly slots: SlotFields
  private readonly windowMicros: Micros
  private readonly rows = new Slots(FIELDS)
  /** Rows, oldest first. */
  private readonly order = new Ring()
  /** Row of each attempt. Follows from the rows. */
  private readonly rowOf = new Map<number, number>()

  constructor(state: State, slots: SlotFields, windowMicros: Micros) {
    this.slots = slots
    this.windowMicros = windowMicros
    for (const part of [this.rows, this.order, this]) state.part(part)
  }

  /** The receive of these slots can be repeated by its attempt id. */
  remember(attempt: number, received: Int32Array, count: number, now: Micros): void {
    this.forgetOld(now)
    if (count === 0) return
    const row = this.rows.take()
    this.order.push(row)
    this.rowOf.set(attempt, row)
    this.write(row, ID, attempt)
    this.write(row, AT, now)
    this.write(row, FIRST, received[0]! + 1)
    for (let i = 0; i < count; i++) {
      this.slots.set(received[i]!, ATTEMPT, row + 1)
      this.slots.set(received[i]!, NEXT_OF_ATTEMPT, i + 1 < count ? received[i + 1]! + 1 : 0)
    }
  }

  /** Writes the slots that an attempt received to `out` and returns how many; 0 when it is a new receive. */
  recall(attempt: number, out: Int32Array, now: Micros): number {
    this.forgetOld(now)
    const row = this.rowOf.get(attempt)
    let count = 0
    if (row === undefined) return count
    for (let link = this.read(row, FIRST); link > 0; link = this.slots.value(link - 1, NEXT_OF_ATTEMPT))
      out[count++] = link - 1
    return count
  }

  /** A message of a receive was changed, deleted or is visible again: that receive cannot be repeated. */
  touch(slot: number): void {
    const row = this.slots.value(slot, ATTEMPT) - 1
    if (row < 0) return
    for (let link = this.read(row, FIRST); link > 0; ) {
      const next = this.slots.value(link - 1, NEXT_OF_ATTEMPT)
      this.slots.set(link - 1, ATTEMPT, 0)
      this.slots.set(link - 1, NEXT_OF_ATTEMPT, 0)
      link = next
    }
    this.write(row, FIRST, 0)
  }

  forgetAll(): void {
    while (this.order.length > 0) this.rows.release(this.order.shift())
    this.rowOf.clear()
  }

  saveTo(): void {}

  loadFrom(): void {
    this.rowOf.clear()
    for (let i = 0; i < this.order.length; i++) this.rowOf.set(this.read(this.order.at(i), ID), this.order.at(i))
  }

  private forgetOld(now: Micros): void {
    while (this.order.length > 0 && this.read(this.order.at(0), AT) + this.windowMicros <= now) {
      const row = this.order.shift()
      const first = this.read(row, FIRST) - 1
      if (first >= 0) this.touch(first)
      if (this.rowOf.get(this.read(row, ID)) === row) this.rowOf.delete(this.read(row, ID))
      this.rows.release(row)
    }
  }

  private read(row: number, field: number): number {
    return this.rows.values[row * FIELDS + field]!
  }

  private write(row: number, field: number, value: number): void {
    this.rows.values[row * FIELDS + field] = value
  }
}
