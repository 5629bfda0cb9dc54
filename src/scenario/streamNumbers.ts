import { LIMITS, limitFor } from '../aws/index.ts'
import type { Where } from './where.ts'

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

/** Numbers of on-demand capacity that no field turns (KIN5); null where the profile has no on-demand streams. */
export function onDemandNumbers(where: Where) {
  const most = limitFor('KIN5.03', where)
  if (!most.ok) return null
  return {
    leastBytesPerSecond: LIMITS['KIN5.02'].value,
    mostBytesPerSecond: most.value,
    timesPeak: LIMITS['KIN5.04'].value,
    historyMicros: LIMITS['KIN5.04.history'].value * MICROS_PER_HOUR,
    lookBackMicros: LIMITS['KIN5.09.lookBack'].value * MICROS_PER_HOUR,
    splitBytesPerSecond: LIMITS['KIN5.06'].value,
    splitWithinMicros: LIMITS['X-K5'].value * MICROS_PER_SECOND,
    measureMicros: LIMITS['X-K5.measured'].value * MICROS_PER_SECOND,
  }
}
