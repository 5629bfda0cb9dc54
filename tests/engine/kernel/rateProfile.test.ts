import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RateProfile, RateShape } from '../../../src/engine/kernel/rateProfile.ts'
import { expectAtLeast, expectBelow } from '../../quickly.ts'

const SECOND = 1e6

const PROFILES: Record<RateProfile['kind'], RateProfile> = {
  constant: { kind: 'constant', perSecond: 250 },
  ramp: { kind: 'ramp', fromPerSecond: 100, toPerSecond: 400, startSeconds: 10, endSeconds: 20 },
  spike: { kind: 'spike', perSecond: 100, peakPerSecond: 1_000, startSeconds: 5, endSeconds: 6.5 },
  wave: { kind: 'wave', perSecond: 100, amplitudePerSecond: 80, periodSeconds: 12 },
  onOff: { kind: 'onOff', perSecond: 100, onSeconds: 3, offSeconds: 7 },
}

/** Rate over base rate, straight from the profile's own words. */
function plainRate(profile: RateProfile, seconds: number): number {
  switch (profile.kind) {
    case 'constant':
      return 1
    case 'ramp': {
      const share = (seconds - profile.startSeconds) / (profile.endSeconds - profile.startSeconds)
      const rate =
        profile.fromPerSecond + (profile.toPerSecond - profile.fromPerSecond) * Math.min(1, Math.max(0, share))
      return rate / profile.fromPerSecond
    }
    case 'spike':
      return seconds >= profile.startSeconds && seconds < profile.endSeconds
        ? profile.peakPerSecond / profile.perSecond
        : 1
    case 'wave': {
      const knot = (k: number) =>
        Math.max(0, profile.perSecond + profile.amplitudePerSecond * Math.sin((2 * Math.PI * k) / 48))
      const place = ((seconds / profile.periodSeconds) % 1) * 48
      const k = Math.floor(place)
      return (knot(k) + (knot(k + 1) - knot(k)) * (place - k)) / profile.perSecond
    }
    case 'onOff':
      return seconds % (profile.onSeconds + profile.offSeconds) < profile.onSeconds ? 1 : 0
  }
}

const rate = fc.double({ min: 0.5, max: 5_000, noNaN: true })
const seconds = fc.double({ min: 0.2, max: 50, noNaN: true })
const profiles: fc.Arbitrary<RateProfile> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), perSecond: rate }),
  fc.tuple(rate, rate, seconds, seconds).map(([fromPerSecond, toPerSecond, startSeconds, length]) => ({
    kind: 'ramp' as const,
    fromPerSecond,
    toPerSecond,
    startSeconds,
    endSeconds: startSeconds + length,
  })),
  fc.tuple(rate, rate, seconds, seconds).map(([perSecond, peakPerSecond, startSeconds, length]) => ({
    kind: 'spike' as const,
    perSecond,
    peakPerSecond,
    startSeconds,
    endSeconds: startSeconds + length,
  })),
  fc.tuple(rate, fc.double({ min: 0, max: 2, noNaN: true }), seconds).map(([perSecond, factor, periodSeconds]) => ({
    kind: 'wave' as const,
    perSecond,
    amplitudePerSecond: perSecond * factor,
    periodSeconds,
  })),
  fc.record({
    kind: fc.constant('onOff' as const),
    perSecond: rate,
    onSeconds: seconds,
    offSeconds: fc.oneof(fc.constant(0), seconds),
  }),
)
const moment = fc.double({ min: 0, max: 4_000 * SECOND, noNaN: true })

