import { clock, numberText } from './words.ts'

/** A curve, or its highest point, drawn into an empty chart before the run. What is right is read from the run alone. */
export type Sketch = {
  is: 'curve' | 'point'
  question: string
  node: string
  gauge: string
  row?: number
  /** The value is the number times this. */
  times?: number
  unit: string
  /** The top of the chart. */
  to: number
  /** Its right end, at which the run has answered. */
  untilSeconds: number
}

/** Points of a curve, at even distances up to the end. */
const CURVE_POINTS = 6
/** The run is compared at so many moments. */
export const RUN_POINTS = 60

/** Where the learner's points stand: `values` at `seconds`. A point alone is free in both. */
export type Drawn = { seconds: number[]; values: number[] }

export function emptySketch({ is, untilSeconds, to }: Sketch): Drawn {
  if (is === 'point') return { seconds: [untilSeconds / 2], values: [to / 2] }
  const seconds = Array.from({ length: CURVE_POINTS }, (_, i) => ((i + 1) * untilSeconds) / CURVE_POINTS)
  return { seconds, values: seconds.map(() => 0) }
}

export type Score = {
  /** Mean distance of the values, in the sketch's unit. */
  distance: number
  /** Where drawing and run are furthest apart. */
  apartSeconds: number
  words: string
}

const CLOSE = 0.06
const SHAPE = 0.18

/** `run`: RUN_POINTS + 1 values of the run, from 0 to the end. Kind: it says what was right before what was not. */
export function scoreOf(sketch: Sketch, drawn: Drawn, run: readonly number[]): Score {
  const { to, untilSeconds, unit } = sketch
  const secondsAt = (i: number) => (i * untilSeconds) / RUN_POINTS
  if (sketch.is === 'point') {
    const peak = run.indexOf(Math.max(...run))
    const [value = 0, seconds = 0] = [drawn.values[0], drawn.seconds[0]]
    const distance = Math.abs((run[peak] ?? 0) - value)
    const late = Math.abs(secondsAt(peak) - seconds)
    const far = Math.max(distance / to, late / untilSeconds)
    const where = `The highest is ${numberText(run[peak] ?? 0)} ${unit} at ${clock(secondsAt(peak))}.`
    return { distance, apartSeconds: secondsAt(peak), words: `${where} ${praise(far, distance, unit)}` }
  }
  const distances = drawn.seconds.map((seconds, i) => {
    const at = Math.round((seconds / untilSeconds) * RUN_POINTS)
    return Math.abs((drawn.values[i] ?? 0) - (run[at] ?? 0))
  })
  const distance = distances.reduce((sum, one) => sum + one, 0) / Math.max(1, distances.length)
  const apartSeconds = drawn.seconds[distances.indexOf(Math.max(...distances))] ?? 0
  const words = praise(distance / to, distance, unit)
  return { distance, apartSeconds, words: distance / to < CLOSE ? words : `${words} Most at ${clock(apartSeconds)}.` }
}

function praise(share: number, distance: number, unit: string): string {
  if (share < CLOSE) return 'You drew what happens.'
  if (share < SHAPE) return `Nearly: ${numberText(distance)} ${unit} beside it on average.`
  return `A brave guess: ${numberText(distance)} ${unit} beside it on average. Watch where the two part.`
}

/** What this browser has kept of a sketch: parsed, never trusted. */
export function parseDrawn(data: unknown, sketch: Sketch): Drawn | null {
  if (typeof data !== 'object' || data === null) return null
  const { seconds, values } = data as Record<string, unknown>
  const count = emptySketch(sketch).values.length
  const read = (list: unknown, most: number): number[] | null =>
    Array.isArray(list) &&
    list.length === count &&
    list.every((one) => typeof one === 'number' && one >= 0 && one <= most)
      ? [...list]
      : null
  const [ownSeconds, ownValues] = [read(seconds, sketch.untilSeconds), read(values, sketch.to)]
  return ownSeconds === null || ownValues === null ? null : { seconds: ownSeconds, values: ownValues }
}
