import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrCode } from '../../src/shell/share/qrCode.ts'

const SHORT = `https://shardscope.example/#scenario=hot-key&clicks.rate=1800&stream.shards=4&t=12.5&engine=12`

/** The field that a path of rectangles fills. */
function fieldOf(path: string, size: number): boolean[][] {
  const field = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width); i += 1) field[Number(y)]![Number(x) + i] = true
  return field
}

test('a link of 110 letters to a built-in scene is a code of version 6 or less, which a camera reads from afar', () => {
  expect(qrCode(SHORT.padEnd(110, '9'))?.version).toBeLessThanOrEqual(6)
})

test('the path fills the dark squares and no other', () => {
  const { path, size } = qrCode(SHORT)!
  expect(fieldOf(path, size)).toEqual(encode(SHORT, { ecc: 'L', border: 4 }).data)
})

test('what no camera could read from a screen has no code', () => {
  expect(qrCode('x'.repeat(251))).toBeNull()
})
