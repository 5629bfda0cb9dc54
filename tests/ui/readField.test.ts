import { afterEach, expect, test } from 'vitest'
import { readField } from '../../src/panels/readField.ts'
import { readSeed } from '../../src/panels/readSeed.ts'
import { showBytesIn } from '../../src/scenario/byteUnits.ts'
import { fieldOf } from '../../src/scenario/index.ts'

afterEach(() => showBytesIn('iec'))

const size = fieldOf('producer', 'recordBytes')!
const workers = fieldOf('pool', 'workers')!
const rate = fieldOf('producer', 'rate')!

test.each([
  ['', 'Not a number: nothing'],
  ['1.5.2', 'Unknown unit: .2'],
  ['1 000', 'Unknown unit: 000'],
  ['-5', 'Not under 0 records/s'],
])('what was typed is named in the reason, and nothing beside it: "%s"', (typed, reason) => {
  expect(readField(rate, typed, 'records/s')).toEqual({ reason })
})

test('half a worker is refused and says why; half a byte is none', () => {
  expect(readField(workers, '1.5', 'workers')).toEqual({ reason: 'A whole number' })
  expect(readField(size, '1.00001 KiB', 'KiB')).toEqual({ value: 1024 })
  expect(readField(size, '1e1', 'KiB')).toEqual({ value: 10_240 })
})

test('a limit in MB is named with all its digits when it is passed', () => {
  showBytesIn('si')
  expect(readField(size, '10.5', 'MB')).toEqual({ reason: 'Not over 10.48576 MB' })
  expect(readField(size, '10.48576', 'MB')).toEqual({ value: 10_485_760 })
})

test('a seed is a whole number in digits; nothing, and what only looks like one, is none', () => {
  expect(readSeed('4,294,967,295')).toEqual({ value: 4_294_967_295 })
  expect(readSeed(' 007 ')).toEqual({ value: 7 })
  for (const typed of ['', ' ', '-0', '1e3', '0x10', '1.0', '4294967296', '１'])
    expect(readSeed(typed), typed).toEqual({ reason: 'A whole number up to 4,294,967,295' })
})
