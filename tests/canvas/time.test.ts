import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beadCaret, beadTape } from '../../src/canvas/beadTape.ts'
import { createDisplayClock } from '../../src/canvas/displayClock.ts'
import type { Placement } from '../../src/canvas/dotPlacement.ts'
import { PITCH } from '../../src/canvas/measures.ts'
import { duration, rate } from '../../src/canvas/readouts.ts'
import { columnOf, tapeUnit, tickLabel, travelMicros } from '../../src/canvas/tapeUnit.ts'
import { bordersOf, pushWideColumns } from '../../src/canvas/wideColumns.ts'

describe('the moment that is shown', () => {
  test('is the frame’s own while standing', () => {
    const clock = createDisplayClock()
    clock.hear(5_000_000, 1000)
    expect(clock.at(5000, 1, false)).toBe(5_000_000)
  })

  test('moves evenly although frames come unevenly, never back, never far ahead', () => {
    const clock = createDisplayClock()
    let before = 0
    const steps: number[] = []
    for (let ms = 0; ms <= 4000; ms += 1000 / 60) {
      // The worker is up to 12 ms behind its own pace, and some frames do not come at all.
      const late = (Math.round(ms) * 7919) % 12
      if (Math.round(ms) % 5 !== 0) clock.hear(Math.max(0, ms - late) * 1000, ms)
      const shown = clock.at(ms, 1, true)
      expect(shown).toBeGreaterThanOrEqual(before)
      expect(shown).toBeLessThanOrEqual((ms + 1) * 1000)
      if (ms > 500) steps.push(shown - before)
      before = shown
    }
    const mean = steps.reduce((a, b) => a + b, 0) / steps.length
    expect(mean).toBeCloseTo(16_667, -3)
    expect(Math.max(...steps)).toBeLessThan(mean * 1.5)
    expect(Math.min(...steps)).toBeGreaterThan(mean * 0.5)
  })

  test('at a stop waits for the frame of the stop, and then is that frame’s own, also where that is a little earlier', () => {
    for (const stopMs of [1045, 1020]) {
      const clock = createDisplayClock()
      for (let ms = 0; ms <= 1000; ms += 1000 / 30) clock.hear(ms * 1000, ms)
      for (let ms = 990; ms <= 1033; ms += 1000 / 60) clock.at(ms, 1, true)
      const ran = clock.at(1033, 1, true)
      expect(ran).toBeGreaterThan(1_000_000)
      expect(clock.at(1040, 1, false)).toBe(ran)
      clock.hear(stopMs * 1000, 1050)
      expect(clock.at(1050, 1, false)).toBe(stopMs * 1000)
      expect(clock.at(9000, 1, false)).toBe(stopMs * 1000)
    }
  })

  test('stops waiting for frames after a hiccup and jumps with a seek', () => {
    const clock = createDisplayClock()
    clock.hear(1_000_000, 0)
    clock.at(0, 1, true)
    expect(clock.at(2000, 1, true)).toBeLessThanOrEqual(1_100_000)
    clock.hear(60_000_000, 2010)
    expect(clock.at(2011, 1, true)).toBe(60_000_000)
    clock.hear(3_000_000, 2020)
    expect(clock.at(2021, 1, true)).toBe(3_000_000)
  })
})

test('columns widen so that a tape never moves faster than 60 px a second', () => {
  for (const speed of [0.01, 1, 10, 11, 60, 600, 601, 3600, 18_000])
    expect((speed * PITCH) / tapeUnit(speed)).toBeLessThanOrEqual(60)
  expect([tapeUnit(10), tapeUnit(20), tapeUnit(3600)]).toEqual([1, 60, 1800])
  expect([tickLabel(0, 1), tickLabel(10, 1), tickLabel(10, 60), tickLabel(12, 1800)]).toEqual([
    'now',
    '10 s',
    '10 min',
    '6 h',
  ])
})

test('a link takes 600 ms of wall time, and above 20 times no single dots travel', () => {
  expect(travelMicros(1, false)).toBe(600_000)
  expect(travelMicros(20, false)).toBe(12_000_000)
  expect(travelMicros(0.01, false)).toBe(6000)
  expect([travelMicros(60, false), travelMicros(Number.POSITIVE_INFINITY, false), travelMicros(1, true)]).toEqual([
    0, 0, 0,
  ])
})

describe('a tape of beads', () => {
  const input = { newestIndex: 12, pending: 1, travelMicros: 600_000, shiftMicros: 240_000, lengthMax: 400 }
  const arrived = [1, 2, 3].map((at, paint) => ({ atMicros: at * 1e6, paint }))

  test('is in order, newest at the left, numbered by record', () => {
    const beads = beadTape({ ...input, arrived, nowMicros: 9e6 })
    expect(beads.map((bead) => bead.index)).toEqual([11, 10, 9])
    expect(beads.map((bead) => bead.offset)).toEqual([14.5, 35.5, 56.5])
  })

  test('a new bead pushes the others without a jump', () => {
    let before = beadTape({ ...input, arrived, nowMicros: 3.6e6 }).map((bead) => bead.offset)
    for (let now = 3.61e6; now < 4e6; now += 1e4) {
      const offsets = beadTape({ ...input, arrived, nowMicros: now }).map((bead) => bead.offset)
      offsets.forEach((offset, i) => expect(offset - before[i]!).toBeGreaterThanOrEqual(0))
      offsets.forEach((offset, i) => expect(offset - before[i]!).toBeLessThan(1))
      before = offsets
    }
  })

  test('a caret has what is still to be processed on its left', () => {
    const beads = beadTape({ ...input, arrived, nowMicros: 9e6 })
    expect(beadCaret(beads, 12, 400)).toBe(0)
    expect(beadCaret(beads, 11, 400)).toBe(25)
    expect(beadCaret(beads, 10, 400)).toBe(46)
    // Further back than the drawing reaches: it waits at the tear.
    expect(beadCaret(beads, 2, 400)).toBe(400)
  })
})

