import { KIBI } from './units.ts'

/** Writes a snapshot: every value is a double, so one hash over the result is a fingerprint of all bits. */
export class SnapshotWriter {
  private values = new Float64Array(KIBI)
  private used = 0

  push(value: number): void {
    if (this.used === this.values.length) this.reserve(1)
    this.values[this.used++] = value
  }

  pushAll(values: ArrayLike<number>, length: number): void {
    if (this.used + length > this.values.length) this.reserve(length)
    for (let i = 0; i < length; i++) this.values[this.used + i] = values[i]!
    this.used += length
  }

  reset(): void {
    this.used = 0
  }

  /** A view of what was written; valid until the next write. */
  view(): Float64Array {
    return this.values.subarray(0, this.used)
  }

  private reserve(more: number): void {
    const larger = new Float64Array((this.used + more) * 2)
    larger.set(this.values.subarray(0, this.used))
    this.values = larger
  }
}

export class SnapshotReader {
  private readonly values: Float64Array
  private place = 0

  constructor(values: Float64Array) {
    this.values = values
  }

  next(): number {
    return this.values[this.place++]!
  }

  /**
   * A value below 2^32 without a fraction, as an integer: a field that was filled with a double once would be handled as a
   * double from then on.
   */
  nextWhole(): number {
    return this.next() >>> 0
  }

  nextInto(target: { [index: number]: number }, length: number): void {
    for (let i = 0; i < length; i++) target[i] = this.values[this.place + i]!
    this.place += length
  }
}

/** A structure whose live size changes: it saves what is live, in a form that depends on its history only. */
export interface Growing {
  saveTo(out: SnapshotWriter): void
  loadFrom(from: SnapshotReader): void
}

/**
 * All that can change during a run. Models take their columns from here, so that one generic copy is a
 * snapshot and nothing can be forgotten in it. Append-only logs give their length only.
 */
export class State {
  private readonly columns: { [index: number]: number; length: number }[] = []
  private readonly parts: Growing[] = []

  /** A column of doubles, zero at first. */
  column(length: number): Float64Array {
    return this.adopt(new Float64Array(length))
  }

  /** Makes a typed array part of every snapshot. */
  adopt<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(column: T): T {
    this.columns.push(column)
    return column
  }

  part<T extends Growing>(part: T): T {
    this.parts.push(part)
    return part
  }

  save(out: SnapshotWriter): void {
    for (const column of this.columns) out.pushAll(column, column.length)
    for (const part of this.parts) part.saveTo(out)
  }

  load(from: SnapshotReader): void {
    for (const column of this.columns) from.nextInto(column, column.length)
    for (const part of this.parts) part.loadFrom(from)
  }
}
