import { floor, max } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import type { KplPlan } from './kplPlan.ts'

/** KIN6.06: a Kinesis record takes no further user record that would make it larger than the limit. */
export function fitsInto(bytes: number, more: number, { aggregateBytes }: KplPlan): boolean {
  return bytes + more <= aggregateBytes
}

/** KIN6.07: one call carries at most so many Kinesis records and bytes; a single record always fits. */
export function fitsCall(
  records: number,
  bytes: number,
  more: number,
  { collectionRecords, collectionBytes }: KplPlan,
): boolean {
  return records === 0 || (records < collectionRecords && bytes + more <= collectionBytes)
}

/** KIN6.08: a buffer is emptied when its first deadline comes; X-K9: not sooner than its least wait from now. */
export function flushAt(deadline: Micros, now: Micros, { bufferedMicrosLeast }: KplPlan): Micros {
  return max(deadline, now + bufferedMicrosLeast)
}

/** X-K9: a refused record is to be on its way again after half of the longest wait. There is no back-off (KIN6.08). */
export function retryDeadline(now: Micros, { bufferedMicros }: KplPlan): Micros {
  return now + floor(bufferedMicros / 2)
}

/** KIN6.08: a record lives for RecordTtl from when it was made. */
export function isTooOld(createdAt: Micros, now: Micros, { ttlMicros }: KplPlan): boolean {
  return now - createdAt >= ttlMicros
}

/** The moments at which the library looks at its limits again are multiples of one time. */
export function nextDrain(now: Micros, { drainMicros }: KplPlan): Micros {
  return (floor(now / drainMicros) + 1) * drainMicros
}
