import { type Answer, RECORD_LIMIT, STORED, TOO_LARGE } from '../clients/store.ts'
import { floor, max } from '../kernel/detMath.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import type { Bucket } from '../life/bucket.ts'
import { writeAnswer } from './limits.ts'
import { BYTE_TOKENS, RECORD_TOKENS, WRITE_COUNTED_AT } from './shardColumn.ts'
import { RECORD_BYTES, THROTTLE_WINDOW, WRITE_BYTES, WRITE_RECORDS } from './streamLimits.ts'

// What may still be written to a shard: one bucket of records, one of bytes (KIN1.01, KIN1.02 as X-K1), kept in the shard's column.

/** Takes the tokens of a record of so many bytes, key included, or says why it is refused; then it takes none (X-K1). */
export function takeWrite(column: Float64Array, limits: Float64Array, bytes: number, now: Micros): Answer {
  if (bytes > limits[RECORD_BYTES]!) return TOO_LARGE
  refillWrites(column, limits, now)
  const answer = writeAnswer(column[RECORD_TOKENS]!, column[BYTE_TOKENS]!, bytes)
  if (answer === STORED) {
    column[RECORD_TOKENS]! -= MICROS_PER_SECOND
    column[BYTE_TOKENS]! -= millionthsOf(bytes)
  }
  return answer
}

export function fillWrites(column: Float64Array, limits: Float64Array, now: Micros): void {
  column[RECORD_TOKENS] = fullOfRecords(limits)
  column[BYTE_TOKENS] = fullOfBytes(limits)
  column[WRITE_COUNTED_AT] = now
}

export function refillWrites(column: Float64Array, limits: Float64Array, now: Micros): void {
  const elapsed = refillTime(column[WRITE_COUNTED_AT]!, now, limits[THROTTLE_WINDOW]!)
  column[RECORD_TOKENS] = refilled(column[RECORD_TOKENS]!, elapsed, limits[WRITE_RECORDS]!, fullOfRecords(limits))
  column[BYTE_TOKENS] = refilled(column[BYTE_TOKENS]!, elapsed, limits[WRITE_BYTES]!, fullOfBytes(limits))
  column[WRITE_COUNTED_AT] = now
}

/** Record tokens left at this microsecond. Changes nothing: looking at a run must not change its bits. */
export function recordTokens(column: Float64Array, limits: Float64Array, now: Micros): number {
  const elapsed = refillTime(column[WRITE_COUNTED_AT]!, now, limits[THROTTLE_WINDOW]!)
  const left = refilled(column[RECORD_TOKENS]!, elapsed, limits[WRITE_RECORDS]!, fullOfRecords(limits))
  return left / MICROS_PER_SECOND
}

/** Byte tokens left at this microsecond. */
export function byteTokens(column: Float64Array, limits: Float64Array, now: Micros): number {
  const elapsed = refillTime(column[WRITE_COUNTED_AT]!, now, limits[THROTTLE_WINDOW]!)
  const left = refilled(column[BYTE_TOKENS]!, elapsed, limits[WRITE_BYTES]!, fullOfBytes(limits))
  return left / MICROS_PER_SECOND
}

/** The bucket behind an answer, or the size limit, for a record of so many bytes. Changes nothing. */
export function writeBucket(
  column: Float64Array,
  limits: Float64Array,
  answer: Answer,
  bytes: number,
  now: Micros,
): Bucket {
  if (answer === TOO_LARGE) {
    const largest = limits[RECORD_BYTES]!
    return { capacity: largest, left: largest, needed: bytes, unit: 'bytes' }
  }
  const isRecords = answer === RECORD_LIMIT
  const full = isRecords ? fullOfRecords(limits) : fullOfBytes(limits)
  return {
    capacity: full / MICROS_PER_SECOND,
    left: isRecords ? recordTokens(column, limits, now) : byteTokens(column, limits, now),
    needed: isRecords ? 1 : bytes,
    unit: isRecords ? 'records' : 'bytes',
  }
}

/**
 * X-K1: how much time refills the buckets. All of it; or, as the other model that a scenario can choose, only what whole windows
 * have passed: a fixed window of a second gives everything at its beginning.
 */
function refillTime(from: Micros, now: Micros, windowMicros: Micros): Micros {
  return windowMicros === 0 ? now - from : wholeWindows(from, now, windowMicros)
}

function wholeWindows(from: Micros, now: Micros, windowMicros: Micros): Micros {
  return (floor(now / windowMicros) - floor(from / windowMicros)) * windowMicros
}

/** X-K1: one second of refill may be saved. */
function fullOfRecords(limits: Float64Array): number {
  return millionthsOf(limits[WRITE_RECORDS]!)
}

/** X-K1: the larger of one second of refill and the largest record that the stream takes (KIN1.05). */
function fullOfBytes(limits: Float64Array): number {
  return millionthsOf(max(limits[WRITE_BYTES]!, limits[RECORD_BYTES]!))
}
