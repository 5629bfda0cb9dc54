import { Slots } from '../kernel/slots.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'

/** Number of the group's MessageGroupId in `world.keys`, + 1; 0 = the row is free. */
const KEY = 0
/** Its received messages: first and last slot, + 1. */
export const FIRST = KEY + 1
export const LAST = FIRST + 1
/** Its messages that nobody has received, all behind those: numbers of the first and the last one; 0 = none. */
export const HEAD = LAST + 1
export const TAIL = HEAD + 1
const FIELDS = TAIL + 1

/**
 * The groups that have messages, a row each: an id that nothing is left of costs nothing (FIFO.07: their number has no limit).
 */
export class FifoGroups implements Growing {
  private readonly rows = new Slots(FIELDS)
  /** Row of each key, -1 = none. Follows from the rows. */
  private rowOfKey = new Int32Array(0)
  private opened = 0

  /** Groups that have messages. */
  get count(): number {
    return this.opened
  }

  /** Rows ever used, free ones included. */
  get length(): number {
    return this.rows.length
  }

  /** The row of a key's group, -1 when nothing is left of it. */
  rowOf(key: number): number {
    return key < this.rowOfKey.length ? this.rowOfKey[key]! : -1
  }

  /** The row of a key's group, made when there is none. */
  open(key: number): number {
    const known = this.rowOf(key)
    if (known >= 0) return known
    const row = this.rows.take()
    this.opened++
    this.set(row, KEY, key + 1)
    this.enter(key, row)
    return row
  }

  close(row: number): void {
    this.opened--
    this.rowOfKey[this.keyOf(row)] = -1
    this.rows.release(row)
  }

  isOpen(row: number): boolean {
    return this.of(row, KEY) > 0
  }

  /** Number of the group's MessageGroupId in `world.keys`. */
  keyOf(row: number): number {
    return this.of(row, KEY) - 1
  }

  of(row: number, field: number): number {
    return this.rows.values[row * FIELDS + field]!
  }

  set(row: number, field: number, value: number): void {
    this.rows.values[row * FIELDS + field] = value
  }

  saveTo(out: SnapshotWriter): void {
    this.rows.saveTo(out)
  }

  loadFrom(from: SnapshotReader): void {
    this.rows.loadFrom(from)
    this.rowOfKey.fill(-1)
    this.opened = 0
    for (let row = 0; row < this.rows.length; row++) {
      if (!this.isOpen(row)) continue
      this.opened++
      this.enter(this.keyOf(row), row)
    }
  }

  private enter(key: number, row: number): void {
    if (key >= this.rowOfKey.length) {
      const larger = new Int32Array(2 * (key + 1)).fill(-1)
      larger.set(this.rowOfKey)
      this.rowOfKey = larger
    }
    this.rowOfKey[key] = row
  }
}
