/** A moment as m:ss.t, rounded down so that a clock never shows a tenth that has not come; hours as h:mm:ss. */
export function clockText(micros: number): string {
  const tenths = Math.floor(micros / 100_000)
  const seconds = Math.floor(tenths / 10)
  if (seconds >= 3600) return axisTimeText(seconds)
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60)}.${tenths % 10}`
}

/** A moment on an axis, whole seconds: m:ss, from one hour on h:mm:ss. */
export function axisTimeText(seconds: number): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
