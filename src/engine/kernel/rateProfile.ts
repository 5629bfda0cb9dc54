import { floor, max, sin, sqrt } from './detMath.ts'
import { LevelShape, requireAmount } from './levelShape.ts'
import { MICROS_PER_SECOND, secondsToMicros } from './time.ts'
import { TWO_PI, WAVE_PIECES } from './units.ts'

/** How the rate of new records runs over time. All rates in records a second, all times in seconds from the start of the run. */
export type RateProfile =
  | { kind: 'constant'; perSecond: number }
  /** Level, then straight from one rate to the other, then level again. */
  | { kind: 'ramp'; fromPerSecond: number; toPerSecond: number; startSeconds: number; endSeconds: number }
  | { kind: 'spike'; perSecond: number; peakPerSecond: number; startSeconds: number; endSeconds: number }
  /** A sine about the mean, in 48 straight pieces a period; below zero it is cut off at zero. */
  | { kind: 'wave'; perSecond: number; amplitudePerSecond: number; periodSeconds: number }
  /** On first. */
  | { kind: 'onOff'; perSecond: number; onSeconds: number; offSeconds: number }

/** Straight pieces one after the other: from `starts[i]` the rate runs from `from[i]` to `to[i]`. */
type Pieces = { starts: number[]; from: number[]; to: number[] }

/**
 * A profile as a shape: the rate at a moment over the base rate, so that the base rate can be turned during the run.
 *
 * Work is the integral of the shape, in shape-seconds: one second at the base rate is 1. Arrivals that are a
 * renewal process in work (next = advance(last, draw / base rate)) are one whose time is stretched by the profile,
 * exactly: the shape is piecewise linear, so its integral is inverted by one square root.
 *
 * The base rate is the profile's first rate (`perSecond` or `fromPerSecond`); when that is zero, its other one.
 */
export class RateShape extends LevelShape {
  /** The shape is 1 for ever: the fast path. */
  private readonly isLevel: boolean
  /** Start of each piece in microseconds, and the end of the last. */
  private readonly starts: Float64Array
  private readonly from: Float64Array
  private readonly to: Float64Array
  /** Integral from 0 to each start, in shape-microseconds. */
  private readonly work: Float64Array
  private readonly pieces: number
  /** Length of all pieces when they repeat for ever; 0 when the last piece goes on for ever instead. */
  private readonly period: number
  private readonly periodWork: number

  /** RangeError for a profile that no form could have let through: a negative rate, an end before its start. */
  constructor(profile: RateProfile) {
    super(basePerSecondOf(profile))
    const { starts, from, to } = piecesOf(profile, this.basePerSecond)
    this.starts = Float64Array.from(starts)
    this.from = Float64Array.from(from)
    this.to = Float64Array.from(to)
    this.pieces = from.length
    this.work = new Float64Array(starts.length)
    for (let i = 0; i < this.pieces; i++) {
      const length = starts[i + 1]! - starts[i]!
      // An endless last piece is level, and 0 * Infinity is no amount of work.
      const piece = from[i] === 0 && to[i] === 0 ? 0 : ((from[i]! + to[i]!) / 2) * length
      this.work[i + 1] = this.work[i]! + piece
    }
    const end = this.starts[this.pieces]!
    this.period = end === Infinity ? 0 : end
    this.periodWork = end === Infinity ? 0 : this.work[this.pieces]!
    this.isLevel = this.pieces === 1 && end === Infinity && from[0] === 1
  }

  /** The shape at a moment; where it jumps, its value after the jump. */
  override relativeRateAt(micros: number): number {
    if (this.isLevel) return super.relativeRateAt(micros)
    const offset = micros - this.cycleOf(micros) * this.period
    const i = this.pieceAt(offset)
    return this.from[i]! + this.slopeOf(i) * (offset - this.starts[i]!)
  }

