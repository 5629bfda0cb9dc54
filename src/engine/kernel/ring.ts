import type { Growing, SnapshotReader, SnapshotWriter } from './state.ts'
import { FIRST_ROOM } from './units.ts'

/** A first-in, first-out queue of unsigned 32-bit values that grows as needed. */
export class Ring implements Growing {
  private values = new Uint32Array(FIRST_ROOM)
  private head = 0
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.grow()
    this.values[(this.head + this.length++) & (this.values.length - 1)] = value
  }

  /** Puts a value before the oldest. */
  unshift(value: number): void {
    if (this.length === this.values.length) this.grow()
    this.head = (this.head - 1) & (this.values.length - 1)
    this.values[this.head] = value
    this.length++
  }

  /** Takes the oldest; only while `length` > 0. */
  shift(): number {
    const value = this.values[this.head]!
    this.head = (this.head + 1) & (this.values.length - 1)
    this.length--
    return value
  }

  /** The i-th oldest, from 0. */
  at(i: number): number {
    return this.values[(this.head + i) & (this.values.length - 1)]!
  }

  /** Changes the i-th oldest. */
  set(i: number, value: number): void {
    this.values[(this.head + i) & (this.values.length - 1)] = value
  }

  /** Takes out the first occurrence of a value, keeping the order of the rest; false when it is not there. */
  remove(value: number): boolean {
    for (let i = 0; i < this.length; i++) {
      if (this.at(i) !== value) continue
      if (i === 0) {
        this.shift()
        return true
      }
      for (let k = i; k + 1 < this.length; k++) this.values[(this.head + k) & (this.values.length - 1)] = this.at(k + 1)
      this.length--
      return true
    }
    return false
  }

  clear(): void {
    this.length = 0
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.length)
    for (let i = 0; i < this.length; i++) out.push(this.at(i))
  }

  loadFrom(from: SnapshotReader): void {
    const length = from.nextWhole()
    this.head = 0
    this.length = 0
    for (let i = 0; i < length; i++) this.push(from.nextWhole())
  }

  private grow(): void {
    const larger = new Uint32Array(this.values.length * 2)
    for (let i = 0; i < this.length; i++) larger[i] = this.at(i)
    this.values = larger
    this.head = 0
  }
}
