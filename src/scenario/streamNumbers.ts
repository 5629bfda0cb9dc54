import { LIMITS } from '../aws/index.ts'

const MICROS_PER_SECOND = 1_000_000
const MICROS_PER_HOUR = 3_600_000_000

/** Numbers of resharding that no field turns (KIN4.06, KIN4.08). */
export const RESHARDING_NUMBERS = {
  micros: LIMITS['KIN4.08'].value * MICROS_PER_SECOND,
  countCallsMost: LIMITS['KIN4.06.calls'].value,
  countWindowMicros: LIMITS['KIN4.06.window'].value * MICROS_PER_HOUR,
  countTimesMost: LIMITS['KIN4.06'].value,
  countTimesLeast: LIMITS['KIN4.06.least'].value,
  countShardsMost: LIMITS['KIN4.06.shards'].value,
} as const

const { value: hours, allowed: [retentionLeast, retentionMost] = [hours, hours] } = LIMITS['KIN6.01']

/** What bounds a person's changes of a stream (KIN5.08 to KIN5.10, KIN6.01). */
export const CHANGE_NUMBERS = {
  modeSwitchesMost: LIMITS['KIN5.10'].value,
  modeSwitchWindowMicros: LIMITS['KIN5.10.window'].value * MICROS_PER_HOUR,
  updateMicros: LIMITS['KIN4.08'].value * MICROS_PER_SECOND,
  advantageLeastMicros: LIMITS['KIN5.08.hours'].value * MICROS_PER_HOUR,
  warmBytesMost: LIMITS['KIN5.09'].value,
  retentionLeastMicros: retentionLeast * MICROS_PER_HOUR,
  retentionMostMicros: retentionMost * MICROS_PER_HOUR,
} as const
