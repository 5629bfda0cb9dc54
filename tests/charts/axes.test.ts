import { describe, expect, test } from 'vitest'
import { axisTicks } from '../../src/charts/panel/axisTicks.ts'
import { cellText, tableOf, tableText } from '../../src/charts/panel/chartTable.ts'
import type { ChartView } from '../../src/charts/panel/chartView.ts'
import { consolePeriods, periodOf } from '../../src/charts/panel/consolePeriods.ts'
import { cursorKey } from '../../src/charts/panel/cursorKey.ts'
import { showBytesIn } from '../../src/scenario/byteUnits.ts'

const known = (values: number[], stepMicros = 1e6): ChartView => ({
  ...{ title: 't', unit: 'records/s', text: String, stepMicros },
  lines: [{ label: 'Stored', ink: '', dash: '', values: Float64Array.from(values) }],
})

describe('an axis', () => {
  test('has few round marks', () => {
    expect(axisTicks(1060, 'records/s', 4)).toEqual({ ticks: [0, 500, 1000], unit: 'records/s', perUnit: 1 })
    expect(axisTicks(0.42, 's', 4).ticks).toEqual([0, 0.2, 0.4])
    expect(axisTicks(4, 's', 4).ticks).toEqual([0, 1, 2, 3, 4])
    expect(axisTicks(0, 's', 4).ticks).toEqual([0])
  })
  test('of bytes counts in powers of 1,024', () => {
    expect(axisTicks(2.2 * 1_048_576, 'B/s', 4)).toEqual({
      ...{ unit: 'MiB/s', perUnit: 1_048_576 },
      ticks: [0, 1, 2].map((mib) => mib * 1_048_576),
    })
    expect(axisTicks(900, 'B', 4).unit).toBe('B')
  })
})

describe('a table', () => {
  test('has the numbers of the chart, at most 200 moments, evenly, the last one among them', () => {
    const all = known([...Array(600).keys(), Number.NaN, Number.NaN])
    const { rows, everySeconds, head } = tableOf(all)
    expect(head).toEqual(['s', 'Stored, records/s'])
    expect(rows.length).toBe(200)
    expect(everySeconds).toBe(3)
    expect(rows[0]).toEqual([2, 2])
    expect(rows.at(-1)).toEqual([599, 599])
    expect(tableOf(known([5, 6])).rows).toEqual([
      [0, 5],
      [1, 6],
    ])
  })
  test('shows sizes in the unit of the axis, by the settings, and is copied in bytes, as its header says', () => {
    const view = { ...known([1_048_576, 524_288, 1000, Number.NaN]), unit: 'B/s', text: String }
    const shown = () => [tableOf(view).shownHead?.[1], ...[...view.lines[0]!.values].map(cellText(view))]
    const copied = 's,"Stored, bytes/s"\n0,1048576\n1,524288\n2,1000'
    expect(shown()).toEqual(['Stored, MiB/s', '1 MiB/s', '0.5 MiB/s', '0.0009537 MiB/s', '–'])
    expect(tableText(tableOf(view), ',')).toBe(copied)
    showBytesIn('si')
    expect(shown()).toEqual(['Stored, MB/s', '1.049 MB/s', '0.5243 MB/s', '0.001 MB/s', '–'])
    expect(tableText(tableOf(view), ',')).toBe(copied)
    showBytesIn('iec')
    expect(tableOf({ ...view, unit: 'B' }).head[1]).toBe('Stored, bytes')
    expect(tableOf({ ...view, unit: 'batches' }).head[1]).toBe('Stored, batches')
  })
  test('is copied with commas or tabs, six digits, and quotes where a name needs them', () => {
    const table = {
      head: ['s', 'Age, "oldest"'],
      rows: [
        [0.1, 1 / 3],
        [0.2, Number.NaN],
      ],
    }
    expect(tableText(table, ',')).toBe('s,"Age, ""oldest"""\n0.1,0.333333\n0.2,')
    expect(tableText(table, '\t')).toBe('s\tAge, "oldest"\n0.1\t0.333333\n0.2\t')
  })
})

describe('a period of the console', () => {
  const half = Float64Array.from({ length: 250 }, (_, i) => i)
  test('is a minute, or the bin of a run that keeps no finer one', () => {
    expect(periodOf(500_000)).toBe(60e6)
    expect(periodOf(600e6)).toBe(600e6)
  })
  test('Sum is what a total grew by, Average and Maximum look at what was recorded in it; two minutes are over here', () => {
    expect([...consolePeriods(half, 500_000, 'Sum')]).toEqual([120, 120])
    expect([...consolePeriods(half, 500_000, 'Maximum')]).toEqual([120, 240])
    expect([...consolePeriods(half, 500_000, 'Average')]).toEqual([60.5, 180.5])
    const played = half.map((value, i) => (i > 130 ? Number.NaN : value))
    expect([...consolePeriods(played, 500_000, 'Sum')]).toEqual([120, Number.NaN])
  })
})

test('arrow keys move a cursor by whole steps and not out of the run', () => {
  expect(cursorKey('ArrowRight', 10e6, 100_000, 120e6)).toBe(11e6)
  expect(cursorKey('PageDown', 5e6, 100_000, 120e6)).toBe(0)
  expect(cursorKey('ArrowRight', 0, 60e6, 120e6)).toBe(60e6)
  expect(cursorKey('End', 0, 1e6, 120e6)).toBe(120e6)
  expect(cursorKey('a', 0, 1e6, 120e6)).toBeNull()
})
