import type { State } from '../../kernel/state.ts'
import type { Micros } from '../../kernel/time.ts'
import { millionthsOf, refilled } from '../../kernel/tokenBucket.ts'
import type { KplPlan } from './kplPlan.ts'

/**
 * KIN6.08 RateLimit: what the library lets go to each shard, a bucket of records and one of bytes that are empty at the start.
 * It knows nothing of other producers, so it makes refusals fewer and does not end them.
 */
export class ShardLimiter {
  private readonly plan: KplPlan
  private readonly c: Float64Array

  constructor(state: State, plan: KplPlan, shards: number) {
    this.plan = plan
    this.c = state.column(shards * FIELDS)
  }

  /** Takes one Kinesis record out of a shard's buckets, if both have enough. */
  take(shard: number, bytes: number, now: Micros): boolean {
    const { c, plan } = this
    const at = shard * FIELDS
    const elapsed = now - c[at + COUNTED_AT]!
    c[at + RECORDS] = refilled(c[at + RECORDS]!, elapsed, plan.recordsPerSecond, millionthsOf(plan.savedRecords))
    c[at + BYTES] = refilled(c[at + BYTES]!, elapsed, plan.bytesPerSecond, millionthsOf(plan.savedBytes))
    c[at + COUNTED_AT] = now
    if (c[at + RECORDS]! < millionthsOf(1) || c[at + BYTES]! < millionthsOf(bytes)) return false
    c[at + RECORDS]! -= millionthsOf(1)
    c[at + BYTES]! -= millionthsOf(bytes)
    return true
  }
}

/** In millionths. */
const RECORDS = 0
const BYTES = RECORDS + 1
const COUNTED_AT = BYTES + 1
const FIELDS = COUNTED_AT + 1
