import type { State } from '../kernel/state.ts'
import { DoneRanges } from './doneRanges.ts'

/**
 * What has become of one shard's records in one application, whoever worked them: two workers may be at one shard for a while
 * (KCL.11). All of it is sums and a set, so it does not matter which of the two is looked at first.
 */
export class ShardTally {
  /** Sums by the numbers below. */
  readonly t: Float64Array
  readonly done: DoneRanges
  /** Latencies of the whole application, from creation to completion. */
  readonly histogram: Uint32Array

  constructor(state: State, histogram: Uint32Array) {
    this.t = state.column(TALLY_FIELDS)
    this.done = state.part(new DoneRanges())
    this.histogram = histogram
  }

  /** The work on records [from, to) is done. A consumer that knows what it has done leaves a repeated record without effect. */
  completed(from: number, to: number, isIdempotent: boolean): void {
    const { t } = this
    const again = this.done.add(from, to)
    t[PROCESSED]! += to - from
    t[AGAIN]! += again
    t[EFFECTS]! += isIdempotent ? to - from - again : to - from
    if (!isIdempotent) t[DUPLICATE_EFFECTS]! += again
  }

  /** Nobody will work the records [from, to), though the checkpoint says they are done. */
  lost(from: number, to: number): void {
    if (to > from) this.t[LOST]! += this.done.missingIn(from, to)
  }
}

export const PROCESSED = 0
/** Of those, the ones that had been processed before. */
export const AGAIN = PROCESSED + 1
/** Attempts that ended with an error. */
export const FAILED = AGAIN + 1
/** Left out with their batch (KCL.12). */
export const SKIPPED = FAILED + 1
export const LATENCY_SUM = SKIPPED + 1
/** What the work has changed outside: one for each processed record, or for each record once when the consumer is idempotent. */
export const EFFECTS = LATENCY_SUM + 1
export const DUPLICATE_EFFECTS = EFFECTS + 1
/** Checkpointed before the work, and the worker died. */
export const LOST = DUPLICATE_EFFECTS + 1
/** Checkpoints of workers that had lost the shard (KCL.11). */
export const CHECKPOINTS_REFUSED = LOST + 1
const TALLY_FIELDS = CHECKPOINTS_REFUSED + 1
