import { floor, round } from '../../kernel/detMath.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND, type Micros } from '../../kernel/time.ts'
import { validation } from './refuse.ts'

/** A moment as a call may give it: seconds, as AWS writes it, or anything that tells its milliseconds, as a Date does. */
export type Timestamp = number | { getTime(): number }

/** A moment as AWS writes it: seconds since the sandbox was made, to the millisecond (KIN1.16). */
export function secondsOf(at: Micros): number {
  return floor(at / MICROS_PER_MILLISECOND) / MICROS_PER_MILLISECOND
}

/** Microseconds of what a call gives. */
export function microsOf(timestamp: unknown, factId: string): Micros {
  if (typeof timestamp === 'number' && timestamp >= 0) return round(timestamp * MICROS_PER_SECOND)
  if (typeof timestamp === 'object' && timestamp !== null && 'getTime' in timestamp) {
    const millis = (timestamp as { getTime(): number }).getTime()
    if (millis >= 0) return round(millis * MICROS_PER_MILLISECOND)
  }
  throw validation(factId, 'Timestamp is a moment: seconds, or a Date.')
}
