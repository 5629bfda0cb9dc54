import type { Growing, SnapshotReader, SnapshotWriter } from './state.ts'
import { FIRST_ROOM } from './units.ts'

/**
 * Rows that come and go: a fixed number of doubles each, with freed rows used again, last freed first.
 * Row r, field f stands at `values[r * fields + f]`; read `values` afresh after `take`, which may move it.
 */
export class Slots implements Growing {
  values: Float64Array
  private readonly fields: number
  private readonly free: number[] = []
  /** Rows ever used; all above are untouched. */
  private used = 0

  constructor(fields: number) {
    this.fields = fields
    this.values = new Float64Array(FIRST_ROOM * fields)
  }

  get length(): number {
    return this.used
  }

  take(): number {
    const freed = this.free.pop()
    if (freed !== undefined) return freed
    const slot = this.used++
    if (this.used * this.fields > this.values.length) {
      const larger = new Float64Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    return slot
  }

  release(slot: number): void {
    const first = slot * this.fields
    for (let i = 0; i < this.fields; i++) this.values[first + i] = 0
    this.free.push(slot)
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.used)
    out.push(this.free.length)
    out.pushAll(this.free, this.free.length)
    out.pushAll(this.values, this.used * this.fields)
  }

  loadFrom(from: SnapshotReader): void {
    this.used = from.nextWhole()
    this.free.length = 0
    const freeCount = from.nextWhole()
    for (let i = 0; i < freeCount; i++) this.free.push(from.nextWhole())
    const needed = this.used * this.fields
    if (needed > this.values.length) this.values = new Float64Array(needed * 2)
    from.nextInto(this.values, needed)
    // A later moment may have used rows above: they must be untouched again.
    this.values.fill(0, needed)
  }
}