  /**
   * The exact moment, in microseconds with fraction, at which `work` shape-seconds are done since `fromMicros`: the first one
   * when the shape is zero for a while. Infinity when the shape never does so much.
   */
  override advance(fromMicros: number, work: number): number {
    return this.isLevel ? super.advance(fromMicros, work) : this.advanceInPieces(fromMicros, work)
  }

  private advanceInPieces(fromMicros: number, work: number): number {
    if (!(work > 0)) return fromMicros
    if (work === Infinity) return Infinity
    const wanted = work * MICROS_PER_SECOND
    const cycle = this.cycleOf(fromMicros)
    const cycleStart = cycle * this.period
    const offset = fromMicros - cycleStart
    const i = this.pieceAt(offset)
    const start = this.starts[i]!
    const end = this.starts[i + 1]!
    const slope = this.slopeOf(i)
    const rate = this.from[i]! + slope * (offset - start)
    const left = end === Infinity ? (rate > 0 ? Infinity : 0) : ((rate + this.to[i]!) / 2) * (end - offset)
    if (wanted <= left) return max(fromMicros, fromMicros + timeFor(wanted, rate, slope))
    return this.advanceFromCycleStart(cycleStart, this.work[i + 1]! + (wanted - left))
  }

  /** Integral of the shape between two moments, in shape-seconds; 0 when the second is not later. */
  override workBetween(fromMicros: number, toMicros: number): number {
    if (this.isLevel || !(toMicros > fromMicros)) return super.workBetween(fromMicros, toMicros)
    const fromCycle = this.cycleOf(fromMicros)
    const toCycle = this.cycleOf(toMicros)
    const fromOffset = fromMicros - fromCycle * this.period
    const toOffset = toMicros - toCycle * this.period
    const i = this.pieceAt(fromOffset)
    const j = this.pieceAt(toOffset)
    if (i === j && fromCycle === toCycle) return this.workInPiece(i, fromOffset, toOffset) / MICROS_PER_SECOND
    // Piece by piece from the ends, so that little work after a long time keeps its digits.
    const first = this.workInPiece(i, fromOffset, this.starts[i + 1]!)
    const last = this.workInPiece(j, this.starts[j]!, toOffset)
    const cycles = (toCycle - fromCycle) * this.periodWork
    return (first + (this.work[j]! - this.work[i + 1]! + cycles) + last) / MICROS_PER_SECOND
  }

  /** First moment at which `wanted` shape-microseconds are done since a cycle began. */
  private advanceFromCycleStart(cycleStart: number, wanted: number): number {
    let rest = wanted
    let start = cycleStart
    if (this.period > 0) {
      if (this.periodWork === 0) return Infinity
      const cycles = floor(rest / this.periodWork)
      rest -= cycles * this.periodWork
      start += cycles * this.period
      if (rest <= 0) {
        // Done exactly where a cycle ends, or earlier when that one ends in silence.
        rest += this.periodWork
        start -= this.period
      }
    }
    // The first piece at whose end so much is done.
    let low = 0
    let high = this.pieces
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.work[middle + 1]! >= rest) high = middle
      else low = middle + 1
    }
    if (low === this.pieces) return this.period > 0 ? start + this.period : Infinity
    return start + this.starts[low]! + timeFor(rest - this.work[low]!, this.from[low]!, this.slopeOf(low))
  }

  private cycleOf(micros: number): number {
    return this.period > 0 ? floor(micros / this.period) : 0
  }

  private slopeOf(i: number): number {
    return (this.to[i]! - this.from[i]!) / (this.starts[i + 1]! - this.starts[i]!)
  }

  /** The last piece that begins at or before an offset. */
  private pieceAt(offset: number): number {
    let low = 0
    let high = this.pieces - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Shape-microseconds between two offsets of one piece. */
  private workInPiece(i: number, fromOffset: number, toOffset: number): number {
    const slope = this.slopeOf(i)
    const middle = (fromOffset + toOffset) / 2 - this.starts[i]!
    return (this.from[i]! + slope * middle) * (toOffset - fromOffset)
  }
}

