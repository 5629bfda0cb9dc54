import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'

/** SNS.06: what each message group of a topic may still publish, a bucket of one second for every group that was ever seen. */
export class GroupBuckets implements Growing {
  /** Two numbers a group: millionths of tokens missing from a full bucket, and when they were counted. */
  private values = new Float64Array(FIELDS)
  private groups = 0

  tokens(group: number, perSecond: number, now: Micros): number {
    if (perSecond === 0) return Infinity
    const full = millionthsOf(perSecond)
    if (group >= this.groups) return full
    const at = group * FIELDS
    return refilled(full - this.values[at + MISSING]!, now - this.values[at + COUNTED_AT]!, perSecond, full)
  }

  take(group: number, perSecond: number, now: Micros): void {
    if (perSecond === 0) return
    if (group >= this.groups) this.grow(group + 1)
    const left = this.tokens(group, perSecond, now) - MICROS_PER_SECOND
    this.values[group * FIELDS + MISSING] = millionthsOf(perSecond) - left
    this.values[group * FIELDS + COUNTED_AT] = now
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.groups)
    out.pushAll(this.values, this.groups * FIELDS)
  }

  loadFrom(from: SnapshotReader): void {
    this.groups = from.nextWhole()
    const needed = this.groups * FIELDS
    if (needed > this.values.length) this.values = new Float64Array(needed)
    from.nextInto(this.values, needed)
    this.values.fill(0, needed)
  }

  private grow(groups: number): void {
    this.groups = groups
    if (groups * FIELDS <= this.values.length) return
    const larger = new Float64Array(groups * FIELDS * 2)
    larger.set(this.values)
    this.values = larger
  }
}

const MISSING = 0
const COUNTED_AT = MISSING + 1
const FIELDS = COUNTED_AT + 1
