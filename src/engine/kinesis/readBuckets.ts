import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import { READ_BYTE_TOKENS, READ_CALL_TOKENS, READ_COUNTED_AT } from './shardColumn.ts'
import { READ_BYTES, READ_CALLS } from './streamLimits.ts'

// What may still be read from a shard by all who poll it: one bucket of calls, one of bytes (KIN2.01, KIN2.02 as X-K2), kept in
// the shard's column.

export function fillReads(column: Float64Array, limits: Float64Array, now: Micros): void {
  column[READ_CALL_TOKENS] = fullOfCalls(limits)
  column[READ_BYTE_TOKENS] = millionthsOf(limits[READ_BYTES]!)
  column[READ_COUNTED_AT] = now
}

export function refillReads(column: Float64Array, limits: Float64Array, now: Micros): void {
  const elapsed = now - column[READ_COUNTED_AT]!
  const bytesLimit = limits[READ_BYTES]!
  column[READ_CALL_TOKENS] = refilled(column[READ_CALL_TOKENS]!, elapsed, limits[READ_CALLS]!, fullOfCalls(limits))
  column[READ_BYTE_TOKENS] = refilled(column[READ_BYTE_TOKENS]!, elapsed, bytesLimit, millionthsOf(bytesLimit))
  column[READ_COUNTED_AT] = now
}

export function takeReadCall(column: Float64Array): void {
  column[READ_CALL_TOKENS]! -= MICROS_PER_SECOND
}

export function takeReadBytes(column: Float64Array, bytes: number): void {
  column[READ_BYTE_TOKENS]! -= millionthsOf(bytes)
}

/** One second of refill; at less than one call a second still one call, or there would never be any. */
function fullOfCalls(limits: Float64Array): number {
  const perSecond = limits[READ_CALLS]!
  return millionthsOf(perSecond > 0 && perSecond < 1 ? 1 : perSecond)
}
