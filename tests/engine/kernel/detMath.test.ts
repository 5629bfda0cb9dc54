import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exp, log, logOfUint32, pow, sin } from '../../../src/engine/kernel/detMath.ts'
import { RandomStreams } from '../../../src/engine/kernel/random.ts'
import { ulpsBetween } from './ulps.ts'
import { computeMathHashes, computeMathVectors, type MathVector } from './vectors.ts'

const stored = JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8')) as Record<
  string,
  MathVector
>

function worstUlps(
  count: number,
  input: (unit: number) => number,
  own: (x: number) => number,
  reference: (x: number) => number,
): number {
  const random = new RandomStreams(1)
  random.seed(0, 20_261_123, 'accuracy', own.name)
  let worst = 0
  for (let i = 0; i < count; i++) {
    const x = input(random.unit(0))
    worst = Math.max(worst, ulpsBetween(own(x), reference(x)))
  }
  return worst
}

describe('bit vectors', () => {
  const computed = computeMathVectors()
  it.each(Object.keys(stored))('%s gives the stored bits', (name) => {
    expect(computed[name]?.first).toEqual(stored[name]?.first)
    expect(computed[name]?.hash).toBe(stored[name]?.hash)
  })

  it('covers every function of the helper', () => {
    expect(Object.keys(computeMathHashes())).toEqual(Object.keys(stored))
    for (const { first } of Object.values(stored)) expect(first).toHaveLength(256)
  })
})

describe('accuracy beside the host, whose own functions are up to 1 ulp off', () => {
  it('log', () => {
    expect(worstUlps(200_000, (u) => u * 4, log, Math.log)).toBeLessThanOrEqual(2)
    expect(worstUlps(200_000, (u) => 2 ** (u * 2090 - 1070), log, Math.log)).toBeLessThanOrEqual(2)
  })

  it('exp', () => {
    expect(worstUlps(200_000, (u) => u * 4 - 2, exp, Math.exp)).toBeLessThanOrEqual(2)
    expect(worstUlps(200_000, (u) => u * 1454 - 744, exp, Math.exp)).toBeLessThanOrEqual(2)
  })

  it('sin', () => {
    expect(worstUlps(200_000, (u) => u * 14 - 7, sin, Math.sin)).toBeLessThanOrEqual(2)
    expect(worstUlps(200_000, (u) => u * 2e6 - 1e6, sin, Math.sin)).toBeLessThanOrEqual(2)
  })

  it('sin near multiples of pi, where almost all digits cancel', () => {
    for (let k = 1; k <= 318_309; k++) {
      const x = k * Math.PI
      if (ulpsBetween(sin(x), Math.sin(x)) > 2) expect.fail(`sin(${x}) = ${sin(x)}, not ${Math.sin(x)}`)
    }
  })

  it('pow for the weights of Zipf', () => {
    for (let k = 1; k <= 10_000; k++) {
      expect(Math.abs(pow(k, -1.07) / k ** -1.07 - 1)).toBeLessThan(1e-14)
    }
  })
})

describe('logOfUint32', () => {
  const sameAsLog = (u: number) => Object.is(logOfUint32(u), log((u + 1) * 2 ** -32))

  it('gives the bits of log at the ends of every power of two and where the mantissa is halved', () => {
    for (let power = 0; power <= 31; power++) {
      for (const middle of [2 ** power, Math.floor(2 ** power * Math.SQRT2)]) {
        for (let u = Math.max(0, middle - 600); u < middle + 600 && u < 2 ** 32; u++) {
          if (!sameAsLog(u)) expect.fail(`logOfUint32(${u}) = ${logOfUint32(u)}`)
        }
      }
    }
    expect(logOfUint32(2 ** 32 - 1)).toBe(0)
    expect(logOfUint32(0)).toBe(log(2 ** -32))
  })

  it('gives the bits of log for random words', () => {
    const random = new RandomStreams(1)
    random.seed(0, 1, 'log', 'words')
    for (let i = 0; i < 500_000; i++) {
      const u = random.uint32(0)
      if (!sameAsLog(u)) expect.fail(`logOfUint32(${u}) = ${logOfUint32(u)}`)
    }
  })
})

describe('edges', () => {
  it.each([
    ['log(0)', log(0), -Infinity],
    ['log(-0)', log(-0), -Infinity],
    ['log(-1)', log(-1), NaN],
    ['log(Infinity)', log(Infinity), Infinity],
    ['log(NaN)', log(NaN), NaN],
    ['log(1)', log(1), 0],
    ['exp(0)', exp(0), 1],
    ['exp(710)', exp(710), Infinity],
    ['exp(Infinity)', exp(Infinity), Infinity],
    ['exp(-746)', exp(-746), 0],
    ['exp(-Infinity)', exp(-Infinity), 0],
    ['exp(NaN)', exp(NaN), NaN],
    ['smallest exp', exp(-745.1332191019411), Number.MIN_VALUE],
    ['sin(0)', sin(0), 0],
    ['sin(NaN)', sin(NaN), NaN],
    ['pow(7, 0)', pow(7, 0), 1],
    ['pow(1, 55)', pow(1, 55), 1],
  ])('%s', (_, value, expected) => {
    expect(value).toBe(expected)
  })

  it('refuses what it cannot answer well', () => {
    expect(() => sin(1_000_001)).toThrow(RangeError)
    expect(() => sin(Infinity)).toThrow(RangeError)
    expect(() => pow(0, 2)).toThrow(RangeError)
    expect(() => pow(-1, 2)).toThrow(RangeError)
  })
})
