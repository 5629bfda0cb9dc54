import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Aim, aimAfterKey, aimAt, aimOffset, goToStep, readAgain, type Tape } from '../../src/canvas/hands/aim.ts'
import { cutAfterKey, cutShare, isPulledAway, startingHashKey } from '../../src/canvas/hands/cut.ts'
import { gripOf } from '../../src/canvas/hands/grip.ts'
import { BEAD_PITCH, PITCH } from '../../src/canvas/measures.ts'

const SECOND = 1_000_000
const grains: Tape = {
  ...{ bead: false, length: 52 * PITCH, unitSeconds: 1, nowMicros: 30.4 * SECOND, tip: 3000, trim: 0, trimAtMicros: 0 },
}
const beads: Tape = { ...grains, bead: true, tip: 20, trim: 5 }

describe('where a caret would be set down', () => {
  test.each<[string, number, Tape, Aim]>([
    ['the left edge is the newest record', 2, grains, { to: 'LATEST' }],
    ['a place on the tape is a whole second of the run', 12 * PITCH, grains, { to: 'moment', atMicros: 18 * SECOND }],
    ['nearer than half a second it is the same one', 12.5 * PITCH, grains, { to: 'moment', atMicros: 18 * SECOND }],
    ['before the run began is the oldest record', 31 * PITCH, grains, { to: 'TRIM_HORIZON' }],
    ['the tear is the oldest record', 52 * PITCH, grains, { to: 'TRIM_HORIZON' }],
    [
      'older than the retention is the oldest record',
      20 * PITCH,
      { ...grains, trimAtMicros: 12 * SECOND },
      { to: 'TRIM_HORIZON' },
    ],
    [
      'a wide column is a whole minute',
      2 * PITCH,
      { ...grains, unitSeconds: 60, nowMicros: 500 * SECOND },
      { to: 'moment', atMicros: 360 * SECOND },
    ],
    ['close up it is one record', 4 + 3 * BEAD_PITCH, beads, { to: 'record', record: 17 }],
    [
      'close up nothing is older than the oldest left',
      4 + 15 * BEAD_PITCH,
      { ...beads, length: 900 },
      { to: 'TRIM_HORIZON' },
    ],
  ])('%s', (_, offset, tape, aim) => {
    expect(aimAt(offset, tape)).toEqual(aim)
  })

  test('a caret stands where its aim is, to half a column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 170 }), (offset) => {
        expect(Math.abs(aimOffset(aimAt(offset, grains), grains) - offset)).toBeLessThanOrEqual(PITCH / 2 + 1e-6)
      }),
    )
  })

  test('KIN2.08 close up a pointer snaps to the sequence number that is nearest to it, at every pixel', () => {
    const tape = { ...beads, length: 900 }
    const middles = Array.from({ length: 15 }, (_, i) => 5 + i).map((record) => ({
      record,
      offset: aimOffset({ to: 'record', record }, tape),
    }))
    for (let offset = 4; offset < middles[1]!.offset; offset++) {
      const aim = aimAt(offset, tape)
      if (aim.to !== 'record') continue
      const away = (record: number) => Math.abs(middles.find((one) => one.record === record)!.offset - offset)
      expect(away(aim.record), `at ${offset}`).toBe(Math.min(...middles.map(({ record }) => away(record))))
      expect(goToStep(aim, 0, tape.nowMicros)).toEqual({ action: 'goToRecord', shard: 0, record: aim.record })
    }
    expect(middles.slice(1).map(({ record, offset }) => [aimAt(offset, tape), record])).toEqual(
      middles.slice(1).map(({ record }) => [{ to: 'record', record }, record]),
    )
  })

  test('keys move it by a second, by ten, and to both ends', () => {
    const from: Aim = { to: 'moment', atMicros: 18 * SECOND }
    expect(aimAfterKey('ArrowRight', from, grains)).toEqual({ to: 'moment', atMicros: 17 * SECOND })
    expect(aimAfterKey('ArrowLeft', from, grains)).toEqual({ to: 'moment', atMicros: 19 * SECOND })
    expect(aimAfterKey('PageDown', from, grains)).toEqual({ to: 'moment', atMicros: 8 * SECOND })
    expect(aimAfterKey('PageUp', { to: 'moment', atMicros: 25 * SECOND }, grains)).toEqual({ to: 'LATEST' })
    expect(aimAfterKey('Home', from, grains)).toEqual({ to: 'LATEST' })
    expect(aimAfterKey('End', from, grains)).toEqual({ to: 'TRIM_HORIZON' })
    expect(aimAfterKey('ArrowRight', { to: 'LATEST' }, beads)).toEqual({ to: 'record', record: 19 })
    expect(aimAfterKey('x', from, grains)).toBeNull()
  })

  test('KIN2.08 it becomes a step: a moment counts from the one at which it is done', () => {
    expect(goToStep({ to: 'moment', atMicros: 18 * SECOND }, 1, 30 * SECOND)).toEqual({ action: 'goTo', to: 12 })
    expect(goToStep({ to: 'record', record: 7 }, 1, 0)).toEqual({ action: 'goToRecord', shard: 1, record: 7 })
    expect(goToStep({ to: 'TRIM_HORIZON' }, 1, 0)).toEqual({ action: 'goTo', to: 'TRIM_HORIZON' })
  })

  test('records read again are what lies between the two places, in every shard that is moved', () => {
    const shards = [
      { shard: 0, caret: 100, tip: 110, trim: 0 },
      { shard: 1, caret: 50, tip: 90, trim: 20 },
    ]
    const half = (shard: number) => (shard === 0 ? 55 : 10)
    expect(readAgain({ to: 'moment', atMicros: 1 }, shards, 0, half)).toEqual({ again: 45 + 30, skipped: 0 })
    expect(readAgain({ to: 'TRIM_HORIZON' }, shards, 0, half)).toEqual({ again: 130, skipped: 0 })
    expect(readAgain({ to: 'LATEST' }, shards, 0, half)).toEqual({ again: 0, skipped: 50 })
    expect(readAgain({ to: 'record', record: 40 }, shards, 1, half)).toEqual({ again: 10, skipped: 0 })
    expect(readAgain({ to: 'moment', atMicros: 1 }, shards, 0, () => Number.NaN)).toBeNull()
  })
})

