import { Uint32Log } from '../kernel/log.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'

/**
 * Which user records of a shard came in one Kinesis record (KIN6.06): they stand side by side in its log, and are read all
 * together. A record that is in no pack is a Kinesis record of its own.
 */
export class Packs implements Growing {
  private readonly starts = new Uint32Log()
  private readonly ends = new Uint32Log()
  private attemptsBeyond = 0
  private storedBeyond = 0

  /** A Kinesis record of so many user records was judged; its first one stands, or would have stood, at `start`. */
  add(start: number, count: number, isStored: boolean): void {
    this.attemptsBeyond += count - 1
    if (!isStored || count < 2) return
    this.storedBeyond += count - 1
    this.starts.push(start)
    this.ends.push(start + count)
  }

  /** How many fewer Kinesis records than user records were sent, and stored. */
  get fewerAttempts(): number {
    return this.attemptsBeyond
  }

  get fewerStored(): number {
    return this.storedBeyond
  }

  /** Where the Kinesis record begins that holds the user record at `index`. */
  startOf(index: number): number {
    const pack = this.lastFrom(index)
    return pack >= 0 && index < this.ends.get(pack) ? this.starts.get(pack) : index
  }

  /** The index after it. */
  endOf(index: number): number {
    const pack = this.lastFrom(index)
    return pack >= 0 && index < this.ends.get(pack) ? this.ends.get(pack) : index + 1
  }

  /** The index after `count` Kinesis records, from `from` on, at most `tip`. */
  after(from: number, count: number, tip: number): number {
    let index = from
    for (let left = count; left > 0 && index < tip; left--) index = this.endOf(index)
    return index
  }

  /** Kinesis records in [from, to). */
  countIn(from: number, to: number): number {
    let count = to - from
    for (let pack = this.lastFrom(to - 1); pack >= 0 && this.ends.get(pack) > from; pack--) {
      const start = this.starts.get(pack)
      const end = this.ends.get(pack)
      count -= (end < to ? end : to) - (start > from ? start : from) - 1
    }
    return count
  }

  clear(): void {
    for (const log of [this.starts, this.ends]) log.clear()
    this.attemptsBeyond = 0
    this.storedBeyond = 0
  }

  get bytes(): number {
    return this.starts.bytes + this.ends.bytes
  }

  saveTo(out: SnapshotWriter): void {
    for (const log of [this.starts, this.ends]) log.saveTo(out)
    out.push(this.attemptsBeyond)
    out.push(this.storedBeyond)
  }

  loadFrom(from: SnapshotReader): void {
    for (const log of [this.starts, this.ends]) log.loadFrom(from)
    this.attemptsBeyond = from.next()
    this.storedBeyond = from.next()
  }

  /** The last pack that begins at or before `index`, -1 when there is none. */
  private lastFrom(index: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.starts.get(middle) <= index) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
