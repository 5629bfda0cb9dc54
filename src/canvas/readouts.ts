import { byteUnit } from '../scenario/byteUnits.ts'

/** Numbers on the drawing: three significant digits at most below a thousand, thousands with commas. */
export function count(value: number): string {
  if (!Number.isFinite(value)) return '0'
  const rounded = Math.round(value)
  const exact = rounded >= 100_000 ? Math.round(rounded / 100) * 100 : rounded
  return String(exact).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A rate: one decimal below ten, so that slow scenes do not read 0. */
export function rate(perSecond: number): string {
  if (perSecond > 0 && perSecond < 0.1) return perSecond.toFixed(2)
  return perSecond < 10 && Math.abs(perSecond - Math.round(perSecond)) > 0.05 ? perSecond.toFixed(1) : count(perSecond)
}

/** A length of time: 0.07 s, 1.1 s, 28.3 s, 4:05 min, 2.5 h. */
export function duration(seconds: number): string {
  if (seconds <= 0) return '0 s'
  if (seconds < 0.1) return `${seconds.toFixed(2)} s`
  if (seconds < 100) return `${seconds.toFixed(1)} s`
  if (seconds < 600) return `${Math.round(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return seconds < 360_000
    ? `${Number((seconds / 3600).toFixed(1))} h`
    : `${Number((seconds / 86_400).toFixed(1))} days`
}

/** A limit where room is short: three digits, and said to be rounded where they are not all of it (1 MiB in MB). */
export function byteLimit(bytesPerSecond: number): string {
  const [divisor, name] = byteUnit(bytesPerSecond)
  const amount = bytesPerSecond / divisor
  const short = Number(amount.toPrecision(3))
  return `${short === amount ? '' : '≈ '}${short} ${name}/s`
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`

export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`
