import { expect, test } from 'vitest'
import { judge } from './limits.ts'
import { weigh } from './weight.ts'

const KIB = 1024

test('late code counts against the second limit alone, fonts and documents against neither', async () => {
  const files = [
    { path: 'a.js', sort: 'code', bytes: 100 * KIB, isEarly: true },
    { path: 'b.js', sort: 'code', bytes: 100 * KIB, isEarly: false },
    { path: 'f.woff2', sort: 'font', bytes: 119 * KIB, isEarly: true },
    { path: 'index.html', sort: 'other', bytes: 999 * KIB, isEarly: true },
  ] as const
  expect(judge(files).map(({ bytes, isKept }) => [bytes / KIB, isKept])).toEqual([
    [100, true],
    [200, true],
    [119, true],
  ])
})

test('a byte over is over', () => {
  const files = [{ path: 'a.js', sort: 'code', bytes: 160 * KIB + 1, isEarly: true }] as const
  expect(judge(files).map(({ isKept }) => isKept)).toEqual([false, true, true])
})

test('a page without code was not measured', () => {
  expect(judge([]).map(({ isKept }) => isKept)).toEqual([false, false, true])
})

test('code is weighed compressed, fonts as they are', async () => {
  const zeros = Buffer.alloc(10_000)
  expect((await weigh('assets/a.js', zeros, true)).bytes).toBeLessThan(100)
  expect((await weigh('assets/a.woff2', zeros, true)).bytes).toBe(10_000)
})
