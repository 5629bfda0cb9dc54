import { expect, test } from 'vitest'
import { snsLimitsOf } from '../../src/engine/sandbox/sns/snsLimits.ts'
import { retryDelayMicros } from '../../src/engine/sns/retryPolicy.ts'

const { retry } = snsLimitsOf('today', 'us-east-1', true)
const delays = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => retryDelayMicros(retry, from + i) / 1e6)

test('SNS.07 three retries at once, two after 1 s, ten from 1 s to 20 s, 100,000 after 20 s, and no more', () => {
  expect(delays(1, 5)).toEqual([0, 0, 0, 1, 1])
  const backoff = delays(6, 15)
  expect(backoff.at(0)).toBe(1)
  expect(backoff.at(-1)).toBe(20)
  const factor = 20 ** (1 / 9)
  for (let i = 0; i < 9; i++) expect(backoff[i + 1]! / backoff[i]!).toBeCloseTo(factor, 5)
  expect(delays(16, 18)).toEqual([20, 20, 20])
  expect(retryDelayMicros(retry, 100_015)).toBe(20_000_000)
  expect(retryDelayMicros(retry, 100_016)).toBe(Infinity)
})

test('SNS.07 all 100,015 retries take 23 days', () => {
  let micros = 0
  for (let failures = 1; failures <= 100_015; failures++) micros += retryDelayMicros(retry, failures)
  expect(Math.floor(micros / 86_400_000_000)).toBe(23)
})
