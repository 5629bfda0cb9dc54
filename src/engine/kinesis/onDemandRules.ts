import { ceil, max, min } from '../kernel/detMath.ts'

// Rules of on-demand capacity: they decide over plain numbers and change nothing.

/**
 * KIN5.02, KIN5.04, KIN5.09: what a stream takes at once, in bytes a second: the start of every stream, so many times the highest
 * rate of its history, or what was asked for, whichever is most; KIN5.03: never more than the Region's ceiling.
 */
export function capacityOf(
  highestBytesPerSecond: number,
  warmBytesPerSecond: number,
  limits: { leastBytesPerSecond: number; timesPeak: number; mostBytesPerSecond: number },
): number {
  const wanted = max(max(limits.leastBytesPerSecond, limits.timesPeak * highestBytesPerSecond), warmBytesPerSecond)
  return min(wanted, limits.mostBytesPerSecond)
}

/** KIN5.01: shards that take so much when the keys spread evenly. */
export function shardsFor(bytesPerSecond: number, shardBytesPerSecond: number): number {
  return max(1, ceil(bytesPerSecond / shardBytesPerSecond))
}

/**
 * KIN5.06: a shard above this rate is split. The same share of the record limit counts as well: our assumption, because small
 * records would never scale without it.
 */
export function isHot(
  bytesPerSecond: number,
  recordsPerSecond: number,
  limits: { splitBytesPerSecond: number; shardBytesPerSecond: number; shardRecordsPerSecond: number },
): boolean {
  const { splitBytesPerSecond, shardBytesPerSecond, shardRecordsPerSecond } = limits
  return (
    bytesPerSecond > splitBytesPerSecond ||
    recordsPerSecond * shardBytesPerSecond > splitBytesPerSecond * shardRecordsPerSecond
  )
}