describe.each(Object.values(PROFILES))('$kind', (profile) => {
  const shape = new RateShape(profile)

  it('has the rate that the profile says', () => {
    for (let at = 0.005; at < 60; at += 0.1)
      expect(shape.relativeRateAt(at * SECOND)).toBeCloseTo(plainRate(profile, at), 9)
  })

  it('has the integral that summing small steps gives', () => {
    const step = 0.001
    let sum = 0
    for (let i = 0; i < 37_250; i++) {
      sum += plainRate(profile, (i + 0.5) * step) * step
      if (i % 2_503 === 0) expect(shape.workBetween(0, (i + 1) * step * SECOND)).toBeCloseTo(sum, 4)
    }
    expect(shape.workBetween(0, 37.25 * SECOND)).toBeCloseTo(sum, 4)
  })

  it('makes as many evenly spaced arrivals as the integral says', () => {
    const spacing = 1 / shape.basePerSecond
    const ends = 40 * SECOND
    let arrivals = 0
    for (let at = shape.advance(0, spacing); at <= ends; at = shape.advance(at, spacing)) arrivals++
    expect(Math.abs(arrivals - shape.workBetween(0, ends) * shape.basePerSecond)).toBeLessThanOrEqual(1.001)
  })
})

describe('advance and workBetween undo each other', () => {
  it('work done until the moment that advance gives is the work that was asked for', () => {
    fc.assert(
      fc.property(profiles, moment, fc.double({ min: 1e-6, max: 2_000, noNaN: true }), (profile, from, work) => {
        const shape = new RateShape(profile)
        const at = shape.advance(from, work)
        expectAtLeast(at, from)
        expectBelow(Math.abs(shape.workBetween(from, at) - work), 1e-11 * work + ROUNDING_OF_TIME * fastest(profile))
      }),
      { numRuns: 20_000, verbose: 1 },
    )
  })

  it('advance gives the moment back, or an earlier one when nothing happens between', () => {
    fc.assert(
      fc.property(profiles, moment, moment, (profile, a, b) => {
        const shape = new RateShape(profile)
        const [from, to] = a < b ? [a, b] : [b, a]
        const work = shape.workBetween(from, to)
        const at = shape.advance(from, work)
        const between = at < to ? shape.workBetween(at, to) : shape.workBetween(to, at)
        expectBelow(between, 1e-11 * work + ROUNDING_OF_TIME * fastest(profile))
      }),
      { numRuns: 20_000, verbose: 1 },
    )
  })

  it('work of two stretches is the work of both together', () => {
    fc.assert(
      fc.property(profiles, fc.array(moment, { minLength: 3, maxLength: 3 }), (profile, moments) => {
        const shape = new RateShape(profile)
        const [a, b, c] = moments.toSorted((x, y) => x - y) as [number, number, number]
        const whole = shape.workBetween(a, c)
        expectBelow(
          Math.abs(shape.workBetween(a, b) + shape.workBetween(b, c) - whole),
          1e-12 * whole + ROUNDING_OF_TIME * fastest(profile),
        )
      }),
      { numRuns: 10_000, verbose: 1 },
    )
  })
})

/** A moment of some thousand seconds is known to half of 2^-20 microseconds: in seconds, with room for a few roundings. */
const ROUNDING_OF_TIME = 1e-11

function fastest(profile: RateProfile): number {
  if (profile.kind === 'ramp') return 1 + profile.toPerSecond / profile.fromPerSecond
  if (profile.kind === 'spike') return 1 + profile.peakPerSecond / profile.perSecond
  return 3
}

