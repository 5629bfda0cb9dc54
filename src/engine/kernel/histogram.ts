import { ceil, clz32, max, trunc } from './detMath.ts'
import type { Micros } from './time.ts'
import {
  HALF,
  HALF_WORD_BITS,
  HALF_WORD_VALUES,
  HISTOGRAM_POWERS,
  HISTOGRAM_STEP_BITS,
  WORD_BITS,
  WORD_VALUES,
} from './units.ts'

// Log-linear buckets: every power of two is cut into 16 equal steps. Below 32 µs a bucket is one microsecond.
const STEP_BITS = HISTOGRAM_STEP_BITS
const STEPS = 1 << STEP_BITS
const TWO_32 = WORD_VALUES
const TWO_MINUS_16 = 1 / HALF_WORD_VALUES
/** Leading zeros of the numbers from STEPS to 2 * STEPS - 1. */
const ZEROS_OF_STEPS = WORD_BITS - 1 - STEP_BITS
/** Times from here on would lie in a bucket beyond the last, counted without their last 16 bits: 2^(43 - 16). */
const SCALED_END = 1 << (HISTOGRAM_POWERS - HALF_WORD_BITS)

/** Buckets of one histogram: from 0 to 2^43 µs (101 days). Longer times fall into the last one. */
export const BUCKET_COUNT = (HISTOGRAM_POWERS - STEP_BITS + 1) * STEPS

/** Bucket of a time; a fraction of a microsecond is cut off, a negative time counts as 0. */
export function bucketOf(micros: number): number {
  if (micros < TWO_32) {
    if (micros < STEPS) return micros > 0 ? trunc(micros) : 0
    // With 16 <= m < 2^32: the leading one and the four bits after it, plus 16 for each further power.
    const power = ZEROS_OF_STEPS - clz32(micros)
    return (power << STEP_BITS) + (micros >>> power)
  }
  // 16 bits less is 16 powers lower, and what is cut off is far below one step.
  const scaled = micros * TWO_MINUS_16
  return scaled < SCALED_END ? bucketOf(scaled) + HALF_WORD_BITS * STEPS : BUCKET_COUNT - 1
}

/** The middle of a bucket in microseconds: at most 1/32 off from any whole time in it. */
export function bucketMidpoint(index: number): Micros {
  if (index < 2 * STEPS) return index
  const power = (index >> STEP_BITS) - 1
  let width = 1
  for (let i = 0; i < power; i++) width *= 2
  return ((index & (STEPS - 1)) + STEPS + HALF) * width
}

/**
 * The time that a share `q` (0 to 1) of all counted times does not exceed, to 1/32. `offset` is where the
 * histogram begins in `counts`. Null when nothing was counted.
 */
export function quantile(counts: Uint32Array, offset: number, q: number): Micros | null {
  let total = 0
  for (let i = 0; i < BUCKET_COUNT; i++) total += counts[offset + i]!
  if (total === 0) return null
  let left = max(1, ceil(q * total))
  for (let i = 0; i < BUCKET_COUNT; i++) {
    left -= counts[offset + i]!
    if (left <= 0) return bucketMidpoint(i)
  }
  return bucketMidpoint(BUCKET_COUNT - 1)
}
