import type { Growing, SnapshotReader, SnapshotWriter, State } from './state.ts'
import { DRAWS_AT_A_TIME } from './units.ts'

const AHEAD = DRAWS_AT_A_TIME

/**
 * Draws of one purpose, made 32 at a time: drawn when needed, each would wait for the logarithm before it; in a
 * loop of their own the processor works on several at once.
 */
export class DrawsAhead implements Growing {
  private readonly draws = new Float64Array(AHEAD)
  private used = AHEAD
  private readonly fill: (draws: Float64Array) => void

  /** `fill` makes the next draws, in order. */
  constructor(state: State, fill: (draws: Float64Array) => void) {
    this.fill = fill
    state.part(this)
  }

  next(): number {
    if (this.used === AHEAD) this.drawAgain()
    return this.draws[this.used++]!
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.used)
    out.pushAll(this.draws, AHEAD)
  }

  loadFrom(from: SnapshotReader): void {
    this.used = from.nextWhole()
    from.nextInto(this.draws, AHEAD)
  }

  private drawAgain(): void {
    this.fill(this.draws)
    this.used = 0
  }
}
