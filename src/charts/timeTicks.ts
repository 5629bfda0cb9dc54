import { axisTimeText } from '../ui/clockText.ts'

const LABEL_PX = 76
/** Round steps of a clock, in seconds. */
const STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
]

/** The moments at which a time axis of this width has its labels. */
export function timeTicks(durationSeconds: number, widthPx: number): { seconds: number; label: string }[] {
  if (widthPx <= 0 || durationSeconds <= 0) return []
  const step = STEPS.find((seconds) => (seconds / durationSeconds) * widthPx >= LABEL_PX) ?? durationSeconds
  return Array.from({ length: Math.floor(durationSeconds / step + 1e-9) + 1 }, (_, i) => {
    const seconds = i * step
    return { seconds, label: step < 1 ? seconds.toFixed(1) : axisTimeText(seconds) }
  })
}
