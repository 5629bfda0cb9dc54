import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** The highest of what was measured since any moment. Keeps only what is higher than all that came after it. */
export class Peaks implements Growing {
  /** Moments ascend, values descend. */
  private readonly moments: number[] = []
  private readonly values: number[] = []

  add(at: Micros, value: number): void {
    while (this.values.length > 0 && this.values.at(-1)! <= value) {
      this.values.pop()
      this.moments.pop()
    }
    this.moments.push(at)
    this.values.push(value)
  }

  /** 0 when nothing was measured after `since`. */
  highestAfter(since: Micros): number {
    const first = this.moments.findIndex((at) => at > since)
    return first < 0 ? 0 : this.values[first]!
  }

  /** What was measured up to `until` will not be asked for again. */
  forget(until: Micros): void {
    const first = this.moments.findIndex((at) => at > until)
    const count = first < 0 ? this.moments.length : first
    this.moments.splice(0, count)
    this.values.splice(0, count)
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.moments.length)
    out.pushAll(this.moments, this.moments.length)
    out.pushAll(this.values, this.values.length)
  }

  loadFrom(from: SnapshotReader): void {
    const count = from.nextWhole()
    for (const list of [this.moments, this.values]) {
      list.length = count
      from.nextInto(list, count)
    }
  }
}
