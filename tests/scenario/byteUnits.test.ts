import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Unit } from '../../src/aws/index.ts'
import { axisTicks } from '../../src/charts/panel/axisTicks.ts'
import { amountText } from '../../src/panels/inquiry/bucketText.ts'
import { showBytesIn } from '../../src/scenario/byteUnits.ts'
import { decodeLink, formatQuantity, parseQuantity, parseTyped } from '../../src/scenario/index.ts'

afterEach(() => showBytesIn('iec'))

describe('sizes in kB and MB', () => {
  test.each([
    [1_048_576, 'B/s', '1.048576 MB/s'],
    [2_097_152, 'B/s', '2.097152 MB/s'],
    [10_485_760, 'B', '10.48576 MB'],
    [262_144, 'B', '262.144 kB'],
    [1536, 'B', '1.536 kB'],
    [1000, 'B', '1 kB'],
    [1_500_000, 'B', '1.5 MB'],
    [999, 'B', '999 B'],
    [0, 'B/s', '0 B/s'],
    // A number that was measured is no limit: three digits do.
    [1234 * 1024, 'B/s', '1.26 MB/s'],
    [8, 'MiB', '8.388608 MB'],
    [250, 'ms', '250 ms'],
  ] as [number, Unit, string][])('X-U1 %d %s is shown as "%s"', (value, unit, text) => {
    showBytesIn('si')
    expect(formatQuantity(value, unit)).toBe(text)
  })

  test.each([
    ['1 MB', 'B', 1_000_000, 1_048_576],
    ['1 MiB', 'B', 1_048_576, 1_048_576],
    ['2k', 'B', 2000, 2048],
    ['2 KiB/s', 'B/s', 2048, 2048],
    ['2 kB/s', 'B/s', 2000, 2048],
    ['8.388608 MB', 'MiB', 8, 8.388608],
    ['1 GiB', 'MiB', 1024, 1024],
    ['8', 'MiB', 8, 8],
  ] as [string, Unit, number, number][])('X-U1 "%s" in %s is %d, and %d beside KiB and MiB', (typed, unit, si, iec) => {
    expect(parseTyped(typed, unit)).toEqual({ ok: true, value: iec })
    showBytesIn('si')
    expect(parseTyped(typed, unit)).toEqual({ ok: true, value: si })
  })

  test('a link and the command line read a size alike, whatever a reader of the page prefers', async () => {
    showBytesIn('si')
    expect(parseQuantity('1 MB', 'B')).toEqual({ ok: true, value: 1_048_576 })
    const opened = await decodeLink('#scenario=two-shards&recordBytes=2%20kB')
    expect(opened.ok && opened.scenario.nodes.find(({ kind }) => kind === 'producer')).toMatchObject({
      recordBytes: 2048,
    })
  })

  test('a whole number of KiB below a thousand is shown with all its digits and typed back as itself', () => {
    showBytesIn('si')
    const round = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(1024, 1024 ** 2))
    fc.assert(
      fc.property(round, ([times, unit]) => {
        expect(parseTyped(formatQuantity(times * unit, 'B'), 'B')).toEqual({ ok: true, value: times * unit })
      }),
    )
  })

  test('an axis has round marks in the unit that it names', () => {
    showBytesIn('si')
    expect(axisTicks(2.2e6, 'B/s', 4)).toEqual({ ticks: [0, 1e6, 2e6], unit: 'MB/s', perUnit: 1e6 })
  })
})

describe('amounts of a limit, which decide and are not rounded', () => {
  test.each(['iec', 'si'] as const)('KIN1.01 a byte more or less can be read, in %s', (units) => {
    showBytesIn(units)
    expect(amountText(1_048_577, 'bytes')).toBe('1,048,577 B')
    // A whole number of KiB too, when MiB of three digits would hide it: 1,234 KiB are not 1.21 MiB.
    expect(amountText(1234 * 1024, 'bytes')).toBe('1,263,616 B')
    expect(amountText(1_048_576, 'bytes')).toBe(units === 'si' ? '1.048576 MB' : '1 MiB')
    expect(amountText(-5, 'bytes')).toBe('-5 B')
  })
})
