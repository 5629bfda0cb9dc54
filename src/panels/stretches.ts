/** Where any of the counted totals grew: neighbouring pieces joined, as shares of the whole. */
export function stretchesOf(values: Float64Array, gaugeCount: number, count: number): (readonly [number, number])[] {
  const stretches: [number, number][] = []
  for (let i = 1; i < count; i += 1) {
    if (!grew(values, gaugeCount, count, i)) continue
    const from = (i - 1) / (count - 1)
    const to = i / (count - 1)
    const last = stretches.at(-1)
    if (last !== undefined && last[1] >= from) last[1] = to
    else stretches.push([from, to])
  }
  return stretches
}

function grew(values: Float64Array, gaugeCount: number, count: number, i: number): boolean {
  for (let gauge = 0; gauge < gaugeCount; gauge += 1) {
    // Comparisons with NaN (not played) are false.
    if ((values[gauge * count + i] ?? 0) > (values[gauge * count + i - 1] ?? 0)) return true
  }
  return false
}
