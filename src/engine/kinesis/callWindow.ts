import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'

/** Counts calls of a rolling time: so many in any `windowMicros` and no more. */
export class CallWindow {
  private readonly windowMicros: Micros
  /** Moments of the last calls, in a circle; -Infinity where there was none. */
  private readonly moments: Float64Array
  private readonly next: Float64Array

  constructor(state: State, callsMost: number, windowMicros: Micros) {
    this.windowMicros = windowMicros
    this.moments = state.column(callsMost).fill(-Infinity)
    this.next = state.column(1)
  }

  hasRoom(now: Micros): boolean {
    return this.moments[this.next[0]!]! + this.windowMicros <= now
  }

  add(now: Micros): void {
    this.moments[this.next[0]!] = now
    this.next[0] = (this.next[0]! + 1) % this.moments.length
  }
}
