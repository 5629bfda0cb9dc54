import { describe, expect, test } from 'vitest'
import { gaugeKey, type Line } from '../../src/charts/chartSpec.ts'
import { areaPath, linePath } from '../../src/charts/curvePath.ts'
import { limitPath } from '../../src/charts/limitPath.ts'
import { type History, lineValues, valueAt } from '../../src/charts/lineValues.ts'
import { stretchesOf } from '../../src/panels/stretches.ts'

const total = { nodeId: 'stream', name: 'storedTotal' }
const held = { nodeId: 'producer', name: 'held', row: 0 }

function historyOf(stepMicros: number, rows: number[][]): History {
  const count = rows[0]?.length ?? 0
  const values = Float64Array.from(rows.flat())
  return {
    stepMicros,
    count,
    values,
    places: new Map([total, held].slice(0, rows.length).map((gauge, place) => [gaugeKey(gauge), place])),
  }
}

describe('a curve', () => {
  const values = [0, 10, Number.NaN, 30]
  const isShown = (i: number) => !Number.isNaN(values[i])
  const x = (i: number) => i * 5

  test('is broken where nothing is known', () => {
    expect(linePath(4, isShown, x, (i) => values[i]!)).toBe('M0.0 0.0L5.0 10.0M15.0 30.0')
    expect(linePath(0, isShown, x, x)).toBe('')
  })

  test('and the one below it enclose what lies between', () => {
    const area = areaPath(
      4,
      isShown,
      x,
      () => 0,
      (i) => values[i]!,
    )
    expect(area).toBe('M0.0 0.0L5.0 10.0L5.0 0.0L0.0 0.0ZM15.0 30.0L15.0 0.0Z')
  })
})

describe('the values of a curve', () => {
  test('a rate is the growth of the last second', () => {
    const line: Line = { label: 'Stored', ink: '', gauges: [total], mode: 'rate' }
    // Half-second steps, 100 records each, then none.
    expect([...lineValues(line, historyOf(500_000, [[0, 100, 200, 300, 300, 300]]))]).toEqual([
      0, 200, 200, 200, 100, 0,
    ])
  })

  test('what was not played is not known, and a value of several gauges is their sum', () => {
    const line: Line = { label: 'Waiting', ink: '', gauges: [total, held], mode: 'value', factor: 2 }
    expect([
      ...lineValues(
        line,
        historyOf(1e6, [
          [1, 2, Number.NaN],
          [10, 20, Number.NaN],
        ]),
      ),
    ]).toEqual([22, 44, Number.NaN])
  })

  test('at the cursor stands the latest known value up to there', () => {
    const values = Float64Array.from([1, 2, 3, Number.NaN])
    expect([0, 999_999, 1_000_000, 9_000_000].map((micros) => valueAt(values, 1e6, micros))).toEqual([1, 1, 2, 3])
  })
})

test('a limit that was changed by hand is a stair', () => {
  const steps = [
    { atMicros: 0, value: 10 },
    { atMicros: 50, value: 20 },
  ]
  expect(
    limitPath(
      steps,
      100,
      (micros) => micros,
      (value) => -value,
    ),
  ).toBe('M0.0 -10.0H50.0L50.0 -20.0H100.0')
})

describe('where records were refused or lost', () => {
  test('neighbouring pieces are one stretch; what was not played is none', () => {
    const refused = [0, 0, 3, 5, 5, 6, Number.NaN, Number.NaN, Number.NaN]
    expect(stretchesOf(Float64Array.from(refused), 1, 9)).toEqual([
      [1 / 8, 3 / 8],
      [4 / 8, 5 / 8],
    ])
  })

  test('any of the totals counts', () => {
    expect(stretchesOf(Float64Array.from([0, 0, 0, 0, 1, 1]), 2, 3)).toEqual([[0, 0.5]])
  })
})
