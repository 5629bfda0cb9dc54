import { mix } from '../kernel/digest.ts'
import { Uint32Log } from '../kernel/log.ts'
import type { Growing, State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { FIRST_ROOM, HALF_WORD_BITS } from '../kernel/units.ts'
import type { FifoOrder } from './fifoOrder.ts'
import type { FifoQueuePlan, TurnableFifoQueue } from './fifoPlan.ts'

/** No deduplication id: no send repeats it. */
const NONE = -1 >>> 0
const FREE = 0
const RUN = FIRST_ROOM

/**
 * FIFO.12: which deduplication ids a queue has taken in the last five minutes. The log of messages is the memory: a window moves
 * along it, and a hash table finds its rows. So a deleted message is remembered, and a purge forgets everything (FIFO.23).
 */
export class FifoDeduplication implements Growing {
  private readonly messages: FifoOrder
  private readonly windowMicros: Micros
  /** Of each message: the log of messages itself where each record is its own id. */
  private readonly ids: Uint32Log
  /** First row of the log that is still remembered, alone in its column. */
  private readonly from: Float64Array
  private readonly settings: Readonly<TurnableFifoQueue>
  /** Numbers of remembered messages by the hash of their id, 0 = free. Follows from the window, so no snapshot holds it. */
  private table = new Uint32Array(FIRST_ROOM)
  private count = 0
  private isStale = false
  /** Before this moment nothing is to be forgotten. Follows from the window too. */
  private forgetsAt = 0

  constructor(state: State, plan: FifoQueuePlan, settings: Readonly<TurnableFifoQueue>, messages: FifoOrder) {
    this.messages = messages
    this.settings = settings
    this.windowMicros = plan.deduplicationMicros
    this.ids = plan.recordsAreIds ? messages.log : state.part(new Uint32Log())
    this.from = state.column(1)
    state.part(this)
  }

  /**
   * Number of the message that was taken with this id and is remembered, -1 when there is none. After the scope became wider there may
   * be several: the newest one, wherever each stands in the table.
   */
  find(group: number, id: number, now: Micros): number {
    this.refresh()
    this.forgetOld(now)
    const { table } = this
    let found = -1
    for (let place = this.placeOf(group, id); table[place] !== FREE; place = this.after(place)) {
      const message = table[place]!
      if (message < found || this.ids.get(message - 1) !== id) continue
      if (!this.isByGroup || this.messages.keyOf(message) === group) found = message
    }
    return found
  }

  /** The message added last has this id, -1 = none. */
  remember(id: number): void {
    if (this.ids !== this.messages.log) this.ids.push(id < 0 ? NONE : id)
    if (!this.isStale) this.enter(this.messages.log.length)
  }

  /** FIFO.23 */
  forgetAll(): void {
    this.from[0] = this.messages.log.length
    this.isStale = true
  }

  /** What counts as the same id has changed. */
  scopeChanged(): void {
    this.isStale = true
  }

  saveTo(): void {}

  loadFrom(): void {
    this.isStale = true
  }

  get memoryBytes(): number {
    return this.ids === this.messages.log ? 0 : this.ids.bytes
  }

  /** FIFO.14: after five minutes an id is new again. */
  private forgetOld(now: Micros): void {
    if (now < this.forgetsAt) return
    const { sentAt, log } = this.messages
    for (;;) {
      const from = this.from[0]!
      this.forgetsAt = (from < log.length ? sentAt.get(from) : now) + this.windowMicros
      if (from === log.length || now < this.forgetsAt) return
      this.leave(from + 1)
      this.from[0] = from + 1
    }
  }

  /** FIFO.12: the same id in two groups is two ids. */
  private get isByGroup(): boolean {
    return this.settings.deduplicationScope === 1
  }

  /** Makes the table anew from the window. */
  private refresh(): void {
    if (!this.isStale) return
    this.isStale = false
    this.forgetsAt = 0
    this.clear(this.table.length)
    for (let index = this.from[0]!; index < this.messages.log.length; index++) this.enter(index + 1)
  }

  private enter(message: number): void {
    if (this.ids.get(message - 1) === NONE) return
    if (2 * (this.count + 1) > this.table.length) this.grow()
    let place = this.homeOf(message)
    while (this.table[place] !== FREE) place = this.after(place)
    this.table[place] = message
    this.count++
  }

  /** What stands behind the place that becomes free moves up, unless it would stand before its home. */
  private leave(message: number): void {
    const { table } = this
    const mask = table.length - 1
    let hole = this.homeOf(message)
    while (table[hole] !== message) {
      if (table[hole] === FREE) return
      hole = this.after(hole)
    }
    this.count--
    for (let place = this.after(hole); table[place] !== FREE; place = this.after(place)) {
      const fromHome = (place - this.homeOf(table[place]!)) & mask
      if (fromHome < ((place - hole) & mask)) continue
      table[hole] = table[place]!
      hole = place
    }
    table[hole] = FREE
  }

  private grow(): void {
    const { table } = this
    this.clear(2 * table.length)
    for (const message of table) if (message !== FREE) this.enter(message)
  }

  private clear(size: number): void {
    this.table = new Uint32Array(size)
    this.count = 0
  }

  private homeOf(message: number): number {
    return this.placeOf(this.isByGroup ? this.messages.keyOf(message) : 0, this.ids.get(message - 1))
  }

  /** Ids that follow each other stand beside each other, a few at a time: most often they come so. */
  private placeOf(group: number, id: number): number {
    const within = id & (RUN - 1)
    const hash = mix(mix(0, id - within), this.isByGroup ? group : 0)
    return (((hash ^ (hash >>> HALF_WORD_BITS)) & ~(RUN - 1)) + within) & (this.table.length - 1)
  }

  private after(place: number): number {
    return (place + 1) & (this.table.length - 1)
  }
}
