import { ceil, max, min } from '../../kernel/detMath.ts'

// Rules of KCL 2 (KCL.05): what one worker takes in one pass, from what it has seen in the lease table.

/** How many leases each worker should have. */
export function leasesToHave(leases: number, workers: number): number {
  return max(1, ceil(leases / max(1, workers)))
}

/**
 * How many leases to steal from the worker with the most, when none has expired: what lies above the target, or one of a worker
 * that is at the target when more than one is missed; at most `stealAtMost` in one pass.
 */
export function leasesToSteal(most: number, target: number, missed: number, stealAtMost: number): number {
  if (missed <= 0 || most < target) return 0
  const above = min(missed, most - target)
  return min(above === 0 && missed > 1 ? 1 : above, stealAtMost)
}
