import { MICROS_PER_SECOND } from './time.ts'

/** The shape of a rate that does not change by itself: 1 for ever. The methods are explained at `RateShape`, which has all others. */
export class LevelShape {
  /** New records a second where the shape is 1. */
  readonly basePerSecond: number

  /** RangeError for a rate that no form could have let through. */
  constructor(basePerSecond: number) {
    this.basePerSecond = requireAmount(basePerSecond)
  }

  relativeRateAt(_micros: number): number {
    return 1
  }

  advance(fromMicros: number, work: number): number {
    return fromMicros + work * MICROS_PER_SECOND
  }

  workBetween(fromMicros: number, toMicros: number): number {
    return toMicros > fromMicros ? (toMicros - fromMicros) / MICROS_PER_SECOND : 0
  }
}

export function requireAmount(value: number): number {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`A rate or time must be zero or more, not ${value}`)
  return value
}
