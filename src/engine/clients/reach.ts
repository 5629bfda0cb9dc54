import { Ring } from '../kernel/ring.ts'
import type { World } from '../world.ts'

/**
 * How far the records of a producer come that routes each to several queues itself: a call fails for one queue alone, so a record
 * may reach some of its queues only.
 */
export class Reach {
  private readonly bits: number
  /** Of each record from the oldest whose fate is open: links that still have it, and what has happened to it on others. */
  private readonly open: Ring
  private readonly c: Float64Array

  constructor({ state, records }: World) {
    this.bits = records.producerBits
    this.open = state.part(new Ring())
    this.c = state.column(COUNTERS)
  }

  /** Records that at least one link has stored and at least one has lost. */
  get some(): number {
    return this.c[SOME]!
  }
  /** Records that every link has lost that they were for. */
  get none(): number {
    return this.c[NONE]!
  }
  /** Records that no link is for. */
  get unrouted(): number {
    return this.c[UNROUTED]!
  }

  /** A new record, the next of its producer, goes to so many links. */
  begin(links: number): void {
    if (links === 0) this.c[UNROUTED]! += 1
    this.open.push(links * PENDING)
    this.close()
  }

  stored(reference: number): void {
    this.end(reference, STORED)
  }

  /** Dropped or given up. */
  lost(reference: number): void {
    this.end(reference, LOST)
  }

  private end(reference: number, how: number): void {
    const { c, open } = this
    const place = (reference >>> this.bits) - c[FIRST]!
    const before = open.at(place)
    const after = (before - PENDING) | how
    open.set(place, after)
    if ((after & BOTH) === BOTH && (before & BOTH) !== BOTH) c[SOME]! += 1
    if (after === LOST) c[NONE]! += 1
    this.close()
  }

  /** What every link has decided about is forgotten. */
  private close(): void {
    const { c, open } = this
    while (open.length > 0 && open.at(0) < PENDING) {
      open.shift()
      c[FIRST]! += 1
    }
  }
}

const STORED = 1
const LOST = 2
const BOTH = STORED | LOST
const PENDING = BOTH + 1

/** Number of the first record in `open`, from 0. */
const FIRST = 0
const SOME = FIRST + 1
const NONE = SOME + 1
const UNROUTED = NONE + 1
const COUNTERS = UNROUTED + 1
