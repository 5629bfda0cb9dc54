import type { StreamFields } from '../scenario/streamFields.ts'
import { PITCH } from './measures.ts'

/** Width of one column of a tape in simulated time. */
export type TapeUnitSeconds = 1 | 60 | 1800

/** A tape moves at most so many pixels a second of wall time. */
const PIXELS_PER_SECOND_MAX = 60

export function tapeUnit(speed: number): TapeUnitSeconds {
  for (const unit of [1, 60] as const) if ((speed * PITCH) / unit <= PIXELS_PER_SECOND_MAX) return unit
  return 1800
}

const CHOSEN = { second: 1, minute: 60, halfHour: 1800 } as const

/** What was chosen for a stream, else what the speed allows. */
export const columnOf = (chosen: StreamFields['tapeColumn'], atSpeed: TapeUnitSeconds): TapeUnitSeconds =>
  chosen === 'speed' ? atSpeed : CHOSEN[chosen]

export const unitName = (unit: TapeUnitSeconds): string => (unit === 1 ? '1 s' : unit === 60 ? '1 min' : '30 min')

/** Above this speed messages are too fast to be followed one by one. */
const SINGLE_DOTS_SPEED_MAX = 20
const TRAVEL_WALL_MICROS = 600_000

/** Simulated time that a message is drawn on its link; 0 when links carry ribbons only. */
export function travelMicros(speed: number, reduced: boolean): number {
  return reduced || !(speed <= SINGLE_DOTS_SPEED_MAX) ? 0 : Math.round(TRAVEL_WALL_MICROS * speed)
}

/** Label of a tick `columns` columns back. */
export function tickLabel(columns: number, unit: TapeUnitSeconds): string {
  if (columns === 0) return 'now'
  if (unit === 1) return `${columns} s`
  if (unit === 60) return `${columns} min`
  return `${columns / 2} h`
}
