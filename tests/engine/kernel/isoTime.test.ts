import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoTimeOf, microsOfIsoTime } from '../../../src/engine/kernel/isoTime.ts'

test('moment 0 is the first of January 1970', () => {
  expect(isoTimeOf(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(isoTimeOf(1_500_000)).toBe('1970-01-01T00:00:01.500Z')
})

test('agrees with the calendar of the host, leap years included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000_000_000_000 }), (millis) => {
      const text = new Date(millis).toISOString()
      fc.pre(text.length === 24)
      expect(isoTimeOf(millis * 1000 + 7)).toBe(text)
      expect(microsOfIsoTime(text)).toBe(millis * 1000)
    }),
    { seed: 20261125 },
  )
})

test('a text that names no moment is none', () => {
  for (const wrong of ['', 'now', '1970-02-29T00:00:00Z', '1970-13-01T00:00:00Z', '1969-12-31T23:59:59Z'])
    expect(microsOfIsoTime(wrong)).toBeNaN()
  expect(microsOfIsoTime('1972-02-29T00:00:00Z')).toBe(789 * 86_400_000_000)
})
