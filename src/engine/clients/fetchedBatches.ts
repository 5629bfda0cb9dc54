import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** Batches that GetRecords calls have brought and that are not worked through, oldest first: the first is the one in work. */
export class FetchedBatches {
  /** The number of batches, then each one's fields. */
  readonly column: Float64Array

  constructor(state: State, atMost: number) {
    this.column = state.column(FIRST_BATCH + atMost * BATCH_FIELDS)
  }

  get count(): number {
    return this.column[0]!
  }

  push(start: number, end: number, at: Micros, bytes: number): void {
    const { column } = this
    const i = FIRST_BATCH + column[0]! * BATCH_FIELDS
    column[i] = start
    column[i + 1] = end
    column[i + BATCH_AT - BATCH_START] = at
    column[i + BATCH_BYTES - BATCH_START] = bytes
    column[0]! += 1
  }

  /** The first batch is done. */
  shift(): void {
    const left = --this.column[0]!
    this.column.copyWithin(BATCH_START, BATCH_START + BATCH_FIELDS, BATCH_START + (left + 1) * BATCH_FIELDS)
  }

  /** Keeps the first `count` batches. */
  keep(count: number): void {
    if (this.column[0]! > count) this.column[0] = count
  }

  /** Takes over all batches of another one. */
  copyFrom(other: FetchedBatches): void {
    this.column.set(other.column)
  }

  startOf(batch: number): number {
    return this.column[BATCH_START + batch * BATCH_FIELDS]!
  }

  endOf(batch: number): number {
    return this.column[BATCH_END + batch * BATCH_FIELDS]!
  }

  /** When a batch has arrived. */
  atOf(batch: number): Micros {
    return this.column[BATCH_AT + batch * BATCH_FIELDS]!
  }

  /** Records from batch `from` on. */
  recordsFrom(from: number): number {
    let sum = 0
    for (let b = from; b < this.count; b++) sum += this.endOf(b) - this.startOf(b)
    return sum
  }

  /** Bytes from batch `from` on. */
  bytesFrom(from: number): number {
    let sum = 0
    for (let b = from; b < this.count; b++) sum += this.column[BATCH_BYTES + b * BATCH_FIELDS]!
    return sum
  }
}

const FIRST_BATCH = 1
/** Of the first batch: its first record's index, the one after its last, when it arrived. */
export const BATCH_START = FIRST_BATCH
export const BATCH_END = BATCH_START + 1
export const BATCH_AT = BATCH_END + 1
const BATCH_BYTES = BATCH_AT + 1
const BATCH_FIELDS = BATCH_BYTES + 1 - BATCH_START
