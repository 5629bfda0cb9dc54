import { describe, expect, it } from 'vitest'
import {
  CONSTANT,
  distributionKind,
  ERLANG,
  EXPONENTIAL,
  sampleUnitMean,
  UNIFORM,
} from '../../../src/engine/kernel/distributions.ts'
import { RandomStreams } from '../../../src/engine/kernel/random.ts'

const DRAWS = 400_000

function drawsOf(kind: number, shape: number, seed = 11): Float64Array {
  const random = new RandomStreams(1)
  random.seed(0, seed, 'moments', String(kind))
  return Float64Array.from({ length: DRAWS }, () => sampleUnitMean(random, 0, kind, shape))
}

/** Mean, variance, and third central moment. */
function moments(draws: Float64Array): { mean: number; variance: number; third: number } {
  const mean = draws.reduce((sum, x) => sum + x, 0) / DRAWS
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS
  const third = draws.reduce((sum, x) => sum + (x - mean) ** 3, 0) / DRAWS
  return { mean, variance, third }
}

describe('sampleUnitMean', () => {
  // Tolerances are about four standard errors of each moment at 400,000 draws.
  it.each([
    ['exponential', EXPONENTIAL, 0, { variance: 1, third: 2 }, { mean: 0.0065, variance: 0.018, third: 0.15 }],
    ['uniform', UNIFORM, 0, { variance: 1 / 3, third: 0 }, { mean: 0.0037, variance: 0.002, third: 0.0025 }],
    ['erlang 1', ERLANG, 1, { variance: 1, third: 2 }, { mean: 0.0065, variance: 0.018, third: 0.15 }],
    ['erlang 4', ERLANG, 4, { variance: 1 / 4, third: 1 / 8 }, { mean: 0.0032, variance: 0.003, third: 0.008 }],
    ['erlang 16', ERLANG, 16, { variance: 1 / 16, third: 1 / 128 }, { mean: 0.0016, variance: 0.0006, third: 0.0006 }],
  ])('%s has mean 1 and its variance and skew', (_, kind, shape, expected, tolerance) => {
    const { mean, variance, third } = moments(drawsOf(kind, shape))
    expect(Math.abs(mean - 1)).toBeLessThan(tolerance.mean)
    expect(Math.abs(variance - expected.variance)).toBeLessThan(tolerance.variance)
    expect(Math.abs(third - expected.third)).toBeLessThan(tolerance.third)
  })

  it('exponential follows its distribution function (Kolmogorov and Smirnov)', () => {
    const draws = drawsOf(EXPONENTIAL, 0).sort()
    let worst = 0
    draws.forEach((x, i) => {
      const share = 1 - Math.exp(-x)
      worst = Math.max(worst, Math.abs(share - i / DRAWS), Math.abs(share - (i + 1) / DRAWS))
    })
    // Exceeded once in 10,000 seeds.
    expect(worst).toBeLessThan(2.23 / Math.sqrt(DRAWS))
  })

  it('constant is 1 and draws nothing', () => {
    const random = new RandomStreams(1)
    random.seed(0, 1, 'a', 'b')
    const before = random.words.slice()
    expect(sampleUnitMean(random, 0, CONSTANT, 4)).toBe(1)
    expect(random.words).toEqual(before)
  })

  it.each([
    [EXPONENTIAL, 22.2],
    [UNIFORM, 2],
    [ERLANG, 22.2],
  ])('kind %i is never below zero nor above its end', (kind, end) => {
    for (const draw of drawsOf(kind, 3)) {
      if (!(draw >= 0 && draw < end) || Object.is(draw, -0)) expect.fail(`drew ${draw}`)
    }
  })

  it('refuses an unknown kind', () => {
    expect(() => sampleUnitMean(new RandomStreams(1), 0, 4, 1)).toThrow(RangeError)
  })
})

describe('distributionKind', () => {
  it('knows the four names and no other', () => {
    expect(['constant', 'exponential', 'uniform', 'erlang'].map(distributionKind)).toEqual([
      CONSTANT,
      EXPONENTIAL,
      UNIFORM,
      ERLANG,
    ])
    expect([CONSTANT, EXPONENTIAL, UNIFORM, ERLANG]).toEqual([0, 1, 2, 3])
    for (const name of ['', 'Constant', 'toString', 'poisson']) expect(() => distributionKind(name)).toThrow(RangeError)
  })
})
