import { min } from '../kernel/detMath.ts'
import { EventList } from '../kernel/eventList.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/**
 * When the messages with a slot were sent, to know what expires next and the age of the oldest. By the moment of sending and
 * not of expiry, so that another retention moves none of them.
 */
export class Ages {
  /** Sent here: they count for the age of the oldest. */
  private readonly counted = new EventList()
  /** Received too often to count (SQS.13), or dead letters. */
  private readonly uncounted = new EventList()
  /** Dead letters count from when they came, though they expire by when they were sent (SQS.15). */
  private readonly cameAt = new EventList()

  constructor(state: State) {
    for (const part of [this.counted, this.uncounted, this.cameAt]) state.part(part)
  }

  add(slot: number, sentAt: Micros): void {
    this.counted.schedule(slot, sentAt)
  }

  addDeadLetter(slot: number, sentAt: Micros, now: Micros): void {
    this.uncounted.schedule(slot, sentAt)
    this.cameAt.schedule(slot, now)
  }

  /** It goes on to expire, but no longer counts. */
  countNoMore(slot: number, sentAt: Micros): void {
    this.counted.cancel(slot)
    this.cameAt.cancel(slot)
    this.uncounted.schedule(slot, sentAt)
  }

  /** Whether it counts for anything here. */
  has(slot: number): boolean {
    return this.counted.atOf(slot) !== Infinity || this.uncounted.atOf(slot) !== Infinity
  }

  remove(slot: number): void {
    this.counted.cancel(slot)
    this.uncounted.cancel(slot)
    this.cameAt.cancel(slot)
  }

  /** Since when the oldest message that counts has been here, Infinity when there is none. */
  get oldestCountedAt(): Micros {
    return min(this.counted.firstAt(), this.cameAt.firstAt())
  }

  /** When the oldest message was sent, Infinity when there is none. */
  get oldestAt(): Micros {
    return min(this.counted.firstAt(), this.uncounted.firstAt())
  }

  /** The slot of the oldest message; only while `oldestAt` is a moment. */
  oldest(): number {
    return this.counted.firstAt() <= this.uncounted.firstAt() ? this.counted.first() : this.uncounted.first()
  }
}
