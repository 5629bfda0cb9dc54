import { Slots } from '../kernel/slots.ts'
import type { State } from '../kernel/state.ts'

/** Receipt handles that a mapping holds, in one list a batch, in the order in which they were received. A row is one handle. */
export class HeldMessages {
  private readonly rows: Slots

  constructor(state: State) {
    this.rows = state.part(new Slots(HANDLE_FIELDS))
  }

  /** A new handle behind `last` (-1: it is the first of its list); returns its row. */
  add(last: number, slot: number, message: number, receives: number): number {
    const row = this.rows.take()
    this.set(row, SLOT, slot)
    this.set(row, MESSAGE, message)
    this.set(row, RECEIVES, receives)
    if (last >= 0) this.set(last, NEXT, row + 1)
    return row
  }

  /** The handle behind this one in its list, -1 when it is the last. */
  next(row: number): number {
    return this.of(row, NEXT) - 1
  }

  slotOf(row: number): number {
    return this.of(row, SLOT)
  }

  messageOf(row: number): number {
    return this.of(row, MESSAGE)
  }

  /** Which of its receives this is. */
  receivesOf(row: number): number {
    return this.of(row, RECEIVES)
  }

  /** Whether the invocation under way fails on it. */
  isFailed(row: number): boolean {
    return this.of(row, IS_FAILED) === 1
  }

  setFailed(row: number, failed: number): void {
    this.set(row, IS_FAILED, failed)
  }

  release(row: number): void {
    this.rows.release(row)
  }

  private of(row: number, field: number): number {
    return this.rows.values[row * HANDLE_FIELDS + field]!
  }

  private set(row: number, field: number, value: number): void {
    this.rows.values[row * HANDLE_FIELDS + field] = value
  }
}

const SLOT = 0
const MESSAGE = SLOT + 1
const RECEIVES = MESSAGE + 1
/** The next row of the list, plus 1. */
const NEXT = RECEIVES + 1
const IS_FAILED = NEXT + 1
const HANDLE_FIELDS = IS_FAILED + 1
