import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialHashKeyRanges } from '../../src/engine/index.ts'
import { type HashKeyRange, middleOf } from '../../src/engine/kinesis/hashKey.ts'
import { countAllowed, mergedRange, nextRound, splitRanges } from '../../src/engine/kinesis/reshardRules.ts'

const ALL = initialHashKeyRanges(1)[0]!

/** Plays all rounds of a change of the count; the open counts after each. */
function rounds(start: readonly HashKeyRange[], target: number): { counts: number[]; ranges: HashKeyRange[] } {
  let ranges = [...start]
  const counts: number[] = []
  for (let round = 0; round < 64; round++) {
    const { splits, merges } = nextRound(ranges, target)
    if (splits.length + merges.length === 0) return { counts, ranges }
    const cuts = new Map(splits.map(({ place, at }) => [place, at]))
    const taken = new Set(merges.map((place) => place + 1))
    ranges = ranges.flatMap((range, place) => {
      if (taken.has(place)) return []
      if (taken.has(place + 1)) return [mergedRange(range, ranges[place + 1]!)!]
      const cut = cuts.get(place)
      return cut === undefined ? [range] : splitRanges(range, cut)!
    })
    counts.push(ranges.length)
  }
  throw new Error('the rounds do not end')
}

function expectTiled(ranges: readonly HashKeyRange[]): void {
  let next = 0n
  for (const { startHashKey, endHashKey } of ranges) {
    expect(startHashKey).toBe(next)
    expect(endHashKey).toBeGreaterThanOrEqual(startHashKey)
    next = endHashKey + 1n
  }
  expect(next).toBe(1n << 128n)
}

describe('KIN4.01 the children of a split', () => {
  test('W06 the middle of shard 0 of 2 is where the upper child begins', () => {
    const [lower, upper] = splitRanges(initialHashKeyRanges(2)[0]!, middleOf(initialHashKeyRanges(2)[0]!))!
    expect(upper.startHashKey).toBe(85070591730234615865843651857942052863n)
    expect(lower.endHashKey).toBe(85070591730234615865843651857942052862n)
  })

  test('KIN4.01 a key outside of the parent, or at its first one, splits nothing', () => {
    const parent = { startHashKey: 276n, endHashKey: 454n }
    for (const key of [0n, 275n, 276n, 455n]) expect(splitRanges(parent, key)).toBeNull()
    expect(splitRanges(parent, 277n)![0]).toEqual({ startHashKey: 276n, endHashKey: 276n })
    expect(splitRanges(parent, 454n)![1]).toEqual({ startHashKey: 454n, endHashKey: 454n })
  })
})

describe('KIN4.02 the child of a merge', () => {
  test('W07 276 to 381 and 382 to 454 make 276 to 454, in either order', () => {
    const low = { startHashKey: 276n, endHashKey: 381n }
    const high = { startHashKey: 382n, endHashKey: 454n }
    for (const pair of [[low, high] as const, [high, low] as const])
      expect(mergedRange(...pair)).toEqual({ startHashKey: 276n, endHashKey: 454n })
  })

  test('KIN4.02 ranges with a gap between them, or one with itself, make nothing', () => {
    const [a, , c] = initialHashKeyRanges(3)
    expect(mergedRange(a!, c!)).toBeNull()
    expect(mergedRange(a!, a!)).toBeNull()
  })
})

describe('KIN4.06 a change of the count', () => {
  test('KIN4.06 goes to at most double and at least half of the present count', () => {
    const limits = { timesMost: 2, timesLeast: 0.5, shardsMost: 10_000 }
    expect([1, 2, 4, 8, 9].map((target) => countAllowed(4, target, limits))).toEqual([false, true, true, true, false])
    expect(countAllowed(3, 1, limits)).toBe(false)
    expect(countAllowed(3, 2, limits)).toBe(true)
    expect(countAllowed(6_000, 10_001, limits)).toBe(false)
  })

  test.each([
    [2, 4, [4]],
    [4, 2, [2]],
    [3, 6, [6]],
    [2, 3, [4, 3]],
    [4, 3, [6, 3]],
    [3, 2, [4, 2]],
    [5, 5, []],
  ])('KIN4.06 from %i to %i shards, with short-lived ones in between', (from, to, counts) => {
    expect(rounds(initialHashKeyRanges(from), to).counts).toEqual(counts)
  })

  test('KIN4.06 ends with even ranges without a gap, wherever it began', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (from, cuts) => {
          let ranges = initialHashKeyRanges(from)
          for (const cut of cuts) {
            const place = Math.min(ranges.length - 1, Math.floor(cut * ranges.length))
            const parts = splitRanges(ranges[place]!, middleOf(ranges[place]!))
            if (parts !== null) ranges = [...ranges.slice(0, place), ...parts, ...ranges.slice(place + 1)]
          }
          const target = Math.max(1, Math.round(ranges.length * (0.5 + (cuts[0] ?? 0.3) * 1.5)))
          const end = rounds(ranges, target).ranges
          expectTiled(end)
          expect(end.length).toBe(target)
          const even = (ALL.endHashKey + 1n) / BigInt(target)
          for (const { startHashKey, endHashKey } of end) {
            const off = endHashKey - startHashKey + 1n - even
            expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(3 * target))
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
