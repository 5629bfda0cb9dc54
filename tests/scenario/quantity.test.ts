import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../../src/aws/index.ts'
import { formatQuantity, parseQuantity, parseTyped } from '../../src/scenario/index.ts'

const good: [text: string, unit: Unit, value: number][] = [
  ['2k', 'records/s', 2000],
  ['1,600 records/s', 'records/s', 1600],
  ['4000/s', 'records/s', 4000],
  ['1.5 MiB', 'B', 1_572_864],
  ['1 MB', 'B', 1_048_576],
  ['2KiB', 'B', 2048],
  ['512', 'B', 512],
  ['1 MiB/s', 'B/s', 1_048_576],
  ['250ms', 'ms', 250],
  ['1 s', 'ms', 1000],
  ['250 ms', 's', 0.25],
  ['5 min', 's', 300],
  ['12h', 's', 43_200],
  ['7 d', 'h', 168],
  ['40 %', 'share', 0.4],
  ['40', 'share', 0.4],
  ['0.4', 'share', 0.4],
  ['1', 'share', 1],
  ['3 x', 'times', 3],
  ['1 batch', 'batches', 1],
  ['4 batches', 'batches', 4],
  ['.5', '', 0.5],
  ['1e3', 'records', 1000],
  ['-0', 's', 0],
  ['12,345,678', 'records', 12_345_678],
  ['-1,000', '', -1000],
  ['1 GiB', 'MiB', 1024],
  ['512 KiB', 'MiB', 0.5],
]

const bad: [text: string, unit: Unit, message: string][] = [
  ['', 's', 'Not a number: nothing'],
  ['fast', 'records/s', 'Not a number: fast'],
  ['5 bananas', 's', 'Unknown unit: bananas'],
  ['5 MiB', 's', 'Unknown unit: MiB'],
  ['1,5', 's', 'Unknown unit: ,5'],
  // A comma before three digits is no thousand's where it cannot be one: 125 s would be read.
  ['0,125', 's', 'Unknown unit: ,125'],
  ['1,2345', 's', 'Unknown unit: ,2345'],
  ['1.5.2', 's', 'Unknown unit: .2'],
  ['１２', 's', 'Not a number: １２'],
  // Cut short it would be five seconds.
  [`5${' '.repeat(60)}min`, 's', `Not a number: 5${' '.repeat(29)}`],
  ['1e999', 's', 'Too large a number'],
  ['5 constructor', 'B', 'Unknown unit: constructor'],
]

describe('quantities', () => {
  test.each(good)('"%s" in %s is %d', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toEqual({ ok: true, value })
  })

  test.each(bad)('"%s" in %s: %s', (text, unit, message) => {
    expect(parseQuantity(text, unit)).toEqual({ ok: false, message })
  })

  test.each([
    [1600, 'records/s', '1,600 records/s'],
    [1, 'records', '1 record'],
    [1, 'batches', '1 batch'],
    [512, 'B', '512 B'],
    [1536, 'B', '1.5 KiB'],
    [1_048_576, 'B/s', '1 MiB/s'],
    [0, 'B', '0 B'],
    [0, 'ms', '0 ms'],
    [0, 'h', '0 h'],
    [250, 'ms', '250 ms'],
    [1300, 'ms', '1.3 s'],
    [0.07, 's', '0.07 s'],
    [28.34, 's', '28.3 s'],
    [90, 's', '1.5 min'],
    [43_200, 's', '12 h'],
    [604_800, 's', '7 d'],
    [24, 'h', '24 h'],
    [96, 'h', '4 d'],
    [0.01, 'h', '36 s'],
    [0.29, 'share', '29 %'],
    [1, 'share', '100 %'],
    [2, 'times', '2 ×'],
    [1234.56, 'records/s', '1,235 records/s'],
    [14_400_000, 'records', '14,400,000 records'],
    [Number.NaN, 's', '–'],
  ] as [number, Unit, string][])('%d %s is shown as "%s"', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text)
  })

  test('what is shown can be typed back, within the three digits shown', () => {
    const units = fc.constantFrom<Unit>('records/s', 'B', 'B/s', 'ms', 's', 'h', 'records', 'workers', 'times', '')
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9e5, noNaN: true }), units, (value, unit) => {
        const back = parseQuantity(formatQuantity(value, unit), unit)
        expect(back.ok && Math.abs(back.value - value) <= 0.006 * value).toBe(true)
      }),
    )
  })

  test.each([
    ['1e3', 'B', 'KiB', 1_024_000],
    ['2', 'B', 'MiB', 2_097_152],
    ['2k', 'B', 'MiB', 2048],
    ['1E2', 's', 'min', 6000],
    ['40', 'share', '%', 0.4],
    ['0.5', 'share', '%', 0.005],
    ['3', '', '', 3],
  ] as [string, Unit, string, number][])('"%s" typed for %s beside %s is %d', (typed, unit, shown, value) => {
    expect(parseTyped(typed, unit, shown)).toEqual({ ok: true, value })
  })

  test('any text gets an answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => typeof parseQuantity(text, 'ms').ok === 'boolean',
      ),
    )
  })
})
