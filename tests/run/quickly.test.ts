import { expect, test } from 'vitest'
import { expectAbove, expectAtLeast, expectAtMost, expectBelow, expectIs } from '../quickly.ts'

test('a quick check holds and fails as the one of vitest does', () => {
  const values = [-1, 0, 1, 2n, Number.NaN, Number.POSITIVE_INFINITY]
  const pairs = [
    [expectIs, (a: unknown, b: unknown) => expect(a).toBe(b)],
    [expectAbove, (a: number, b: number) => expect(a).toBeGreaterThan(b)],
    [expectAtLeast, (a: number, b: number) => expect(a).toBeGreaterThanOrEqual(b)],
    [expectBelow, (a: number, b: number) => expect(a).toBeLessThan(b)],
    [expectAtMost, (a: number, b: number) => expect(a).toBeLessThanOrEqual(b)],
  ] as readonly (readonly [(a: unknown, b: unknown) => void, (a: unknown, b: unknown) => void])[]
  const toldBy = (check: (a: unknown, b: unknown) => void, a: unknown, b: unknown): string => {
    try {
      check(a, b)
      return 'holds'
    } catch (error) {
      return String(error)
    }
  }
  for (const [quick, plain] of pairs)
    for (const a of values) for (const b of values) expect(toldBy(quick, a, b)).toBe(toldBy(plain, a, b))
})
