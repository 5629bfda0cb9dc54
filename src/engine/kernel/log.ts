import type { Growing, SnapshotReader, SnapshotWriter } from './state.ts'
import { DOUBLE_BYTES, LOG_CHUNK_BITS, WORD_BYTES, WORD_VALUES } from './units.ts'

// Append-only logs in chunks: nothing is copied when they grow, and a snapshot holds their length only,
// because running on from a snapshot writes the same rows again.

const CHUNK_BITS = LOG_CHUNK_BITS
const CHUNK = 1 << CHUNK_BITS
const MASK = CHUNK - 1

/** Unsigned 32-bit rows, 4 bytes each. */
export class Uint32Log implements Growing {
  length = 0
  private readonly chunks: Uint32Array[] = []
  /** The chunk that the next row goes to, unless it begins a new one. */
  private open: Uint32Array = new Uint32Array(0)

  push(value: number): void {
    const place = this.length & MASK
    if (place === 0) this.open = this.nextChunk()
    this.open[place] = value
    this.length++
  }

  get(index: number): number {
    return this.chunks[index >>> CHUNK_BITS]![index & MASK]!
  }

  /** Completes a row once. No snapshot holds it: whoever reads it must know from elsewhere whether this has happened yet. */
  set(index: number, value: number): void {
    this.chunks[index >>> CHUNK_BITS]![index & MASK] = value
  }

  get bytes(): number {
    return this.chunks.length * CHUNK * WORD_BYTES
  }

  /** As new; the memory is kept. */
  clear(): void {
    this.length = 0
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.length)
  }

  loadFrom(from: SnapshotReader): void {
    this.length = from.nextWhole()
    if ((this.length & MASK) !== 0) this.open = this.chunks[this.length >>> CHUNK_BITS]!
  }

  /** A run that was wound back fills the chunks again that it had. */
  private nextChunk(): Uint32Array {
    const chunk = this.length >>> CHUNK_BITS
    if (chunk === this.chunks.length) this.chunks.push(new Uint32Array(CHUNK))
    return this.chunks[chunk]!
  }
}

/** Double rows, 8 bytes each. */
export class Float64Log implements Growing {
  length = 0
  private readonly chunks: Float64Array[] = []
  /** The chunk that the next row goes to, unless it begins a new one. */
  private open: Float64Array = new Float64Array(0)

  push(value: number): void {
    const place = this.length & MASK
    if (place === 0) this.open = this.nextChunk()
    this.open[place] = value
    this.length++
  }

  get(index: number): number {
    return this.chunks[index >>> CHUNK_BITS]![index & MASK]!
  }

  get bytes(): number {
    return this.chunks.length * CHUNK * DOUBLE_BYTES
  }

  /** As new; the memory is kept. */
  clear(): void {
    this.length = 0
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.length)
  }

  loadFrom(from: SnapshotReader): void {
    this.length = from.nextWhole()
    if ((this.length & MASK) !== 0) this.open = this.chunks[this.length >>> CHUNK_BITS]!
  }

  /** A run that was wound back fills the chunks again that it had. */
  private nextChunk(): Float64Array {
    const chunk = this.length >>> CHUNK_BITS
    if (chunk === this.chunks.length) this.chunks.push(new Float64Array(CHUNK))
    return this.chunks[chunk]!
  }
}

/** Longest run whose moments fit in 32 bits: a little over 71 minutes. */
export const SHORT_RUN_MICROS = WORD_VALUES - 1

/** Moments in microseconds, never going back: 4 bytes each in a run of up to 71 minutes, else 8. */
export type TimeLog = Uint32Log | Float64Log

export function createTimeLog(durationMicros: number): TimeLog {
  return durationMicros <= SHORT_RUN_MICROS ? new Uint32Log() : new Float64Log()
}
