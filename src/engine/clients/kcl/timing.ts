import { max } from '../../kernel/detMath.ts'
import { MICROS_PER_MILLISECOND, type Micros } from '../../kernel/time.ts'
import type { KclPlan } from './kclPlan.ts'

// Rules: how often each part of the library looks, from the failover time.

type Timing = Pick<KclPlan, 'hasLeader' | 'renewalsPerFailover' | 'epsilonMicros'>

/** KCL.03: a third of the failover time in whole milliseconds, less 25 ms. */
export function renewEveryMicros(failoverMicros: Micros, { renewalsPerFailover, epsilonMicros }: Timing): Micros {
  const part = failoverMicros / renewalsPerFailover
  return max(part - (part % MICROS_PER_MILLISECOND) - epsilonMicros, epsilonMicros)
}

/** KCL.05 (KCL 2): twice the failover time and 25 ms. KCL.04 (KCL 3): twice the failover time. */
export function passEveryMicros(failoverMicros: Micros, { hasLeader, epsilonMicros }: Timing): Micros {
  return max(2 * (hasLeader ? failoverMicros : failoverMicros + epsilonMicros), epsilonMicros)
}

/** KCL.04: a worker looks for leases that were assigned to it a little more often than the failover time. */
export function discoverEveryMicros(failoverMicros: Micros, { epsilonMicros }: Timing): Micros {
  return max(failoverMicros - epsilonMicros, epsilonMicros)
}

/**
 * KCL.02, KCL.04: a lease has expired for whoever looks when its counter has not moved since the look before, and that look is
 * longer ago than the failover time. `lookedAt` is -1 for somebody who looks for the first time: nothing has expired for it.
 */
export function hasExpired(counterMovedAt: Micros, lookedAt: Micros, now: Micros, failoverMicros: Micros): boolean {
  return lookedAt >= 0 && counterMovedAt <= lookedAt && now - lookedAt > failoverMicros
}