describe('where the hash ruler is cut', () => {
  test('near a tenth it is the tenth, else a whole percent', () => {
    expect(cutShare(151, 100, 200)).toBe(0.5)
    expect(cutShare(133, 100, 200)).toBe(0.3)
    expect(cutShare(135, 100, 200)).toBe(0.35)
    expect(cutShare(0, 100, 200)).toBe(0.01)
    expect(cutShare(500, 100, 200)).toBe(0.99)
  })

  test('keys move it by a percent and by ten', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => cutAfterKey(key, 0.5))).toEqual([
      ...[0.51, 0.49, 0.6, 0.4, 0.01, 0.99],
    ])
    expect(cutAfterKey('PageUp', 0.05)).toBe(0.01)
    expect(cutAfterKey('Enter', 0.5)).toBeNull()
  })

  test('KIN4.01 the starting hash key lies inside the shard, in decimal; the middle is left to the engine', () => {
    expect(startingHashKey(0, 1, 0.5)).toBe('')
    expect(startingHashKey(0, 0.5, 0.25)).toBe(String(2n ** 125n))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), (percent, tenth) => {
        const from = tenth / 20
        const to = tenth / 10
        const key = startingHashKey(from, to, percent / 100)
        if (key === '') return
        const share = Number(BigInt(key) >> 75n) / 2 ** 53
        expect(share).toBeGreaterThan(from)
        expect(share).toBeLessThan(to)
      }),
    )
  })

  test('a border is let go of when it was pulled far enough', () => {
    expect([0, 23, -23, 24, -40].map(isPulledAway)).toEqual([false, false, false, true, true])
  })
})

test('the middle of a node stays free: a worker is clicked beside it', () => {
  const box = { x: 8, y: 0, width: 134, height: 28 }
  expect(gripOf(box, 150)).toEqual({ ...box, width: 61 })
  expect(gripOf({ ...box, x: 102, width: 40 }, 150)).toEqual({ ...box, x: 102, width: 40 })
})
