// Rules of KCL 3's balancing (KCL.15): over plain numbers, one load for each worker that reports.

export function averageOf(loads: readonly number[]): number {
  let sum = 0
  for (const load of loads) sum += load
  return loads.length === 0 ? 0 : sum / loads.length
}

/** Balancing begins when some worker is further from the average than the threshold. */
export function isUneven(loads: readonly number[], average: number, threshold: number): boolean {
  return loads.some((load) => load > average * (1 + threshold) || load < average * (1 - threshold))
}

/** Whom leases are taken from: every worker at or above the upper limit, or the most loaded one when none is. */
export function overloaded(loads: readonly number[], average: number, threshold: number): number[] {
  const above = loads.flatMap((load, i) => (load >= average * (1 + threshold) ? [i] : []))
  if (above.length > 0) return above
  let most = 0
  loads.forEach((load, i) => {
    if (load > loads[most]!) most = i
  })
  return [most]
}

/** The share of a worker's throughput that moves away: its distance from the average, dampened (KCL.16: 60 %). */
export function shareToMove(load: number, average: number, dampening: number): number {
  return load > 0 ? ((load - average) / load) * dampening : 0
}

/** Which leases make up `throughput`, in the order given: those that fit; when none does, the smallest (it may overshoot). */
export function leasesMakingUp(
  throughput: number,
  leases: readonly number[],
  rateOf: (lease: number) => number,
): number[] {
  const taken: number[] = []
  let left = throughput
  for (const lease of leases) {
    if (left - rateOf(lease) <= 0) continue
    left -= rateOf(lease)
    taken.push(lease)
  }
  if (taken.length > 0 || leases.length === 0) return taken
  return [leases.reduce((least, lease) => (rateOf(lease) < rateOf(least) ? lease : least))]
}
