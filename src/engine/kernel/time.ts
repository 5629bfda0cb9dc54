import { round } from './detMath.ts'

/** Integer microseconds since the start of the run, in a double: exact for 285 years. */
export type Micros = number

export const MICROS_PER_SECOND = 1_000_000
export const MICROS_PER_MILLISECOND = 1_000

/** Seconds, as people write them, to the nearest microsecond. */
export function secondsToMicros(seconds: number): Micros {
  return round(seconds * MICROS_PER_SECOND)
}

export const MICROS_PER_MINUTE = 60_000_000
export const MICROS_PER_HOUR = 3_600_000_000
export const MICROS_PER_DAY = 86_400_000_000

/** Where the calendar of single calls begins: moment 0 is the first microsecond of this year, in UTC. */
export const FIRST_YEAR = 1970
const DAYS_PER_YEAR = 365
/** Days before each month in a year without a 29 February. */
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
export const MONTHS_PER_YEAR = 12

/** Days of a year of the Gregorian calendar before a month, from 0; month 12 stands for the whole year. */
export function daysBefore(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (DAYS_BEFORE_MONTH[month] ?? DAYS_PER_YEAR) + (month > 1 && isLeapYear ? 1 : 0)
}
