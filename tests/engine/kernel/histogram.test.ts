import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUCKET_COUNT, bucketMidpoint, bucketOf, quantile } from '../../../src/engine/kernel/histogram.ts'

const LAST_TIME = 2 ** 43 - 1

describe('bucketOf', () => {
  it('gives every time below 32 µs its own bucket', () => {
    for (let micros = 0; micros < 32; micros++) {
      expect(bucketOf(micros)).toBe(micros)
      expect(bucketMidpoint(micros)).toBe(micros)
    }
  })

  it('never goes down, and goes up by one at each border of a step', () => {
    let bucket = 31
    for (let power = 5; power < 43; power++) {
      const width = 2 ** (power - 4)
      for (let step = 0; step < 16; step++) {
        const start = 2 ** power + step * width
        bucket++
        expect(bucketOf(start - 1)).toBe(bucket - 1)
        expect(bucketOf(start)).toBe(bucket)
        expect(bucketOf(start + width - 1)).toBe(bucket)
      }
    }
    expect(bucket).toBe(BUCKET_COUNT - 1)
    expect(BUCKET_COUNT).toBe(640)
  })

  it('holds times beyond its end in the last bucket, and odd ones at the ends', () => {
    expect(bucketOf(LAST_TIME)).toBe(BUCKET_COUNT - 1)
    expect(bucketOf(2 ** 43)).toBe(BUCKET_COUNT - 1)
    expect(bucketOf(1e18)).toBe(BUCKET_COUNT - 1)
    expect(bucketOf(Infinity)).toBe(BUCKET_COUNT - 1)
    expect(bucketOf(-5)).toBe(0)
    expect(bucketOf(7.9)).toBe(7)
    expect(bucketOf(33.9)).toBe(bucketOf(33))
  })

  it('the middle of its bucket is at most 1/32 from any whole time', () => {
    const anyTime = fc
      .tuple(fc.double({ min: 0, max: 43, noNaN: true }), fc.nat(1_000))
      .map(([power, shift]) => Math.min(LAST_TIME, Math.floor(2 ** power) + shift))
    fc.assert(
      fc.property(anyTime, (micros) => {
        expect(Math.abs(bucketMidpoint(bucketOf(micros)) - micros)).toBeLessThanOrEqual(micros / 32)
      }),
      { numRuns: 20_000, verbose: 1 },
    )
  })
})

describe('quantile', () => {
  it('is null when nothing was counted', () => {
    expect(quantile(new Uint32Array(BUCKET_COUNT), 0, 0.5)).toBeNull()
  })

  it('finds the exact times where buckets are one microsecond wide, at any offset', () => {
    const counts = new Uint32Array(3 * BUCKET_COUNT).fill(9)
    counts.fill(0, BUCKET_COUNT, 2 * BUCKET_COUNT)
    for (const micros of [3, 3, 5, 7, 7, 7, 11, 20, 20, 31]) counts[BUCKET_COUNT + bucketOf(micros)]! += 1
    const at = (q: number) => quantile(counts, BUCKET_COUNT, q)
    expect([0, 0.1, 0.2, 0.21, 0.5, 0.6, 0.61, 0.9, 0.91, 1].map(at)).toEqual([3, 3, 3, 5, 7, 7, 11, 20, 31, 31])
  })

  it('is within 1/32 of the quantile of the times themselves', () => {
    const times = fc.array(
      fc.integer({ min: 1, max: 4e9 }).map((n) => n * 1_000),
      { minLength: 1, maxLength: 300 },
    )
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.95, 0.99), (list, q) => {
        const counts = new Uint32Array(BUCKET_COUNT)
        for (const micros of list) counts[bucketOf(micros)]! += 1
        const exact = list.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(q * list.length)) - 1]!
        expect(Math.abs(quantile(counts, 0, q)! - exact)).toBeLessThanOrEqual(exact / 32)
      }),
      { numRuns: 500, verbose: 1 },
    )
  })
})
