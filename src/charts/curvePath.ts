// Straight lines through equally spaced values, with gaps where there is none. A few lines of ours instead of ten KiB of a library.

type Place = (i: number) => number

/** A line through the values that are shown, broken where one is not. */
export function linePath(count: number, isShown: (i: number) => boolean, x: Place, y: Place): string {
  return runsOf(count, isShown)
    .map(([from, to]) => `M${points(from, to, x, y).join('L')}`)
    .join('')
}

/** What lies between two lines, broken where one of them has no value. */
export function areaPath(count: number, isShown: (i: number) => boolean, x: Place, y0: Place, y1: Place): string {
  return runsOf(count, isShown)
    .map(([from, to]) => `M${[...points(from, to, x, y1), ...points(from, to, x, y0).reverse()].join('L')}Z`)
    .join('')
}

/** The stretches without a gap: from, and the place after the last. */
function runsOf(count: number, isShown: (i: number) => boolean): [number, number][] {
  const runs: [number, number][] = []
  let from = -1
  for (let i = 0; i <= count; i++) {
    const shown = i < count && isShown(i)
    if (shown && from < 0) from = i
    if (shown || from < 0) continue
    runs.push([from, i])
    from = -1
  }
  return runs
}

function points(from: number, to: number, x: Place, y: Place): string[] {
  return Array.from({ length: to - from }, (_, k) => `${x(from + k).toFixed(1)} ${y(from + k).toFixed(1)}`)
}
