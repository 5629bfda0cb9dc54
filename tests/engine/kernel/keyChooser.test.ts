import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildKeyChooser, type KeyChooser, type KeySpec } from '../../../src/engine/kernel/keyChooser.ts'
import { RandomStreams } from '../../../src/engine/kernel/random.ts'

const DRAWS = 300_000

function countsOf(chooser: KeyChooser, seed: number): Float64Array {
  const random = new RandomStreams(1)
  random.seed(0, seed, 'producer', 'keys')
  const counts = new Float64Array(chooser.keyCount)
  for (let i = 0; i < DRAWS; i++) counts[chooser.choose(random, 0, i)]! += 1
  return counts
}

/** (chi-square - degrees of freedom) in standard deviations; rare keys are put together. */
function surprise(counts: Float64Array, probabilities: Float64Array): number {
  let chiSquare = 0
  let cells = 0
  let rareCount = 0
  let rareExpected = 0
  counts.forEach((count, key) => {
    const expected = probabilities[key]! * DRAWS
    if (expected < 10) {
      rareCount += count
      rareExpected += expected
      return
    }
    chiSquare += (count - expected) ** 2 / expected
    cells++
  })
  if (rareExpected > 0) {
    chiSquare += (rareCount - rareExpected) ** 2 / rareExpected
    cells++
  }
  return cells === 1 ? 0 : (chiSquare - (cells - 1)) / Math.sqrt(2 * (cells - 1))
}

const CASES: [string, KeySpec][] = [
  ['even', { kind: 'even', count: 1_000 }],
  ['even, one key', { kind: 'even', count: 1 }],
  ['zipf 1.07', { kind: 'zipf', count: 10_000, exponent: 1.07 }],
  ['zipf 0 is even', { kind: 'zipf', count: 50, exponent: 0 }],
  ['zipf 3', { kind: 'zipf', count: 7, exponent: 3 }],
  ['hottest', { kind: 'hottest', count: 10_000, share: 0.15 }],
  ['hottest takes all', { kind: 'hottest', count: 10, share: 1 }],
  ['hottest takes nothing more', { kind: 'hottest', count: 10, share: 0 }],
  ['list', { kind: 'list', keys: ['a', 'b', 'a', 'c', 'a'] }],
  ['list with weights', { kind: 'list', keys: ['a', 'b', 'a', 'c'], weights: [1, 5, 2, 0] }],
]

