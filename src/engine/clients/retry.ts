import { min, round } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { BACKOFF_DOUBLINGS, HALF } from '../kernel/units.ts'

type BackoffSettings = { backoffBaseMicros: Micros; backoffMaxMicros: Micros; jitter: number }

/**
 * Exponential back-off before the next attempt: base x 2^(attempts - 1), capped, times the jitter's share.
 * `jitter` 0: exactly that; 1: half of it is by chance; 2: all of it. `unit` is a draw from 0 to 1.
 * At least a microsecond: without back-off a refused record would be tried for ever at one moment.
 */
export function backoffMicros(attempts: number, settings: Readonly<BackoffSettings>, unit: number): Micros {
  const delay = round(exactBackoff(attempts, settings, unit))
  return delay < 1 ? 1 : delay
}

function exactBackoff(attempts: number, settings: Readonly<BackoffSettings>, unit: number): number {
  const { backoffBaseMicros, backoffMaxMicros, jitter } = settings
  let delay = backoffBaseMicros
  const doublings = min(attempts - 1, BACKOFF_DOUBLINGS)
  for (let i = 0; i < doublings && delay < backoffMaxMicros; i++) delay *= 2
  delay = min(delay, backoffMaxMicros)
  if (jitter === 0) return delay
  return jitter === 1 ? delay * (HALF + HALF * unit) : delay * unit
}
