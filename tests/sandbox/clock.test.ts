import { expect, test } from 'vitest'
import { ApiError, createSandbox } from '../../src/engine/index.ts'

test('time passes only when it is told to, in whole microseconds', () => {
  const box = createSandbox()
  expect(box.now()).toBe(0)
  box.advance(1_500_000)
  box.advance(0)
  expect(box.now()).toBe(1_500_000)
  for (const wrong of [0.5, -1, Number.NaN, Infinity]) expect(() => box.advance(wrong)).toThrow(RangeError)
})

test('a refusal carries the code, the sentence and the fact', () => {
  const error = new ApiError('ValidationException', 'KIN1.11', 'A sentence.')
  expect([error.name, error.message, error.factId]).toEqual(['ValidationException', 'A sentence.', 'KIN1.11'])
  expect(error).toBeInstanceOf(Error)
})
