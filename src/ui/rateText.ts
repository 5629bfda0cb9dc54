/** A number that changes in place: three significant digits at most below a thousand, whole from there on. */
export function rateText(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size >= 99.95) return Math.round(value).toLocaleString('en')
  if (size >= 9.995) return value.toFixed(1).replace(/\.0$/, '')
  if (size === 0) return '0'
  return value.toFixed(size < 0.1 ? 2 : 1).replace(/\.0+$/, '')
}

/** Seconds of lag: 0.07 s, 1.1 s, 28.3 s, 12:05. */
export function lagText(micros: number): string {
  const seconds = micros / 1e6
  if (!Number.isFinite(seconds)) return '–'
  if (seconds >= 600) return `${Math.floor(seconds / 60)} min`
  return `${seconds < 0.995 ? seconds.toFixed(2) : seconds.toFixed(1)} s`
}
