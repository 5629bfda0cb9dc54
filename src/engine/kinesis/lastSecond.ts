import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import type { Shard } from './shard.ts'

/** Records and bytes that a shard has stored in the second up to now. AWS shows such sums; what decides are the buckets (X-K1). */
export function lastSecondOf(
  shard: Shard,
  bytesBefore: (shard: number, index: number) => number,
  now: Micros,
): { records: number; bytes: number } {
  const first = shard.storedAt.firstAtOrAfter(now - MICROS_PER_SECOND + 1, 0)
  return { records: shard.tip - first, bytes: shard.storedBytes - bytesBefore(shard.number, first) }
}
