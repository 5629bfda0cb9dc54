import { LIMITS, limitFor } from '../aws/index.ts'
import { BOUNDS } from './bounds.ts'
import type { Where } from './where.ts'

const MICROS_PER_SECOND = 1_000_000
const MICROS_PER_HOUR = 3_600_000_000

/** KIN1.06: of one PutRecords call. */
export const CALL_RECORDS_MAX = LIMITS['KIN1.06'].value

/** X-K1.window */
export const THROTTLE_WINDOW_MICROS = LIMITS['X-K1.window'].value * MICROS_PER_SECOND

/** Numbers of resharding that no field turns (KIN4.06, KIN4.08). */
export const RESHARDING_NUMBERS = {
  micros: LIMITS['KIN4.08'].value * MICROS_PER_SECOND,
  countCallsMost: LIMITS['KIN4.06.calls'].value,
  countWindowMicros: LIMITS['KIN4.06.window'].value * MICROS_PER_HOUR,
  countTimesMost: LIMITS['KIN4.06'].value,
  countTimesLeast: LIMITS['KIN4.06.least'].value,
  countShardsMost: LIMITS['KIN4.06.shards'].value,
} as const

/** Numbers of on-demand capacity (KIN5, X-K5); null where AWS has none. */
export function onDemandNumbers(where: Where) {
  const ceiling = limitFor('KIN5.03', where)
  if (!limitFor('KIN5.02', where).ok) return null
  return {
    leastBytesPerSecond: LIMITS['KIN5.02'].value,
    mostBytesPerSecond: ceiling.ok ? ceiling.value : LIMITS['KIN5.03'].value,
    shardsMost: BOUNDS.openShards,
    timesPeak: LIMITS['KIN5.04'].value,
    historyMicros: LIMITS['KIN5.04.history'].value * MICROS_PER_HOUR,
    lookBackMicros: LIMITS['KIN5.09.lookBack'].value * MICROS_PER_HOUR,
    splitBytesPerSecond: LIMITS['KIN5.06'].value,
    splitWithinMicros: LIMITS['X-K5'].value * MICROS_PER_SECOND,
    measureMicros: LIMITS['X-K5.measured'].value * MICROS_PER_SECOND,
  }
}

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
