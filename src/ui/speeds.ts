/** Simulated seconds per second, slowest first. The last one is as fast as it goes. */
export const SPEEDS: readonly number[] = [
  0.01,
  0.05,
  0.1,
  0.25,
  0.5,
  1,
  2,
  4,
  10,
  20,
  60,
  300,
  900,
  3600,
  Number.POSITIVE_INFINITY,
]

/** How a speed is written: a fraction below one, else a factor. */
export function speedText(speed: number): string {
  if (speed === Number.POSITIVE_INFINITY) return 'fastest'
  if (speed === 0.25) return '¼×'
  if (speed === 0.5) return '½×'
  if (speed < 0.2) return `1/${Math.round(1 / speed)}×`
  return `${Math.round(speed).toLocaleString('en')}×`
}
