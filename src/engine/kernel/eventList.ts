import type { Growing, SnapshotReader, SnapshotWriter } from './state.ts'
import { FIRST_ROOM } from './units.ts'

/**
 * Future event list: an indexed binary heap of timers. A timer has at most one pending moment, so scheduling
 * it again moves it, and a snapshot holds one row a timer instead of one an event.
 * Equal moments run in the order of timer numbers: a fixed order, whatever was scheduled first.
 * Also used for what a node keeps to itself (visibility deadlines, retries), with slots as timers.
 */
export class EventList implements Growing {
  private at: Float64Array
  private heap: Int32Array
  /** Place of each timer in the heap, or -1. */
  private place: Int32Array
  private count = 0
  /** The timer whose event is being handled, and whether its handler has set it anew. */
  private running = -1
  private touched = false

  constructor(capacity = FIRST_ROOM) {
    this.at = new Float64Array(capacity)
    this.heap = new Int32Array(capacity)
    this.place = new Int32Array(capacity).fill(-1)
  }

  get length(): number {
    return this.count
  }

  /** The earliest timer; only while `length` > 0. */
  first(): number {
    return this.heap[0]!
  }

  /** Moment of the earliest timer in microseconds, Infinity when there is none. */
  firstAt(): number {
    return this.count === 0 ? Infinity : this.at[this.heap[0]!]!
  }

  /**
   * Hands out the earliest timer for its event. It keeps its place until `end`, because most handlers schedule the same
   * timer again: one move in the heap instead of two.
   */
  begin(): number {
    this.running = this.heap[0]!
    this.touched = false
    return this.running
  }

  /** The event begun last is over: its timer goes, unless it was set anew. */
  end(): void {
    const timer = this.running
    this.running = -1
    if (!this.touched) this.cancel(timer)
  }

  /** Moment of a timer, Infinity when it is not pending. */
  atOf(timer: number): number {
    return timer >= this.place.length || this.place[timer]! < 0 ? Infinity : this.at[timer]!
  }

  /** Sets or moves a timer. Infinity cancels it. */
  schedule(timer: number, atMicros: number): void {
    if (atMicros === Infinity) {
      this.cancel(timer)
      return
    }
    if (timer === this.running) this.touched = true
    if (timer >= this.place.length) this.grow(timer + 1)
    const place = this.place[timer]!
    if (place < 0) {
      this.at[timer] = atMicros
      const last = this.count++
      this.heap[last] = timer
      this.place[timer] = last
      this.up(last)
      return
    }
    const before = this.at[timer]!
    if (atMicros === before) return
    this.at[timer] = atMicros
    if (atMicros > before) this.down(place)
    else this.up(place)
  }

  /** Takes the earliest timer out; only while `length` > 0. */
  shift(): number {
    const { heap, place } = this
    const timer = heap[0]!
    const moved = heap[--this.count]!
    place[timer] = -1
    if (moved !== timer) {
      heap[0] = moved
      place[moved] = 0
      this.down(0)
    }
    return timer
  }

  cancel(timer: number): void {
    if (timer === this.running) this.touched = true
    if (timer >= this.place.length) return
    const place = this.place[timer]!
    if (place < 0) return
    this.place[timer] = -1
    const last = --this.count
    if (place === last) return
    const moved = this.heap[last]!
    this.heap[place] = moved
    this.place[moved] = place
    this.up(place)
    this.down(this.place[moved]!)
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.count)
    for (let i = 0; i < this.count; i++) {
      const timer = this.heap[i]!
      out.push(timer)
      out.push(this.at[timer]!)
    }
  }

  loadFrom(from: SnapshotReader): void {
    this.place.fill(-1)
    this.count = from.nextWhole()
    for (let i = 0; i < this.count; i++) {
      const timer = from.nextWhole()
      if (timer >= this.place.length) this.grow(timer + 1)
      this.heap[i] = timer
      this.place[timer] = i
      this.at[timer] = from.next()
    }
  }

  private up(start: number): void {
    const { at, heap, place } = this
    const timer = heap[start]!
    const moment = at[timer]!
    let i = start
    while (i > 0) {
      const parent = (i - 1) >> 1
      const other = heap[parent]!
      const otherAt = at[other]!
      if (otherAt < moment || (otherAt === moment && other < timer)) break
      heap[i] = other
      place[other] = i
      i = parent
    }
    heap[i] = timer
    place[timer] = i
  }

  private down(start: number): void {
    const { at, heap, place, count } = this
    const timer = heap[start]!
    const moment = at[timer]!
    let i = start
    for (;;) {
      let child = 2 * i + 1
      if (child >= count) break
      let other = heap[child]!
      let otherAt = at[other]!
      if (child + 1 < count) {
        const right = heap[child + 1]!
        const rightAt = at[right]!
        if (rightAt < otherAt || (rightAt === otherAt && right < other)) {
          child++
          other = right
          otherAt = rightAt
        }
      }
      if (moment < otherAt || (moment === otherAt && timer < other)) break
      heap[i] = other
      place[other] = i
      i = child
    }
    heap[i] = timer
    place[timer] = i
  }

  private grow(needed: number): void {
    const capacity = needed * 2
    const at = new Float64Array(capacity)
    at.set(this.at)
    const heap = new Int32Array(capacity)
    heap.set(this.heap)
    const place = new Int32Array(capacity).fill(-1)
    place.set(this.place)
    this.at = at
    this.heap = heap
    this.place = place
  }
}
