import { round } from './detMath.ts'

/** Integer microseconds since the start of the run, in a double: exact for 285 years. */
export type Micros = number

export const MICROS_PER_SECOND = 1_000_000
export const MICROS_PER_MILLISECOND = 1_000

/** Seconds, as people write them, to the nearest microsecond. */
export function secondsToMicros(seconds: number): Micros {
  return round(seconds * MICROS_PER_SECOND)
}
