import { LIMITS, limitFor } from '../aws/index.ts'
import type { Where } from './where.ts'

const MICROS_PER_SECOND = 1_000_000

/** Numbers of enhanced fan-out that no field turns. Times are in microseconds. */
export const FAN_OUT_NUMBERS = {
  subscriptionMicros: LIMITS['KIN3.04'].value * MICROS_PER_SECOND,
  againMicros: LIMITS['KIN3.05.again'].value * MICROS_PER_SECOND,
  retryMicros: MICROS_PER_SECOND / LIMITS['KIN3.05'].value,
} as const

/** KIN3.02: registered consumers of one stream; more with On-demand Advantage. Where AWS has none, a scene that wants them runs as if it had. */
export function consumersMost(where: Where, hasAdvantage: boolean): number {
  const found = limitFor(hasAdvantage ? 'KIN3.02.advantage' : 'KIN3.02', where)
  return found.ok ? found.value : LIMITS['KIN3.02'].value
}
