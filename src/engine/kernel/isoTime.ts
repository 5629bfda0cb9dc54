import { floor } from './detMath.ts'
import {
  daysBefore,
  FIRST_YEAR,
  MICROS_PER_DAY,
  MICROS_PER_HOUR,
  MICROS_PER_MILLISECOND,
  MICROS_PER_MINUTE,
  MICROS_PER_SECOND,
  type Micros,
  MONTHS_PER_YEAR,
} from './time.ts'

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z$/

/** A moment as AWS writes it in messages, to the millisecond: `1970-01-01T00:00:01.500Z` is 1,500,000. */
export function isoTimeOf(at: Micros): string {
  let days = floor(at / MICROS_PER_DAY)
  let year = FIRST_YEAR
  while (days >= daysBefore(year, MONTHS_PER_YEAR)) days -= daysBefore(year++, MONTHS_PER_YEAR)
  let month = MONTHS_PER_YEAR - 1
  while (daysBefore(year, month) > days) month--
  const date = [year, padded(month + 1, 'mm'), padded(days - daysBefore(year, month) + 1, 'dd')]
  const ofDay = at % MICROS_PER_DAY
  const time = [
    padded(floor(ofDay / MICROS_PER_HOUR), 'hh'),
    padded(floor((ofDay % MICROS_PER_HOUR) / MICROS_PER_MINUTE), 'mm'),
    padded(floor((ofDay % MICROS_PER_MINUTE) / MICROS_PER_SECOND), 'ss'),
  ]
  const millis = floor((ofDay % MICROS_PER_SECOND) / MICROS_PER_MILLISECOND)
  return `${date.join('-')}T${time.join(':')}.${padded(millis, 'mmm')}Z`
}

/** The moment that such a text names; NaN when it names none. */
export function microsOfIsoTime(text: string): Micros {
  const [, ...parts] = SHAPE.exec(text) ?? []
  if (parts.length === 0) return Number.NaN
  const [year, month, day, hour, minute, second] = parts.map(Number) as [number, number, number, number, number, number]
  const millis = Number((parts.at(-1) ?? '').padEnd('mmm'.length, '0'))
  const isDate = year >= FIRST_YEAR && month >= 1 && month <= MONTHS_PER_YEAR && day >= 1
  if (!isDate || day > daysBefore(year, month) - daysBefore(year, month - 1)) return Number.NaN
  let days = daysBefore(year, month - 1) + day - 1
  for (let earlier = FIRST_YEAR; earlier < year; earlier++) days += daysBefore(earlier, MONTHS_PER_YEAR)
  const ofDay = hour * MICROS_PER_HOUR + minute * MICROS_PER_MINUTE + second * MICROS_PER_SECOND
  return days * MICROS_PER_DAY + ofDay + millis * MICROS_PER_MILLISECOND
}

function padded(value: number, shape: string): string {
  return String(value).padStart(shape.length, '0')
}
