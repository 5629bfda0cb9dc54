// A slider's place (0..1) and its value. Logarithmic ranges that start at zero keep zero at the very left:
// a small stretch before the first positive value belongs to it.

export type SliderRange = { min: number; max: number; step: number; scale: 'linear' | 'log' }

const ZERO_STRETCH = 0.06

/** Where a value stands; outside the range at its end. */
export function placeOf(value: number, range: SliderRange): number {
  const { min, max } = range
  if (max <= min) return 0
  if (range.scale === 'linear') return clamp((value - min) / (max - min))
  const first = firstPositive(range)
  const start = min > 0 ? 0 : ZERO_STRETCH
  if (value < first) return 0
  return clamp(start + (1 - start) * (Math.log(value / first) / Math.log(max / first)))
}

/** The value at a place, rounded so that nobody reads digits that nobody meant. */
export function valueAt(place: number, range: SliderRange): number {
  const { min, max } = range
  if (place >= 1) return max
  if (place <= 0) return min
  if (range.scale === 'linear') return roundTo(min + place * (max - min), range)
  const first = firstPositive(range)
  const start = min > 0 ? 0 : ZERO_STRETCH
  if (place < start / 2) return 0
  const along = Math.max(0, (place - start) / (1 - start))
  return roundTo(twoDigits(first * (max / first) ** along), range)
}

/** The next value in a direction: one step, or on a logarithmic range one of about forty places a decade. */
export function stepFrom(value: number, direction: 1 | -1, big: boolean, range: SliderRange): number {
  if (range.scale === 'linear') {
    const size = big ? Math.max(range.step, (range.max - range.min) / 10) : range.step
    return roundTo(value + direction * size, range)
  }
  const first = firstPositive(range)
  if (direction < 0 && value <= first) return range.min
  if (direction > 0 && value < first) return first
  const decade = 10 ** Math.floor(Math.log10(value) - (direction < 0 ? 1e-9 : 0))
  const unit = Math.max(range.step, big ? decade : decade / 10)
  const next =
    direction > 0 ? (Math.floor(value / unit + 1e-9) + 1) * unit : (Math.ceil(value / unit - 1e-9) - 1) * unit
  return roundTo(next, range)
}

function firstPositive(range: SliderRange): number {
  if (range.min > 0) return range.min
  return range.step > 0 ? range.step : range.max / 10_000
}

function twoDigits(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.round(value / unit) * unit
}

function roundTo(value: number, { min, max, step }: SliderRange): number {
  const stepped = step > 0 ? Math.round(value / step) * step : value
  // Twelve digits cut the noise of binary fractions (0.1 + 0.2) off the shown value.
  return Math.min(max, Math.max(min, Number(stepped.toPrecision(12))))
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place))
}
