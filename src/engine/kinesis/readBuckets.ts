import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import type { Bucket } from '../life/bucket.ts'
import { ReadVerdict } from './limits.ts'
import { READ_BYTE_TOKENS, READ_CALL_TOKENS, READ_COUNTED_AT, READ_RECORD_TOKENS } from './shardColumn.ts'
import { READ_BYTES, READ_CALLS, READ_RECORDS } from './streamLimits.ts'

// What may still be read from a shard by all who poll it: a bucket of calls, one of bytes and one of records (KIN2.01, KIN2.02 as
// X-K2 and X-K3), kept in the shard's column.

export function fillReads(column: Float64Array, limits: Float64Array, now: Micros): void {
  column[READ_CALL_TOKENS] = fullOfCalls(limits)
  column[READ_BYTE_TOKENS] = millionthsOf(limits[READ_BYTES]!)
  column[READ_RECORD_TOKENS] = millionthsOf(limits[READ_RECORDS]!)
  column[READ_COUNTED_AT] = now
}

export function refillReads(column: Float64Array, limits: Float64Array, now: Micros): void {
  const elapsed = now - column[READ_COUNTED_AT]!
  const bytesLimit = limits[READ_BYTES]!
  const recordsLimit = limits[READ_RECORDS]!
  const recordsLeft = column[READ_RECORD_TOKENS]!
  column[READ_CALL_TOKENS] = refilled(column[READ_CALL_TOKENS]!, elapsed, limits[READ_CALLS]!, fullOfCalls(limits))
  column[READ_BYTE_TOKENS] = refilled(column[READ_BYTE_TOKENS]!, elapsed, bytesLimit, millionthsOf(bytesLimit))
  column[READ_RECORD_TOKENS] = refilled(recordsLeft, elapsed, recordsLimit, millionthsOf(recordsLimit))
  column[READ_COUNTED_AT] = now
}

export function takeReadCall(column: Float64Array): void {
  column[READ_CALL_TOKENS]! -= MICROS_PER_SECOND
}

/**
 * The bucket behind a refused call at this microsecond; null where a time decides (KIN2.04). Changes nothing. Of bytes and records anything
 * above zero is enough (X-K2), which is told as one.
 */
export function readBucket(
  column: Float64Array,
  limits: Float64Array,
  verdict: ReadVerdict,
  now: Micros,
): Bucket | null {
  const elapsed = now - column[READ_COUNTED_AT]!
  const bucket = (tokens: number, perSecond: number, full: number, unit: Bucket['unit']): Bucket => {
    const left = refilled(tokens, elapsed, perSecond, full)
    return { capacity: full / MICROS_PER_SECOND, left: left / MICROS_PER_SECOND, needed: 1, unit }
  }
  const ofSecond = (tokens: number, perSecond: number, unit: Bucket['unit']) =>
    bucket(tokens, perSecond, millionthsOf(perSecond), unit)
  if (verdict === ReadVerdict.callLimit)
    return bucket(column[READ_CALL_TOKENS]!, limits[READ_CALLS]!, fullOfCalls(limits), 'calls')
  if (verdict === ReadVerdict.byteLimit) return ofSecond(column[READ_BYTE_TOKENS]!, limits[READ_BYTES]!, 'bytes')
  if (verdict === ReadVerdict.recordLimit)
    return ofSecond(column[READ_RECORD_TOKENS]!, limits[READ_RECORDS]!, 'records')
  return null
}

/** Both budgets may go into debt (X-K2). */
export function takeRead(column: Float64Array, records: number, bytes: number): void {
  column[READ_BYTE_TOKENS]! -= millionthsOf(bytes)
  column[READ_RECORD_TOKENS]! -= millionthsOf(records)
}

/** One second of refill; at less than one call a second still one call, or there would never be any. */
function fullOfCalls(limits: Float64Array): number {
  const perSecond = limits[READ_CALLS]!
  return millionthsOf(perSecond > 0 && perSecond < 1 ? 1 : perSecond)
}
