/** Shares `total` dots out over counts by largest remainder, so that the sum is exact. */
export function shareOut(counts: readonly number[], total: number): number[] {
  const sum = counts.reduce((a, b) => a + Math.max(0, b), 0)
  if (sum <= 0 || total <= 0) return counts.map(() => 0)
  const exact = counts.map((count) => (Math.max(0, count) * total) / sum)
  const whole = exact.map(Math.floor)
  let left = total - whole.reduce((a, b) => a + b, 0)
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order) {
    if (left <= 0) break
    whole[i] = (whole[i] ?? 0) + 1
    left -= 1
  }
  return whole
}
