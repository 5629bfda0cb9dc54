import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashKeyOf, initialHashKeyRanges, middleOf, shardIndexOf } from '../../../src/engine/kinesis/hashKey.ts'

const LAST = 2n ** 128n - 1n

function shardsOf(keys: string[], shardCount: number): number[] {
  const ranges = initialHashKeyRanges(shardCount)
  return keys.map((key) => shardIndexOf(hashKeyOf(key), ranges))
}

describe('hash keys', () => {
  it('KIN1.11 are the MD5 of the UTF-8 of the key as an unsigned 128-bit number', () => {
    expect(hashKeyOf('user-1')).toBe(0xd6d7705392bc7af633328bea8c4c6904n)
    for (const key of ['', 'a', 'Zürich', '😀', 'k'.repeat(256), '340282366920938463463374607431768211455']) {
      expect(hashKeyOf(key)).toBe(BigInt(`0x${createHash('md5').update(key, 'utf8').digest('hex')}`))
    }
  })

  it('W03 four keys on two shards', () => {
    expect(shardsOf(['user-1', 'user-2', 'AAPL', '123'], 2)).toEqual([1, 0, 1, 0])
    expect(hashKeyOf('user-2') >> 96n).toBe(0x3d58ce20n)
    expect(hashKeyOf('AAPL') >> 96n).toBe(0x8b10e4aen)
    expect(hashKeyOf('123') >> 96n).toBe(0x202cb962n)
  })

  it('W04 four equal shards', () => {
    expect(shardsOf(['user-1', 'user-2', 'AAPL', 'c'], 4)).toEqual([3, 0, 2, 1])
    expect(hashKeyOf('c') >> 96n).toBe(0x4a8a08f0n)
    const counts = [0, 0, 0, 0]
    for (const shard of shardsOf(
      Array.from({ length: 1_000 }, (_, k) => `user-${k}`),
      4,
    ))
      counts[shard]! += 1
    expect(counts).toEqual([259, 270, 231, 240])
  })

  it('W53 six cities on three equal shards', () => {
    expect(shardsOf(['Rome', 'London', 'Vienna', 'Paris', 'Berlin', 'Oslo'], 3)).toEqual([0, 1, 1, 2, 2, 2])
  })

  it('W54 a key split in four', () => {
    const keys = ['aspen-0', 'aspen-1', 'aspen-2', 'aspen-3']
    expect(shardsOf(keys, 3)).toEqual([2, 2, 0, 0])
    expect(shardsOf(keys, 4)).toEqual([2, 3, 0, 1])
  })
})

describe('ranges', () => {
  it('W05 the boundaries of three shards (KIN1.13)', () => {
    expect(initialHashKeyRanges(3).map((range) => range.startHashKey)).toEqual([
      0n,
      113427455640312821154458202477256070485n,
      226854911280625642308916404954512140970n,
    ])
  })

  it('KIN1.13 tile all hash keys for 1 to 1,000 shards, and each holds its own ends', () => {
    for (let shardCount = 1; shardCount <= 1_000; shardCount++) {
      const ranges = initialHashKeyRanges(shardCount)
      let next = 0n
      for (const range of ranges) {
        if (range.startHashKey !== next || range.endHashKey < range.startHashKey)
          expect.fail(`${shardCount} shards: a gap at ${next}`)
        next = range.endHashKey + 1n
      }
      expect(next).toBe(LAST + 1n)
      for (const shard of [0, shardCount >> 1, shardCount - 1]) {
        expect(shardIndexOf(ranges[shard]!.startHashKey, ranges)).toBe(shard)
        expect(shardIndexOf(ranges[shard]!.endHashKey, ranges)).toBe(shard)
      }
    }
  })

  it('answer -1 for a hash key that no range holds', () => {
    const [first, second, third] = initialHashKeyRanges(3)
    expect(shardIndexOf(5n, [second!, third!])).toBe(-1)
    expect(shardIndexOf(second!.startHashKey, [first!, third!])).toBe(-1)
    expect(shardIndexOf(LAST, [first!, second!])).toBe(-1)
    expect(shardIndexOf(0n, [])).toBe(-1)
  })

  it('refuse a number of shards that is none', () => {
    for (const count of [0, -1, 1.5, NaN]) expect(() => initialHashKeyRanges(count)).toThrow(RangeError)
  })

  it('W06 the middle of shard 0 of 2 (KIN4.01)', () => {
    expect(middleOf(initialHashKeyRanges(2)[0]!)).toBe(85070591730234615865843651857942052863n)
    expect(middleOf({ startHashKey: 0n, endHashKey: LAST })).toBe(2n ** 127n - 1n)
  })
})
