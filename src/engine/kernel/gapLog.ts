import { Float64Log, Uint32Log } from './log.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from './state.ts'
import type { Micros } from './time.ts'
import { GAP_BLOCK_BITS, HALF_WORD_VALUES, LOG_CHUNK_BITS } from './units.ts'

const CHUNK_BITS = LOG_CHUNK_BITS
const CHUNK = 1 << CHUNK_BITS
/** Every 64th moment is kept whole; between them only gaps. */
const BLOCK_BITS = GAP_BLOCK_BITS
const BLOCK_MASK = (1 << BLOCK_BITS) - 1
/** A gap of this or more is kept in the table of long gaps. */
const LONG = HALF_WORD_VALUES - 1

/**
 * Moments that never go back, kept as 16-bit gaps: a little over 2 bytes each, any duration, exact.
 * For moments that are appended all the time and looked up seldom (a look-up adds up to 63 gaps).
 */
export class GapLog implements Growing {
  length = 0
  private lastAt = 0
  private readonly chunks: Uint16Array[] = []
  /** The chunk that the next row goes to, unless it begins a new one. */
  private open: Uint16Array = new Uint16Array(0)
  private readonly blockStarts = new Float64Log()
  private readonly longIndices = new Uint32Log()
  private readonly longMoments = new Float64Log()

  push(at: Micros): void {
    const index = this.length++
    if ((index & BLOCK_MASK) === 0) this.beginBlock(index, at)
    const gap = at - this.lastAt
    this.open[index & (CHUNK - 1)] = gap < LONG ? gap : this.keepLong(index, at)
    this.lastAt = at
  }

  /** Moment of row `index`. */
  get(index: number): Micros {
    let at = this.blockStarts.get(index >>> BLOCK_BITS)
    const chunk = this.chunks[index >>> CHUNK_BITS]!
    for (let i = (index & ~BLOCK_MASK) + 1; i <= index; i++) {
      const gap = chunk[i & (CHUNK - 1)]!
      at = gap === LONG ? this.longMomentOf(i) : at + gap
    }
    return at
  }

  /** Moment of the newest row, 0 when empty. */
  get last(): Micros {
    return this.lastAt
  }

  /** Index of the first row at or after `moment`, not before `from`; `length` when there is none. */
  firstAtOrAfter(moment: Micros, from: number): number {
    if (this.length === 0 || this.lastAt < moment) return this.length
    let low = from
    let high = this.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.get(middle) < moment) low = middle + 1
      else high = middle
    }
    return low
  }

  get bytes(): number {
    return this.chunks.length * CHUNK * 2 + this.blockStarts.bytes + this.longIndices.bytes + this.longMoments.bytes
  }

  /** As new; the memory is kept. */
  clear(): void {
    this.length = 0
    this.lastAt = 0
    for (const log of [this.blockStarts, this.longIndices, this.longMoments]) log.clear()
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.length)
    out.push(this.lastAt)
    this.blockStarts.saveTo(out)
    this.longIndices.saveTo(out)
    this.longMoments.saveTo(out)
  }

  loadFrom(from: SnapshotReader): void {
    this.length = from.nextWhole()
    if ((this.length & (CHUNK - 1)) !== 0) this.open = this.chunks[this.length >>> CHUNK_BITS]!
    this.lastAt = from.next()
    this.blockStarts.loadFrom(from)
    this.longIndices.loadFrom(from)
    this.longMoments.loadFrom(from)
  }

  private beginBlock(index: number, at: Micros): void {
    this.blockStarts.push(at)
    if ((index & (CHUNK - 1)) !== 0) return
    const chunk = index >>> CHUNK_BITS
    if (chunk === this.chunks.length) this.chunks.push(new Uint16Array(CHUNK))
    this.open = this.chunks[chunk]!
  }

  /** A gap too long for 16 bits: its moment goes to the table, its row says so. */
  private keepLong(index: number, at: Micros): number {
    this.longIndices.push(index)
    this.longMoments.push(at)
    return LONG
  }

  private longMomentOf(index: number): Micros {
    let low = 0
    let high = this.longIndices.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.longIndices.get(middle) < index) low = middle + 1
      else high = middle
    }
    return this.longMoments.get(low)
  }
}
