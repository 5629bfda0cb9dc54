import { GapLog } from '../kernel/gapLog.ts'
import { Uint32Log } from '../kernel/log.ts'
import { Ring } from '../kernel/ring.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/**
 * Every message that ever came to a queue, in order: reference of its record, and when it came. What nobody has touched yet is
 * the tail behind `head` and costs no state. Messages that were delayed, or came from another queue, have a slot from
 * the beginning; the head steps over them.
 */
export class MessageLog {
  private readonly references = new Uint32Log()
  private readonly cameAt = new GapLog()
  /** Indices at or behind the head whose message has a slot already. */
  private readonly withSlot = new Ring()
  private readonly h: Float64Array

  constructor(state: State) {
    for (const part of [this.references, this.cameAt, this.withSlot]) state.part(part)
    this.h = state.column(1)
  }

  get length(): number {
    return this.references.length
  }

  /** Index of the oldest message without a slot; `length` when there is none. */
  get head(): number {
    return this.h[0]!
  }

  /** Messages without a slot. */
  get untouched(): number {
    return this.references.length - this.h[0]! - this.withSlot.length
  }

  /** Returns the index. */
  add(reference: number, now: Micros): number {
    this.references.push(reference)
    this.cameAt.push(now)
    return this.references.length - 1
  }

  /** A message that has a slot from the beginning. */
  addWithSlot(reference: number, now: Micros): number {
    const index = this.add(reference, now)
    this.withSlot.push(index)
    this.stepOver()
    return index
  }

  /** Takes the oldest message without a slot out; only while there is one. */
  dropHead(): number {
    const index = this.h[0]!
    this.h[0] = index + 1
    this.stepOver()
    return index
  }

  referenceAt(index: number): number {
    return this.references.get(index)
  }

  cameAtOf(index: number): Micros {
    return this.cameAt.get(index)
  }

  /** When the oldest message without a slot came, Infinity when there is none. */
  get headCameAt(): Micros {
    return this.h[0]! < this.references.length ? this.cameAt.get(this.h[0]!) : Infinity
  }

  /** Every message without a slot, as an index. */
  eachUntouched(visit: (index: number) => void): void {
    let next = 0
    for (let index = this.h[0]!; index < this.references.length; index++) {
      if (next < this.withSlot.length && this.withSlot.at(next) === index) next++
      else visit(index)
    }
  }

  get bytes(): number {
    return this.references.bytes + this.cameAt.bytes
  }

  private stepOver(): void {
    while (this.withSlot.length > 0 && this.withSlot.at(0) === this.h[0]!) {
      this.withSlot.shift()
      this.h[0]! += 1
    }
  }
}
