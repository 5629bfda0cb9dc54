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