const createGrains = () => ({
  ...{ count: 0, x: new Float32Array(2100), y: new Float32Array(2100) },
  ...{ paint: new Uint8Array(2100), form: new Uint8Array(2100), alpha: new Uint8Array(2100) },
  dot: new Int32Array(2100),
})

test('wide columns come from the totals at their borders, the newest from now', () => {
  const grains = createGrains()
  const bed = {
    x: 0,
    bottom: 0,
    columns: 52,
    tailShift: 10,
    tailColumns: 5,
    bead: false,
    folded: false,
    cells: 10,
    unitSeconds: 60,
    trimMicros: 0,
  }
  const totals = new Float64Array(8 * 3)
  totals.set([0, 6000, 18_000], 0)
  const history = { firstColumn: 0, borders: 3, totals }
  const now = [21_000, 0, 0, 0, 0, 0, 0, 0]
  pushWideColumns({ grains, bars: [] }, 0, bed, history, 150e6, now, 3000)
  const perColumn = new Map<number, number>()
  for (let i = 0; i < grains.count; i++) perColumn.set(grains.x[i]!, (perColumn.get(grains.x[i]!) ?? 0) + 1)
  expect([...perColumn].sort((a, b) => a[0] - b[0])).toEqual([
    [0, 1],
    [6, 4],
    [12, 2],
  ])
})

test('a folded tape has bars of the same columns, and what has expired is on neither', () => {
  const bed = { x: 0, bottom: 0, columns: 52, tailShift: 10, tailColumns: 5, bead: false, folded: true, cells: 10 }
  const totals = new Float64Array(8 * 3)
  totals.set([0, 6000, 18_000], 0)
  const bars: number[] = []
  const grains = { count: 0, ...Object.fromEntries(['x', 'y', 'paint', 'form', 'alpha'].map((name) => [name, []])) }
  pushWideColumns(
    { grains: grains as unknown as Placement['grains'], bars },
    3,
    { ...bed, unitSeconds: 60, trimMicros: 61e6 },
    { firstColumn: 0, borders: 3, totals },
    150e6,
    [21_000, 0, 0, 0, 0, 0, 0, 0],
    3000,
  )
  expect(bars).toEqual([3, 1, 4, 3, 0, 1])
})

test('wide columns together are the stored total within one dot, whatever a column leaves over', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { minLength: 12, maxLength: 50 }),
      fc.integer({ min: 1, max: 60 }),
      (added, weight) => {
        const borders = added.length
        const totals = new Float64Array(8 * borders)
        let total = 0
        added.forEach((records, i) => {
          totals[i] = total
          total += records
        })
        const bars: number[] = []
        const bed = {
          x: 0,
          bottom: 0,
          columns: 52,
          tailShift: 10,
          tailColumns: 5,
          bead: false,
          folded: false,
          cells: 10,
        }
        const grains = createGrains()
        pushWideColumns(
          { grains, bars },
          0,
          { ...bed, unitSeconds: 60, trimMicros: 0 },
          { firstColumn: 0, borders, totals },
          (borders - 0.5) * 60e6,
          [total, 0, 0, 0, 0, 0, 0, 0],
          weight,
        )
        expect(Math.abs(grains.count * weight - total)).toBeLessThan(weight)
      },
    ),
  )
})

test('borders that are no bins are straight between two: half an hour in a run whose bins are seven minutes', () => {
  // One record a second, in bins of 432 s.
  const values = Float64Array.from({ length: 8 * 20 }, (_, i) => (i < 20 ? i * 432 : 0))
  const totals = bordersOf(
    values,
    20,
    { fromMicros: 0, stepMicros: 432e6 },
    { firstColumn: 0, borders: 4, unitMicros: 1800e6 },
  )
  expect([...totals.slice(0, 4)].map(Math.round)).toEqual([0, 1800, 3600, 5400])
})

test('a chosen column does not follow the speed', () => {
  expect([columnOf('speed', 60), columnOf('second', 60), columnOf('minute', 1), columnOf('halfHour', 1)]).toEqual([
    60, 1, 60, 1800,
  ])
})

test('numbers are short: three digits, unit after a space', () => {
  expect([
    duration(0),
    duration(0.07),
    duration(1.11),
    duration(28.31),
    duration(245),
    duration(1200),
    duration(86_400),
  ]).toEqual(['0 s', '0.07 s', '1.1 s', '28.3 s', '245 s', '20 min', '24 h'])
  expect([rate(0), rate(0.05), rate(2.5), rate(9.99), rate(1536), rate(123_456)]).toEqual([
    '0',
    '0.05',
    '2.5',
    '10',
    '1,536',
    '123,500',
  ])
})
