import { EventList } from '../kernel/eventList.ts'
import { Ring } from '../kernel/ring.ts'
import { Slots } from '../kernel/slots.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

const FIELDS = 2

/** Refused records of a link: those whose back-off runs, and, in the order in which it ended, those that may be sent again. */
export class RetryQueue {
  /** Reference of the record, and attempts so far. */
  private readonly slots = new Slots(FIELDS)
  private readonly ends = new EventList()
  private readonly ready = new Ring()

  constructor(state: State) {
    for (const part of [this.slots, this.ends, this.ready]) state.part(part)
  }

  /** Records that may be sent now. */
  get readyCount(): number {
    return this.ready.length
  }

  /** When the next back-off ends, Infinity when none runs. */
  get nextAt(): Micros {
    return this.ends.firstAt()
  }

  add(reference: number, attempts: number, readyAt: Micros): void {
    const slot = this.slots.take()
    this.slots.values[slot * FIELDS] = reference
    this.slots.values[slot * FIELDS + 1] = attempts
    this.ends.schedule(slot, readyAt)
  }

  /** Back-offs that have ended. */
  ripen(now: Micros): void {
    while (this.ends.firstAt() <= now) this.ready.push(this.ends.shift())
  }

  /** The record that is sent first; only while `readyCount` > 0. */
  get reference(): number {
    return this.slots.values[this.ready.at(0) * FIELDS]!
  }

  /** How often that record was tried. */
  get attempts(): number {
    return this.slots.values[this.ready.at(0) * FIELDS + 1]!
  }

  shift(): void {
    this.slots.release(this.ready.shift())
  }
}
