import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

const SLOT = 0
const MESSAGE = SLOT + 1
const RECEIVE = MESSAGE + 1
const STEP = RECEIVE + 1
const AT = STEP + 1
const STAMP = AT + 1
const FIELDS = STAMP + 1

const WAITS = 0
const WORKING = WAITS + 1
const CALLING = WORKING + 1
const ANSWERED = CALLING + 1
const REFUSED = ANSWERED + 1
const DELETING = REFUSED + 1
const OVER = DELETING + 1

/**
 * What becomes of a message in hand. waits: for its turn; calling: for the answer of the system downstream, which was answered or refused
 * when the answer has come; deleting: the call is under way; over: whatever became of it, the worker is done with it.
 */
export const HandStep = {
  waits: WAITS,
  working: WORKING,
  calling: CALLING,
  answered: ANSWERED,
  refused: REFUSED,
  deleting: DELETING,
  over: OVER,
} as const

/** Messages that workers have in hand, so many at the most for each, by their receipt handles: slot, message, and which of its receives it is. */
export class Hands implements Growing {
  readonly most: number
  private readonly counts: Int32Array
  private readonly rows: Float64Array

  constructor(workers: number, most: number) {
    this.most = most
    this.counts = new Int32Array(workers)
    this.rows = new Float64Array(workers * most * FIELDS)
  }

  countOf(worker: number): number {
    return this.counts[worker]!
  }

  clear(worker: number): void {
    this.counts[worker] = 0
  }

  add(worker: number, slot: number, message: number, receives: number): void {
    const place = this.placeOf(worker, this.counts[worker]!)
    this.counts[worker]! += 1
    this.rows[place + SLOT] = slot
    this.rows[place + MESSAGE] = message
    this.rows[place + RECEIVE] = receives
    this.rows[place + STEP] = WAITS
    this.rows[place + AT] = Infinity
    this.rows[place + STAMP] = 0
  }

  slotAt(worker: number, i: number): number {
    return this.rows[this.placeOf(worker, i) + SLOT]!
  }

  messageAt(worker: number, i: number): number {
    return this.rows[this.placeOf(worker, i) + MESSAGE]!
  }

  receivesAt(worker: number, i: number): number {
    return this.rows[this.placeOf(worker, i) + RECEIVE]!
  }

  stepOf(worker: number, i: number): number {
    return this.rows[this.placeOf(worker, i) + STEP]!
  }

  /** When its step ends; Infinity while nobody knows. */
  dueAt(worker: number, i: number): Micros {
    return this.rows[this.placeOf(worker, i) + AT]!
  }

  /** Of the call that it waits for, 0 for none. */
  stampOf(worker: number, i: number): number {
    return this.rows[this.placeOf(worker, i) + STAMP]!
  }

  enter(worker: number, i: number, step: number, at: Micros, stamp = 0): void {
    const place = this.placeOf(worker, i)
    this.rows[place + STEP] = step
    this.rows[place + AT] = at
    this.rows[place + STAMP] = stamp
  }

  saveTo(out: SnapshotWriter): void {
    for (let worker = 0; worker < this.counts.length; worker++) {
      out.push(this.counts[worker]!)
      const from = this.placeOf(worker, 0)
      const to = this.placeOf(worker, this.counts[worker]!)
      for (let i = from; i < to; i++) out.push(this.rows[i]!)
    }
  }

  loadFrom(from: SnapshotReader): void {
    for (let worker = 0; worker < this.counts.length; worker++) {
      this.counts[worker] = from.nextWhole()
      const end = this.placeOf(worker, this.counts[worker]!)
      for (let i = this.placeOf(worker, 0); i < end; i++) this.rows[i] = from.next()
    }
  }

  private placeOf(worker: number, i: number): number {
    return (worker * this.most + i) * FIELDS
  }
}
