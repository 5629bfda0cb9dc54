import type { State } from '../kernel/state.ts'

const SLOT = 0
const MESSAGE = SLOT + 1
const RECEIVE = MESSAGE + 1
const FIELDS = RECEIVE + 1

/** Receipt handles that workers have in hand, so many at the most for each: slot, message, and which of its receives it is. */
export class Hands {
  private readonly most: number
  private readonly column: Float64Array

  constructor(state: State, workers: number, most: number) {
    this.most = most
    this.column = state.column(workers * most * FIELDS)
  }

  put(worker: number, i: number, slot: number, message: number, receives: number): void {
    const place = this.placeOf(worker, i)
    this.column[place + SLOT] = slot
    this.column[place + MESSAGE] = message
    this.column[place + RECEIVE] = receives
  }

  slotAt(worker: number, i: number): number {
    return this.column[this.placeOf(worker, i) + SLOT]!
  }

  messageAt(worker: number, i: number): number {
    return this.column[this.placeOf(worker, i) + MESSAGE]!
  }

  receivesAt(worker: number, i: number): number {
    return this.column[this.placeOf(worker, i) + RECEIVE]!
  }

  /** Keeps those from `from` to `to` that the judge keeps, in their order; returns where they end now. */
  keep(worker: number, from: number, to: number, keeps: (message: number) => boolean): number {
    let end = from
    for (let i = from; i < to; i++) {
      if (!keeps(this.messageAt(worker, i))) continue
      if (end < i) this.put(worker, end, this.slotAt(worker, i), this.messageAt(worker, i), this.receivesAt(worker, i))
      end++
    }
    return end
  }

  private placeOf(worker: number, i: number): number {
    return (worker * this.most + i) * FIELDS
  }
}
