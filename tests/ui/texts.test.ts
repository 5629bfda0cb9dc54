import { describe, expect, test } from 'vitest'
import { axisTimeText, clockText } from '../../src/ui/clockText.ts'
import { lagText, rateText } from '../../src/ui/rateText.ts'
import { SPEEDS, speedText } from '../../src/ui/speeds.ts'

describe('a clock', () => {
  test.each([
    [0, '0:00.0'],
    [72_499_999, '1:12.4'],
    [59_999_999, '0:59.9'],
    [3_600_000_000, '1:00:00'],
  ])('%i microseconds are %s', (micros, text) => expect(clockText(micros)).toBe(text))

  test.each([
    [0, '0:00'],
    [119.6, '2:00'],
    [3725, '1:02:05'],
  ])('%d seconds on an axis are %s', (seconds, text) => expect(axisTimeText(seconds)).toBe(text))
})

describe('numbers that change in place', () => {
  test.each([
    [0, '0'],
    [0.07, '0.07'],
    [1.14, '1.1'],
    [28.31, '28.3'],
    [30, '30'],
    [99.96, '100'],
    [1536.4, '1,536'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, text) => expect(rateText(value)).toBe(text))

  test.each([
    [70_000, '0.07 s'],
    [1_100_000, '1.1 s'],
    [28_300_000, '28.3 s'],
    [7_200_000_000, '120 min'],
  ])('%i microseconds behind are %s', (micros, text) => expect(lagText(micros)).toBe(text))
})

test('speeds are named as the guide names them, and no two share a name', () => {
  expect([0.01, 0.25, 1, 20, 3600].map(speedText)).toEqual(['1/100×', '¼×', '1×', '20×', '3,600×'])
  expect(new Set(SPEEDS.map(speedText)).size).toBe(SPEEDS.length)
})
