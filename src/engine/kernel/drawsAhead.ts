import type { State } from './state.ts'

const AHEAD = 32

/**
 * Draws of one purpose, made 32 at a time: drawn when needed, each would wait for the logarithm before it; in a
 * loop of their own the processor works on several at once.
 */
export class DrawsAhead {
  private readonly draws: Float64Array
  private readonly used: Uint8Array
  private readonly fill: (draws: Float64Array) => void

  /** `fill` makes the next draws, in order. */
  constructor(state: State, fill: (draws: Float64Array) => void) {
    this.draws = state.column(AHEAD)
    this.used = state.adopt(new Uint8Array(1).fill(AHEAD))
    this.fill = fill
  }

  next(): number {
    if (this.used[0] === AHEAD) {
      this.fill(this.draws)
      this.used[0] = 0
    }
    return this.draws[this.used[0]!++]!
  }
}
