import type { State } from './state.ts'
import type { Micros } from './time.ts'

/**
 * The next arrival of each source. Sources are few and arrivals the most frequent event of all: a look over all of them
 * is several times quicker than a heap. Of equal moments the source with the lower number comes first.
 */
export class ArrivalTimes {
  private readonly at: Float64Array
  /** The source that is next, and when: kept beside the column, found again after a restore. */
  first = 0
  firstAt: Micros = Infinity

  constructor(state: State, sources: number) {
    this.at = state.column(sources).fill(Infinity)
    state.part({ saveTo: () => undefined, loadFrom: () => this.look() })
  }

  set(source: number, at: Micros): void {
    this.at[source] = at
    this.look()
  }

  private look(): void {
    const { at } = this
    let first = 0
    let firstAt = Infinity
    for (let source = 0; source < at.length; source++) {
      const candidate = at[source]!
      if (candidate < firstAt) {
        first = source
        firstAt = candidate
      }
    }
    this.first = first
    this.firstAt = firstAt
  }
}
