import { expect, it } from 'vitest'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND, secondsToMicros } from '../../../src/engine/kernel/time.ts'

it('turns seconds into whole microseconds', () => {
  expect(secondsToMicros(0.1 + 0.2)).toBe(300_000)
  expect(secondsToMicros(1.000_000_4)).toBe(1_000_000)
  expect(secondsToMicros(1.000_000_5)).toBe(1_000_001)
  expect(secondsToMicros(86_400)).toBe(86_400 * MICROS_PER_SECOND)
  expect(MICROS_PER_SECOND).toBe(1_000 * MICROS_PER_MILLISECOND)
})
