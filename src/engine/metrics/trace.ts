import { Float64Log, Uint32Log } from '../kernel/log.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { PAINT_BITS } from '../kernel/units.ts'

export const PAINTS = 1 << PAINT_BITS

/**
 * The dots that a picture of the run may draw: of every N records on a way one is kept, with its moment, its track
 * and its paint. Remainders are carried on, so dots and counts differ by less than one dot at any moment.
 */
export class Trace {
  readonly at = new Float64Log()
  private readonly words = new Uint32Log()

  constructor(state: State) {
    state.part(this.at)
    state.part(this.words)
  }

  get length(): number {
    return this.at.length
  }

  add(at: Micros, track: number, paint: number): void {
    this.at.push(at)
    this.words.push((track << PAINT_BITS) | paint)
  }

  trackOf(index: number): number {
    return this.words.get(index) >>> PAINT_BITS
  }

  paintOf(index: number): number {
    return this.words.get(index) & (PAINTS - 1)
  }

  get bytes(): number {
    return this.at.bytes + this.words.bytes
  }
}

/** Shares out the dots of one way (a link, say) over its rows and paints by largest remainder. */
export class Sampler {
  private readonly trace: Trace
  private readonly firstTrack: number
  private readonly recordsPerDot: number
  /** Records of each (row, paint) not yet shown by a dot. */
  private readonly remainders: Float64Array
  private readonly since: Float64Array

  constructor(state: State, trace: Trace, firstTrack: number, rows: number, recordsPerDot: number) {
    this.trace = trace
    this.firstTrack = firstTrack
    this.recordsPerDot = recordsPerDot
    this.remainders = state.column(rows * PAINTS)
    this.since = state.column(1)
  }

  count(at: Micros, row: number, paint: number): void {
    if (this.recordsPerDot === 1) {
      this.trace.add(at, this.firstTrack + row, paint)
      return
    }
    this.remainders[row * PAINTS + paint]! += 1
    this.since[0]! += 1
    if (this.since[0]! >= this.recordsPerDot) this.showLargest(at)
  }

  private showLargest(at: Micros): void {
    const remainders = this.remainders
    this.since[0] = 0
    let largest = 0
    for (let i = 1; i < remainders.length; i++) if (remainders[i]! > remainders[largest]!) largest = i
    remainders[largest]! -= this.recordsPerDot
    this.trace.add(at, this.firstTrack + ((largest / PAINTS) | 0), largest % PAINTS)
  }
}
