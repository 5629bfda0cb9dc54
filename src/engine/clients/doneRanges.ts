import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'

/**
 * Which records of a shard have been worked at least once: all below `highest` but for the gaps. What is kept depends on
 * that set alone and not on the order in which records were worked, so it does not matter when somebody looks.
 */
export class DoneRanges implements Growing {
  /** One past the furthest record ever worked. */
  highest = 0
  /** From, to, from, to: rising, none of them empty, no two touching. */
  private readonly gaps: number[] = []

  /** Marks the records [from, to) as worked, and returns how many of them had been before. */
  add(from: number, to: number): number {
    const { highest } = this
    if (from >= highest) {
      if (from > highest) this.gaps.push(highest, from)
      this.highest = to
      return 0
    }
    const known = to < highest ? to : highest
    const again = known - from - this.fill(from, known)
    if (to > highest) this.highest = to
    return again
  }

  /** How many of the records [from, to) have not been worked. */
  missingIn(from: number, to: number): number {
    const { gaps, highest } = this
    let missing = to > highest ? to - (from > highest ? from : highest) : 0
    for (let i = 0; i < gaps.length && gaps[i]! < to; i += 2) {
      const start = gaps[i]! > from ? gaps[i]! : from
      const end = gaps[i + 1]! < to ? gaps[i + 1]! : to
      if (end > start) missing += end - start
    }
    return missing
  }

  /** Records before `index` will not be worked any more: their gaps need not be kept. */
  forget(index: number): void {
    const { gaps } = this
    while (gaps.length > 0 && gaps[1]! <= index) gaps.splice(0, 2)
    if (gaps.length > 0 && gaps[0]! < index) gaps[0] = index
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.highest)
    out.push(this.gaps.length)
    out.pushAll(this.gaps, this.gaps.length)
  }

  loadFrom(from: SnapshotReader): void {
    this.highest = from.next()
    this.gaps.length = 0
    const count = from.nextWhole()
    for (let i = 0; i < count; i++) this.gaps.push(from.next())
  }

  /** Closes the gaps within [from, to), and returns how many records lay in them. */
  private fill(from: number, to: number): number {
    const { gaps } = this
    let filled = 0
    for (let i = 0; i < gaps.length && gaps[i]! < to; ) {
      const start = gaps[i]!
      const end = gaps[i + 1]!
      const [left, right] = [start > from ? start : from, end < to ? end : to]
      if (right <= left) {
        i += 2
        continue
      }
      filled += right - left
      const rest: number[] = []
      if (start < left) rest.push(start, left)
      if (right < end) rest.push(right, end)
      gaps.splice(i, 2, ...rest)
      i += rest.length
    }
    return filled
  }
}
