import { type Answer, STORED, TOO_LARGE } from '../clients/store.ts'
import { max } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import { writeAnswer } from './limits.ts'
import { RECORD_BYTES, WRITE_BYTES, WRITE_RECORDS } from './streamLimits.ts'

/** What may still be written to each shard: one bucket of records, one of bytes (KIN1.01, KIN1.02 as X-K1). */
export class WriteBuckets {
  private readonly limits: Float64Array
  /** Tokens in millionths and when they were counted, a shard's three together: every record needs all of them. */
  private readonly buckets: Float64Array

  constructor(state: State, shards: number, limits: Float64Array) {
    this.limits = limits
    this.buckets = state.column(shards * FIELDS)
    for (let h = 0; h < shards; h++) {
      this.buckets[h * FIELDS + RECORDS] = fullOfRecords(limits)
      this.buckets[h * FIELDS + BYTES] = fullOfBytes(limits)
    }
  }

  /** Takes the tokens of a record of so many bytes, key included, or says why it is refused; then it takes none (X-K1). */
  take(h: number, bytes: number, now: Micros): Answer {
    if (bytes > this.limits[RECORD_BYTES]!) return TOO_LARGE
    this.refill(h, now)
    const { buckets } = this
    const first = h * FIELDS
    const answer = writeAnswer(buckets[first + RECORDS]!, buckets[first + BYTES]!, bytes)
    if (answer === STORED) {
      buckets[first + RECORDS]! -= MICROS_PER_SECOND
      buckets[first + BYTES]! -= millionthsOf(bytes)
    }
    return answer
  }

  refill(h: number, now: Micros): void {
    const { buckets, limits } = this
    const first = h * FIELDS
    const elapsed = now - buckets[first + COUNTED_AT]!
    buckets[first + RECORDS] = refilled(
      buckets[first + RECORDS]!,
      elapsed,
      limits[WRITE_RECORDS]!,
      fullOfRecords(limits),
    )
    buckets[first + BYTES] = refilled(buckets[first + BYTES]!, elapsed, limits[WRITE_BYTES]!, fullOfBytes(limits))
    buckets[first + COUNTED_AT] = now
  }

  /** Record tokens left at this microsecond. Changes nothing: looking at a run must not change its bits. */
  recordTokens(h: number, now: Micros): number {
    const { buckets, limits } = this
    const elapsed = now - buckets[h * FIELDS + COUNTED_AT]!
    return (
      refilled(buckets[h * FIELDS + RECORDS]!, elapsed, limits[WRITE_RECORDS]!, fullOfRecords(limits)) /
      MICROS_PER_SECOND
    )
  }

  /** Byte tokens left at this microsecond. */
  byteTokens(h: number, now: Micros): number {
    const { buckets, limits } = this
    const elapsed = now - buckets[h * FIELDS + COUNTED_AT]!
    return (
      refilled(buckets[h * FIELDS + BYTES]!, elapsed, limits[WRITE_BYTES]!, fullOfBytes(limits)) / MICROS_PER_SECOND
    )
  }
}

/** X-K1: one second of refill may be saved. */
function fullOfRecords(limits: Float64Array): number {
  return millionthsOf(limits[WRITE_RECORDS]!)
}

/** X-K1: the larger of one second of refill and the largest record that the stream takes (KIN1.05). */
function fullOfBytes(limits: Float64Array): number {
  return millionthsOf(max(limits[WRITE_BYTES]!, limits[RECORD_BYTES]!))
}

const RECORDS = 0
const BYTES = RECORDS + 1
const COUNTED_AT = BYTES + 1
const FIELDS = COUNTED_AT + 1
