import { min } from './detMath.ts'
import { MICROS_PER_SECOND } from './time.ts'

/**
 * A token bucket refilled continuously (X-K1). Tokens are kept in millionths, so that `elapsed microseconds x
 * tokens a second` is a whole number and a boundary is exact: emptied at 0 s with 1,000 a second, one token is
 * there at 1 ms and not a microsecond earlier.
 */
export function refilled(millionths: number, elapsedMicros: number, perSecond: number, fullMillionths: number): number {
  return min(fullMillionths, millionths + elapsedMicros * perSecond)
}

/** Millionths of tokens that `tokens` need. */
export function millionthsOf(tokens: number): number {
  return tokens * MICROS_PER_SECOND
}