describe('choose', () => {
  it.each(CASES)('%s: frequencies agree with the probabilities', (_, spec) => {
    const chooser = buildKeyChooser(spec)
    expect(chooser.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
    const counts = countsOf(chooser, 5)
    counts.forEach((count, key) => {
      if (chooser.probabilities[key] === 0) expect(count).toBe(0)
    })
    expect(Math.abs(surprise(counts, chooser.probabilities))).toBeLessThan(4)
  })

  it('a wrong probability would be noticed', () => {
    const chooser = buildKeyChooser({ kind: 'zipf', count: 100, exponent: 1 })
    const wrong = buildKeyChooser({ kind: 'zipf', count: 100, exponent: 1.03 })
    expect(surprise(countsOf(chooser, 5), wrong.probabilities)).toBeGreaterThan(10)
  })

  it('hottest draws as the reference model does: one draw for the hot key, a second one for the others', () => {
    const chooser = buildKeyChooser({ kind: 'hottest', count: 10_000, share: 0.15, prefix: '' })
    const random = new RandomStreams(2)
    random.seed(0, 1, 'p', 'keys')
    random.seed(1, 1, 'p', 'keys')
    for (let i = 0; i < 10_000; i++) {
      const expected = random.unit(1) < 0.15 ? 0 : Math.floor(random.unit(1) * 10_000)
      expect(chooser.choose(random, 0, i)).toBe(expected)
    }
    expect(random.words.slice(0, 4)).toEqual(random.words.slice(4))
    expect(chooser.probabilities[0]).toBeCloseTo(0.15 + 0.85 / 10_000, 15)
  })

  it('cycle takes the list in turn and draws nothing', () => {
    const chooser = buildKeyChooser({ kind: 'cycle', keys: ['x', 'y', 'x', 'z'] })
    const random = new RandomStreams(1)
    const names = Array.from({ length: 9 }, (_, i) => chooser.keyNames[chooser.choose(random, 0, i)])
    expect(names).toEqual(['x', 'y', 'x', 'z', 'x', 'y', 'x', 'z', 'x'])
    expect([...chooser.probabilities]).toEqual([0.5, 0.25, 0.25])
    expect([...random.words]).toEqual([0, 0, 0, 0])
  })

  it('any weights: evenly spread draws take each key as often as its probability says', () => {
    const weights = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(weights, (list) => {
        fc.pre(list.some((weight) => weight > 0))
        const chooser = buildKeyChooser({ kind: 'list', keys: list.map((_, k) => `k${k}`), weights: list })
        const sum = list.reduce((total, weight) => total + weight, 0)
        const evenly = new EvenDraws(1)
        const counts = new Float64Array(list.length)
        for (let i = 0; i < EVEN_DRAWS; i++) counts[chooser.choose(evenly, 0, i)]! += 1
        list.forEach((weight, k) => {
          expect(chooser.probabilities[k]).toBeCloseTo(weight / sum, 12)
          // A key owns at most one stretch in each column, and a stretch is off by less than one draw.
          expect(Math.abs(counts[k]! / EVEN_DRAWS - weight / sum)).toBeLessThan((list.length + 1) / EVEN_DRAWS)
          if (weight === 0) expect(counts[k]).toBe(0)
        })
      }),
      { numRuns: 200, verbose: 1 },
    )
  })
})

const EVEN_DRAWS = 32_768

/** No chance: all 32-bit numbers in even steps. */
class EvenDraws extends RandomStreams {
  private drawn = 0

  override uint32(): number {
    return (this.drawn++ + 0.5) * (2 ** 32 / EVEN_DRAWS)
  }
}

describe('names', () => {
  it('generates them from the prefix', () => {
    expect(buildKeyChooser({ kind: 'even', count: 3 }).keyNames).toEqual(['user-0', 'user-1', 'user-2'])
    expect(buildKeyChooser({ kind: 'zipf', count: 2, exponent: 1, prefix: '' }).keyNames).toEqual(['0', '1'])
  })

  it('names each key of a list once, in the order of the list', () => {
    const chooser = buildKeyChooser({ kind: 'list', keys: ['Oslo', 'Rome', 'Oslo', '__proto__'] })
    expect(chooser.keyNames).toEqual(['Oslo', 'Rome', '__proto__'])
    expect(chooser.keyCount).toBe(3)
    expect([...chooser.probabilities]).toEqual([0.5, 0.25, 0.25])
  })
})

it.each([
  ['no keys', { kind: 'even', count: 0 }],
  ['half a key', { kind: 'even', count: 1.5 }],
  ['too many keys', { kind: 'even', count: 2_097_153 }],
  ['a negative exponent', { kind: 'zipf', count: 2, exponent: -1 }],
  ['a share above 1', { kind: 'hottest', count: 2, share: 1.01 }],
  ['no share', { kind: 'hottest', count: 2, share: NaN }],
  ['an empty list', { kind: 'list', keys: [] }],
  ['too few weights', { kind: 'list', keys: ['a', 'b'], weights: [1] }],
  ['a negative weight', { kind: 'list', keys: ['a', 'b'], weights: [1, -1] }],
  ['weights of nothing', { kind: 'list', keys: ['a', 'b'], weights: [0, 0] }],
  ['an empty cycle', { kind: 'cycle', keys: [] }],
] satisfies [string, KeySpec][])('refuses %s', (_, spec) => {
  expect(() => buildKeyChooser(spec)).toThrow(RangeError)
})
