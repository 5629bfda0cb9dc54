import { min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { BACKOFF_DOUBLINGS, HALF } from '../kernel/units.ts'

/**
 * Exponential back-off before the next attempt: base x 2^(attempts - 1), capped, times the jitter's share.
 * `jitter` 0: exactly that; 1: half of it is by chance; 2: all of it. `unit` is a draw from 0 to 1.
 */
export function backoffMicros(
  attempts: number,
  baseMicros: Micros,
  maxMicros: Micros,
  jitter: number,
  unit: number,
): number {
  let delay = baseMicros
  const doublings = min(attempts - 1, BACKOFF_DOUBLINGS)
  for (let i = 0; i < doublings && delay < maxMicros; i++) delay *= 2
  delay = min(delay, maxMicros)
  if (jitter === 0) return delay
  return jitter === 1 ? delay * (HALF + HALF * unit) : delay * unit
}