describe('edges', () => {
  const on = new RateShape({ kind: 'onOff', perSecond: 10, onSeconds: 1, offSeconds: 1 })

  it('the first moment counts when a pause follows', () => {
    expect(on.advance(0, 1)).toBe(1 * SECOND)
    expect(on.advance(0, 5)).toBe(9 * SECOND)
    expect(on.advance(0.5 * SECOND, 1_000_000)).toBe(2_000_000.5 * SECOND)
  })

  it('a pause is passed over', () => {
    expect(on.advance(1 * SECOND, 0.25)).toBe(2.25 * SECOND)
    expect(on.advance(1.3 * SECOND, 0.25)).toBe(2.25 * SECOND)
    expect(on.relativeRateAt(1 * SECOND)).toBe(0)
    expect(on.relativeRateAt(2 * SECOND)).toBe(1)
  })

  it('no work takes no time, and endless work is never done', () => {
    for (const profile of Object.values(PROFILES)) {
      const shape = new RateShape(profile)
      expect(shape.advance(123.5, 0)).toBe(123.5)
      expect(shape.advance(123.5, Infinity)).toBe(Infinity)
      expect(shape.workBetween(7, 7)).toBe(0)
      expect(shape.workBetween(8, 7)).toBe(0)
    }
  })

  it('a shape that ends in silence never does more', () => {
    const fading = new RateShape({ kind: 'ramp', fromPerSecond: 8, toPerSecond: 0, startSeconds: 0, endSeconds: 10 })
    expect(fading.advance(0, 5)).toBe(10 * SECOND)
    expect(fading.advance(0, 5.001)).toBe(Infinity)
    expect(fading.advance(11 * SECOND, 0.001)).toBe(Infinity)
    expect(fading.workBetween(0, 1e12)).toBe(5)
    const never = new RateShape({ kind: 'onOff', perSecond: 8, onSeconds: 0, offSeconds: 10 })
    expect(never.advance(0, 1)).toBe(Infinity)
    expect(never.relativeRateAt(5)).toBe(0)
  })

  it('a ramp or spike without length is a jump', () => {
    const jump = new RateShape({ kind: 'ramp', fromPerSecond: 10, toPerSecond: 30, startSeconds: 2, endSeconds: 2 })
    expect([jump.relativeRateAt(2 * SECOND - 1), jump.relativeRateAt(2 * SECOND)]).toEqual([1, 3])
    expect(jump.advance(0, 5)).toBe(3 * SECOND)
    const none = new RateShape({ kind: 'spike', perSecond: 10, peakPerSecond: 90, startSeconds: 0, endSeconds: 0 })
    expect(none.advance(0, 5)).toBe(5 * SECOND)
  })

  it('a rate that starts at zero takes the other rate as its base', () => {
    const ramp = new RateShape({ kind: 'ramp', fromPerSecond: 0, toPerSecond: 30, startSeconds: 0, endSeconds: 10 })
    expect(ramp.basePerSecond).toBe(30)
    expect(ramp.relativeRateAt(5 * SECOND)).toBe(0.5)
    expect(ramp.advance(0, 5)).toBe(10 * SECOND)
    const spike = new RateShape({ kind: 'spike', perSecond: 0, peakPerSecond: 9, startSeconds: 3, endSeconds: 4 })
    expect(spike.advance(0, 0.5)).toBe(3.5 * SECOND)
    expect(spike.advance(0, 1.5)).toBe(Infinity)
  })

  it('a rate of zero is a level shape on the base rate 0', () => {
    const nothing = new RateShape({ kind: 'constant', perSecond: 0 })
    expect(nothing.basePerSecond).toBe(0)
    expect(nothing.relativeRateAt(5)).toBe(1)
    expect(nothing.advance(5, 2)).toBe(5 + 2 * SECOND)
  })

  it('the mean of a wave is its base rate', () => {
    const wave = new RateShape(PROFILES.wave)
    expect(wave.workBetween(0, 12 * SECOND)).toBeCloseTo(12, 12)
    expect(wave.workBetween(5 * SECOND, (5 + 12 * 1_000) * SECOND)).toBeCloseTo(12_000, 8)
  })

  it.each([
    ['a negative rate', { kind: 'constant', perSecond: -1 }],
    ['no number', { kind: 'constant', perSecond: NaN }],
    ['an endless rate', { kind: 'spike', perSecond: 1, peakPerSecond: Infinity, startSeconds: 0, endSeconds: 1 }],
    ['an end before the start', { kind: 'ramp', fromPerSecond: 1, toPerSecond: 2, startSeconds: 2, endSeconds: 1 }],
    ['a wave without a period', { kind: 'wave', perSecond: 1, amplitudePerSecond: 1, periodSeconds: 0 }],
    ['on and off without time', { kind: 'onOff', perSecond: 1, onSeconds: 0, offSeconds: 0 }],
  ] satisfies [string, RateProfile][])('refuses %s', (_, profile) => {
    expect(() => new RateShape(profile)).toThrow(RangeError)
  })
})
