import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf, type SliderRange, stepFrom, valueAt } from '../../src/ui/sliderScale.ts'

const LINEAR: SliderRange = { min: 0, max: 40, step: 1, scale: 'linear' }
const LOG: SliderRange = { min: 10, max: 10_000, step: 1, scale: 'log' }
const FROM_ZERO: SliderRange = { min: 0, max: 1000, step: 0.1, scale: 'log' }
// Of FROM_ZERO, whose first values are 0.1 and 0.2: what lies just below 0.15 goes back to 0.1. Rounding to two digits
// (5 % of a value) and the stretch of zero move a thumb less.
const WIDEST_JUMP = (placeOf(0.2, FROM_ZERO) - placeOf(0.1, FROM_ZERO)) * Math.log2(1.5) + 1e-9

describe('place and value of a slider', () => {
  test('a linear range is even, a logarithmic one gives each decade the same room', () => {
    expect(placeOf(10, LINEAR)).toBe(0.25)
    expect(placeOf(100, LOG)).toBeCloseTo(1 / 3, 10)
    expect(placeOf(1000, LOG)).toBeCloseTo(2 / 3, 10)
  })

  test('zero keeps its own place at the left of a logarithmic range', () => {
    expect(placeOf(0, FROM_ZERO)).toBe(0)
    expect(placeOf(0.1, FROM_ZERO)).toBeGreaterThan(0.03)
    expect(valueAt(0.01, FROM_ZERO)).toBe(0)
    expect(valueAt(1, FROM_ZERO)).toBe(1000)
  })

  test('a value outside the range stands at its end', () => {
    expect(placeOf(-5, LINEAR)).toBe(0)
    expect(placeOf(99, LINEAR)).toBe(1)
  })

  test.each([LINEAR, LOG, FROM_ZERO])(
    'every place has a value inside the range, in multiples of the step, and goes back near its place (%o)',
    (range) => {
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
          const value = valueAt(place, range)
          expect(value).toBeGreaterThanOrEqual(range.min)
          expect(value).toBeLessThanOrEqual(range.max)
          expect(Math.abs(value / range.step - Math.round(value / range.step))).toBeLessThan(1e-6)
          expect(Math.abs(placeOf(value, range) - place)).toBeLessThan(WIDEST_JUMP)
        }),
      )
    },
  )
})

describe('keys on a slider', () => {
  test('a step up and a step down are each other, one of ten in a decade', () => {
    expect(stepFrom(100, 1, false, LOG)).toBe(110)
    expect(stepFrom(110, -1, false, LOG)).toBe(100)
    expect(stepFrom(100, -1, false, LOG)).toBe(99)
    expect(stepFrom(4, 1, true, LINEAR)).toBe(8)
  })

  test('both ends are reached and never passed', () => {
    for (const range of [LINEAR, LOG, FROM_ZERO]) {
      let value = range.min
      for (let i = 0; i < 500; i += 1) value = stepFrom(value, 1, false, range)
      expect(value).toBe(range.max)
      for (let i = 0; i < 500; i += 1) value = stepFrom(value, -1, false, range)
      expect(value).toBe(range.min)
    }
  })
})
