import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gaugePlace, nodeOf, valueAt } from '../../src/canvas/gaugePlaces.ts'
import { heapDrawing } from '../../src/canvas/kinds/heapDrawing.ts'
import { mixedDots } from '../../src/canvas/kinds/mixedDots.ts'
import { PAINT_COUNT } from '../../src/protocol/frame.ts'
import { seenId } from '../../src/protocol/layout.ts'
import { at, node, scene } from '../life/lifeScene.ts'
import { runOf } from './frameAt.ts'

const BOX = { x: 0, y: 0, width: 204, height: 66 }
const counted = (dots: readonly { paint: number }[]) =>
  Array.from({ length: PAINT_COUNT }, (_, paint) => dots.filter((dot) => dot.paint === paint).length)

describe('the dots of a heap', () => {
  test('are as many as its cells, each key within one dot of its part, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(90_000), { minLength: PAINT_COUNT, maxLength: PAINT_COUNT }),
        fc.nat(300),
        (paints, cells) => {
          const sum = paints.reduce((a, b) => a + b, 0)
          const dots = counted(mixedDots(paints, cells))
          expect(dots.reduce((a, b) => a + b, 0)).toBe(sum > 0 ? cells : 0)
          dots.forEach((own, paint) =>
            expect(Math.abs(own - (sum > 0 ? (paints[paint]! * cells) / sum : 0))).toBeLessThan(1),
          )
        },
      ),
    )
  })

  test('stay where they are when one more comes, but for a few', () => {
    const before = mixedDots([500, 300, 200, 0, 0, 0, 0, 0], 150)
    const after = mixedDots([503, 302, 202, 0, 0, 0, 0, 0], 151)
    expect(before.filter((dot, i) => dot.paint !== after[i]?.paint).length).toBeLessThan(4)
  })

  const program = node('monolith', { heapMiB: 4, overhead: 1, serviceMs: 5, restartSeconds: 5 })
  const producer = node('producer', {
    ...{ rate: 400, recordBytes: 1024, keys: 'list', keyList: 'a, b, c', callsAtOnce: 50, attemptsMax: 1 },
  })
  const of = scene([producer, program], ['producer>monolith'], [at(14, 'monolith', 'crash')])

  test('agree with the engine over a run: every event of the heap in the paint of its key, also after going back', () => {
    const { layout, frameAt } = runOf(of)
    const own = nodeOf(layout, 'monolith')
    const beside = nodeOf(layout, seenId('monolith'))
    const heapAt = (seconds: number) => {
      const { gauges } = frameAt(seconds, 1)
      const read = (name: string) => valueAt(gauges, gaugePlace(own, name))
      const seen = (name: string) => valueAt(gauges, gaugePlace(beside, name))
      const paints = Array.from({ length: PAINT_COUNT }, (_, paint) => seen(`heapPaint${paint}`))
      expect(paints.reduce((a, b) => a + b, 0)).toBe(read('buffered'))
      const drawn = heapDrawing(program as Parameters<typeof heapDrawing>[0], BOX, read, seen)
      if (!drawn.down) expect(Math.abs(drawn.dots.length * drawn.each - read('buffered'))).toBeLessThan(drawn.each)
      return { paints, ...drawn }
    }
    const early = heapAt(4)
    expect(early.paints.filter((count) => count > 0)).toHaveLength(3)
    expect(heapAt(12).cells).toBeGreaterThan(early.cells)
    const dead = heapAt(15)
    expect(dead).toMatchObject({ down: true, dots: [] })
    expect(dead.cells).toBeGreaterThan(early.cells)
    expect(heapAt(4)).toEqual(early)
  })
})

test('an archive shows what it keeps in the paints of its keys, also when it forgets, goes back or keeps longer again', () => {
  const producer = node('producer', { rate: 20, keys: 'list', keyList: 'a, b, c', recordBytes: 100 })
  const shelf = node('archive', { retentionHours: 5 / 3600 })
  const longer = { ...at(20, 'archive', 'set'), field: 'retentionHours', value: 15 / 3600 }
  const { layout, frameAt } = runOf(
    scene([producer, node('topic'), shelf], ['producer>topic', 'topic>archive'], [longer]),
  )
  const keptAt = (seconds: number) => {
    const { gauges } = frameAt(seconds, 1)
    const value = (id: string, name: string) => valueAt(gauges, gaugePlace(nodeOf(layout, id), name))
    const paints = Array.from({ length: PAINT_COUNT }, (_, paint) => value(seenId('archive'), `keptPaint${paint}`))
    const kept = value('archive', 'kept')
    expect(paints.reduce((a, b) => a + b, 0)).toBe(kept)
    return kept
  }
  const [young, full, grown] = [keptAt(2), keptAt(15), keptAt(30)]
  expect(full).toBeGreaterThan(young)
  expect(grown).toBeGreaterThan(full)
  expect(keptAt(15)).toBe(full)
})
