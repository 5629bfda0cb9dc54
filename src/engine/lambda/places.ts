import { Slots } from '../kernel/slots.ts'
import type { State } from '../kernel/state.ts'

const FREE = 0
const ASKING = FREE + 1
const IDLE = ASKING + 1
const GATHERING = IDLE + 1
const THROTTLED = GATHERING + 1
const RUNNING = THROTTLED + 1
const DELETING = RUNNING + 1

/**
 * asking: about to receive; idle: its long poll waits and it holds nothing; gathering: the same with messages in hand; throttled: the
 * function had no room for its batch; deleting: its work is done, and the queue has refused the call that deletes it (FIFO.02).
 */
export const PlaceState = {
  free: FREE,
  asking: ASKING,
  idle: IDLE,
  gathering: GATHERING,
  throttled: THROTTLED,
  running: RUNNING,
  deleting: DELETING,
} as const

const STATE = 0
export const COUNT = STATE + 1
export const BYTES = COUNT + 1
/** First and last handle of its batch, plus 1. */
export const FIRST = BYTES + 1
export const LAST = FIRST + 1
/** LKI.03 */
export const WINDOW_FROM = LAST + 1
export const WINDOW_END = WINDOW_FROM + 1
/** When the first message of the batch was received. */
export const RECEIVED_AT = WINDOW_END + 1
export const FAILURE = RECEIVED_AT + 1
/** Row of the invocation under way in CallingWork. */
export const WORK_ROW = FAILURE + 1
const PLACE_FIELDS = WORK_ROW + 1

/**
 * The places of a mapping: each polls, gathers one batch and has one invocation under way, as many of them as the mapping may have
 * invocations at once.
 */
export class Places {
  private readonly rows: Slots
  private readonly counts: Float64Array

  constructor(state: State) {
    this.rows = state.part(new Slots(PLACE_FIELDS))
    this.counts = state.column(2)
  }

  get length(): number {
    return this.counts[ALL]!
  }

  /** Places whose poll waits and that hold no message. */
  get idle(): number {
    return this.counts[IDLE_ONES]!
  }

  /** A new place; its row. */
  add(): number {
    this.counts[ALL]! += 1
    return this.rows.take()
  }

  remove(row: number): void {
    this.setState(row, FREE)
    this.counts[ALL]! -= 1
    this.rows.release(row)
  }

  stateOf(row: number): number {
    return this.of(row, STATE)
  }

  setState(row: number, state: number): void {
    if (this.of(row, STATE) === IDLE) this.counts[IDLE_ONES]! -= 1
    if (state === IDLE) this.counts[IDLE_ONES]! += 1
    this.set(row, STATE, state)
  }

  /** An idle place, the last of them; -1 when there is none. */
  lastIdle(): number {
    let row = this.rows.length - 1
    while (row >= 0 && this.stateOf(row) !== IDLE) row--
    return row
  }

  rowsIn(state: number): number[] {
    const rows: number[] = []
    for (let row = 0; row < this.rows.length; row++) if (this.stateOf(row) === state) rows.push(row)
    return rows
  }

  /** Messages that the places hold. */
  get held(): number {
    let sum = 0
    for (let row = 0; row < this.rows.length; row++) sum += this.of(row, COUNT)
    return sum
  }

  of(row: number, field: number): number {
    return this.rows.values[row * PLACE_FIELDS + field]!
  }

  set(row: number, field: number, value: number): void {
    this.rows.values[row * PLACE_FIELDS + field] = value
  }
}

const ALL = 0
const IDLE_ONES = 1
