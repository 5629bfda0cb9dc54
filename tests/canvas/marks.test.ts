import { describe, expect, test } from 'vitest'
import { marksOf } from '../../src/canvas/marks/marksOf.ts'
import { nearestMark, type PlacedMark } from '../../src/canvas/marks/placedMark.ts'
import { placeOfLife } from '../../src/canvas/marks/placeOfLife.ts'
import { wayMarks } from '../../src/canvas/marks/wayMarks.ts'
import { scenarioOf } from './frameAt.ts'
import { lifeOf, shownAt } from './shownAt.ts'

const kindOf = ({ mark }: PlacedMark) => (mark.on === 'way' ? mark.way : mark.on)

/** Some of each kind, spread over all. */
function someOf(marks: readonly PlacedMark[], each: number): PlacedMark[] {
  const kinds = new Map<string, PlacedMark[]>()
  for (const mark of marks) kinds.set(kindOf(mark), [...(kinds.get(kindOf(mark)) ?? []), mark])
  return [...kinds.values()].flatMap((alike) =>
    Array.from(
      { length: Math.min(each, alike.length) },
      (_, i) => alike[Math.floor((i * alike.length) / each)] ?? alike[0]!,
    ),
  )
}

describe('a drawn mark is a message of the run', () => {
  test.each([
    ['taking-turns', 14, ['stored', 'queue']],
    ['one-shard', 31, ['stored', 'shard', 'delivered']],
    ['two-shards', 20.2, ['stored', 'delivered']],
  ] as const)('%s at %d s', (id, seconds, kinds) => {
    const scenario = scenarioOf(id)
    const { shown, nowMicros } = shownAt(scenario, seconds)
    const marks = marksOf(shown)
    const chosen = someOf(marks, 3)
    for (const placed of chosen) {
      const life = lifeOf(scenario, placed, nowMicros)
      const { mark } = placed
      if (mark.on === 'way') {
        const step = mark.way === 'delivered' ? 'received' : mark.way
        const own = life.events.filter((event) => event.step === step && event.node === mark.to)
        // A dot for many is drawn when the last of them comes.
        if (placed.standsFor === 1) expect(own.map(({ atMicros }) => atMicros)).toContain(mark.atMicros)
        else expect(own.some(({ atMicros }) => atMicros <= mark.atMicros)).toBe(true)
      }
      if (mark.on === 'shard')
        expect(life.events).toContainEqual(
          expect.objectContaining({ step: 'stored', row: mark.shard, place: mark.index + 1 }),
        )
      if (mark.on === 'queue' && mark.message >= 0)
        expect(life.events).toContainEqual(
          expect.objectContaining({ step: 'stored', node: mark.queue, place: mark.message + 1 }),
        )
    }
    expect([...new Set(chosen.map(kindOf))]).toEqual(expect.arrayContaining([...kinds]))
  })

  test('the ring stands on the mark that was asked about', () => {
    const scenario = scenarioOf('taking-turns')
    const { shown, scene, nowMicros } = shownAt(scenario, 14)
    const beads = marksOf(shown).filter(({ mark }) => mark.on === 'queue')
    expect(beads.length).toBeGreaterThan(3)
    const messageOf = ({ mark }: PlacedMark) => (mark.on === 'queue' ? mark.message : -1)
    for (const bead of beads) {
      const place = placeOfLife(lifeOf(scenario, bead, nowMicros), shown, scene)!
      // Received, it is drawn twice, and the ring is at the hand that has it.
      const drawn = beads.findLast((other) => messageOf(other) === messageOf(bead))!
      expect(place.isRound).toBe(true)
      expect(place.x + place.width / 2).toBeCloseTo(drawn.x)
      expect(place.y + place.height / 2).toBeCloseTo(drawn.y)
    }
  })

  test('of the dots only those that are meant have marks, the same as among all', () => {
    const { shown } = shownAt(scenarioOf('two-shards'), 20.2)
    const all = wayMarks(shown)
    const moments = all.flatMap(({ mark }) => (mark.on === 'way' ? [mark.atMicros] : []))
    const moment = moments[Math.floor(moments.length / 2)]
    const meant = all.filter(({ mark }) => mark.on === 'way' && mark.atMicros === moment)
    expect(meant.length).toBeGreaterThan(0)
    expect(meant.length).toBeLessThan(all.length)
    expect(wayMarks(shown, (dot) => shown.frame.dotAtMicros[dot] === moment)).toEqual(meant)
  })

  test('the nearest mark within reach, and none beyond', () => {
    const at = (x: number, radius: number): PlacedMark => ({
      ...{ x, y: 0, radius, node: 'n', standsFor: 1 },
      mark: { on: 'shard', stream: 'n', shard: 0, index: x, atMicros: 0 },
    })
    const marks = [at(0, 2), at(10, 2), at(40, 8)]
    const hit = (x: number, reach: number) => nearestMark(marks, { x, y: 0 }, reach)?.x
    expect([hit(0, 8), hit(4.9, 8), hit(5.1, 8), hit(20, 8), hit(20.1, 8), hit(24, 8), hit(24.1, 8)]).toEqual([
      0,
      0,
      10,
      10,
      undefined,
      40,
      40,
    ])
    expect(hit(20.1, 16)).toBe(10)
  })
})
