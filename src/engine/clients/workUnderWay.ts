import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** The work on a record is done. */
export const DONE = 0
/** An attempt has failed, and there will be another. */
export const FAILED_ATTEMPT = DONE + 1
/** The work has failed, and the record is left out. */
export const LEFT_OUT = FAILED_ATTEMPT + 1

type End = { at: Micros; record: number; what: number }

/** What will come of the records of a batch that are worked at once, in the order in which it comes. */
export class WorkUnderWay implements Growing {
  /** One of the records is never done. */
  isEndless = false
  private readonly ends: End[] = []
  private next = 0

  /** A new batch: what it had before is forgotten. */
  clear(): void {
    this.ends.length = 0
    this.next = 0
    this.isEndless = false
  }

  plan(at: Micros, record: number, what: number): void {
    this.ends.push({ at, record, what })
  }

  /** All is planned. */
  sort(): void {
    this.ends.sort((a, b) => a.at - b.at || a.record - b.record || b.what - a.what)
  }

  /** Moment of what comes next; Infinity when nothing does. */
  get nextAt(): Micros {
    return this.ends[this.next]?.at ?? Infinity
  }

  /** Moment of the last that comes; the batch ends with it unless it is endless. */
  get endAt(): Micros {
    return this.isEndless ? Infinity : (this.ends.at(-1)?.at ?? Infinity)
  }

  take(): End {
    return this.ends[this.next++]!
  }

  shift(micros: Micros): void {
    for (let i = this.next; i < this.ends.length; i++) this.ends[i]!.at += micros
  }

  copyFrom(other: WorkUnderWay): void {
    this.clear()
    this.isEndless = other.isEndless
    for (const end of other.ends.slice(other.next)) this.ends.push({ ...end })
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.isEndless ? 1 : 0)
    out.push(this.ends.length - this.next)
    for (let i = this.next; i < this.ends.length; i++) {
      const { at, record, what } = this.ends[i]!
      out.push(at)
      out.push(record)
      out.push(what)
    }
  }

  loadFrom(from: SnapshotReader): void {
    this.clear()
    this.isEndless = from.next() === 1
    const count = from.nextWhole()
    for (let i = 0; i < count; i++) this.plan(from.next(), from.nextWhole(), from.nextWhole())
  }
}
