/** The smallest value of a sorted list that so large a share of the list does not exceed: nearest rank, a value that happened. NaN of none. */
export function nearestRank(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Of each window of time the values at these shares, by the moment that belongs to each value; NaN where nothing happened. */
export function percentilesOver(
  moments: readonly number[],
  values: readonly number[],
  stepMicros: number,
  windows: number,
  shares: readonly number[],
): number[][] {
  const within: number[][] = Array.from({ length: windows }, () => [])
  moments.forEach((moment, i) => {
    within[Math.floor(moment / stepMicros)]?.push(values[i] ?? Number.NaN)
  })
  const sorted = within.map((window) => Float64Array.from(window).sort())
  return shares.map((share) => sorted.map((window) => nearestRank(window, share)))
}

export type Bin = { fromMicros: number; toMicros: number; count: number }

/** Below a millisecond nothing is told apart. */
const FIRST_EDGE_MICROS = 1000
const STEPS = [1, 2, 5]

/** How many values lie between 1, 2, 5, 10, ... ms, from the lowest bin that has any to the highest. Its upper edge is not in a bin. */
export function logBins(values: readonly number[]): Bin[] {
  const bins: Bin[] = [{ fromMicros: 0, toMicros: FIRST_EDGE_MICROS, count: 0 }]
  const most = values.reduce((top, value) => Math.max(top, value), 0)
  for (let ten = FIRST_EDGE_MICROS; (bins.at(-1)?.toMicros ?? 0) <= most; ten *= 10)
    for (const [i, step] of STEPS.entries())
      bins.push({ fromMicros: step * ten, toMicros: (STEPS[i + 1] ?? 10) * ten, count: 0 })
  for (const value of values) {
    const bin = bins.find(({ toMicros }) => value < toMicros)
    if (bin !== undefined) bin.count++
  }
  const isFull = ({ count }: Bin) => count > 0
  return bins.slice(bins.findIndex(isFull), bins.findLastIndex(isFull) + 1)
}
