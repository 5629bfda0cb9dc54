import { expect } from 'vitest'

// Checks that a property makes hundreds of thousands of times. Vitest's own takes five to ten microseconds also when it holds,
// more than the calls that are checked; so it is asked only when something does not hold, and tells it as ever.

type Sortable = number | bigint

export function expectIs(is: unknown, should: unknown, what?: string): void {
  if (!Object.is(is, should)) expect(is, what).toBe(should)
}

export function expectAbove(is: Sortable, bound: Sortable): void {
  if (!(is > bound)) expect(is).toBeGreaterThan(bound)
}

export function expectAtLeast(is: Sortable, bound: Sortable): void {
  if (!(is >= bound)) expect(is).toBeGreaterThanOrEqual(bound)
}

export function expectBelow(is: Sortable, bound: Sortable): void {
  if (!(is < bound)) expect(is).toBeLessThan(bound)
}

export function expectAtMost(is: Sortable, bound: Sortable): void {
  if (!(is <= bound)) expect(is).toBeLessThanOrEqual(bound)
}
