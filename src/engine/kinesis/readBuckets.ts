import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
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