/** Time in which a rate that changes evenly does some work: the root of `rate t + slope t² / 2 = work`, in the form that loses no digits. */
function timeFor(work: number, rate: number, slope: number): number {
  if (work <= 0) return 0
  return (2 * work) / (rate + sqrt(max(0, rate * rate + 2 * slope * work)))
}

function basePerSecondOf(profile: RateProfile): number {
  switch (profile.kind) {
    case 'constant':
    case 'onOff':
      return requireAmount(profile.perSecond)
    case 'ramp':
      return requireAmount(profile.fromPerSecond) || requireAmount(profile.toPerSecond)
    case 'spike':
      return requireAmount(profile.perSecond) || requireAmount(profile.peakPerSecond)
    case 'wave':
      return requireAmount(profile.perSecond) || requireAmount(profile.amplitudePerSecond)
  }
}

function piecesOf(profile: RateProfile, basePerSecond: number): Pieces {
  // A rate of zero has no shape of its own; it is turned up as a constant one.
  if (profile.kind === 'constant' || basePerSecond === 0) return { starts: [0, Infinity], from: [1], to: [1] }
  switch (profile.kind) {
    case 'ramp': {
      const low = profile.fromPerSecond / basePerSecond
      const high = requireAmount(profile.toPerSecond) / basePerSecond
      return shaped(profile, [low, low], [low, high], [high, high])
    }
    case 'spike': {
      const low = profile.perSecond / basePerSecond
      const high = requireAmount(profile.peakPerSecond) / basePerSecond
      return shaped(profile, [low, low], [high, high], [low, low])
    }
    case 'wave':
      return wavePieces(
        profile.perSecond / basePerSecond,
        requireAmount(profile.amplitudePerSecond) / basePerSecond,
        profile.periodSeconds,
      )
    case 'onOff': {
      const on = secondsToMicros(requireAmount(profile.onSeconds))
      const period = on + secondsToMicros(requireAmount(profile.offSeconds))
      if (period === 0) throw new RangeError('On and off cannot both take no time')
      return withoutEmpty({ starts: [0, on, period], from: [1, 0], to: [1, 0] })
    }
  }
}

type Ends = [from: number, to: number]

function shaped(span: { startSeconds: number; endSeconds: number }, before: Ends, during: Ends, after: Ends): Pieces {
  const start = secondsToMicros(requireAmount(span.startSeconds))
  const end = secondsToMicros(requireAmount(span.endSeconds))
  if (end < start)
    throw new RangeError(`A profile cannot end at ${span.endSeconds} s when it starts at ${span.startSeconds} s`)
  const all = [before, during, after]
  return withoutEmpty({
    starts: [0, start, end, Infinity],
    from: all.map((ends) => ends[0]),
    to: all.map((ends) => ends[1]),
  })
}

function wavePieces(mean: number, amplitude: number, periodSeconds: number): Pieces {
  const period = secondsToMicros(requireAmount(periodSeconds))
  if (period === 0) throw new RangeError('A wave must have a period')
  const pieces: Pieces = { starts: [], from: [], to: [] }
  const height = (k: number) => max(0, mean + amplitude * sin((k / WAVE_PIECES) * TWO_PI))
  for (let k = 0; k < WAVE_PIECES; k++) {
    pieces.starts.push((period * k) / WAVE_PIECES)
    pieces.from.push(height(k))
    pieces.to.push(height((k + 1) % WAVE_PIECES))
  }
  pieces.starts.push(period)
  return pieces
}

function withoutEmpty({ starts, from, to }: Pieces): Pieces {
  const kept = from.map((_, i) => i).filter((i) => starts[i + 1]! > starts[i]!)
  return {
    starts: [...kept.map((i) => starts[i]!), starts[starts.length - 1]!],
    from: kept.map((i) => from[i]!),
    to: kept.map((i) => to[i]!),
  }
}
