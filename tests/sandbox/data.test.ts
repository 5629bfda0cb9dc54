import { expect, test } from 'vitest'
import { ApiError } from '../../src/engine/index.ts'
import { bytesOf } from '../../src/engine/sandbox/data.ts'

test('data is a text in UTF-8, bytes, or so many zero bytes', () => {
  expect(bytesOf('Zürich', 'E', 'X')).toBe(7)
  expect(bytesOf(new Uint8Array(3), 'E', 'X')).toBe(3)
  expect(bytesOf(1_048_576, 'E', 'X')).toBe(1_048_576)
  for (const wrong of [undefined, null, -1, 1.5, {}]) expect(() => bytesOf(wrong, 'E', 'X')).toThrow(ApiError)
})
