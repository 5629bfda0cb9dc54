import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/index.ts'
import type { Intervention, Scenario } from '../../src/scenario/scenario.ts'
import { changeStep, insertSteps, removeSteps, retimeSteps } from '../../src/scenario/stepEdits.ts'
import { stepSpans } from '../../src/scenario/stepSpans.ts'
import { scenarios } from './arbitraries.ts'
import { builtIn } from './sixScenes.ts'

const S = 1_000_000

function scene(...interventions: Intervention[]): Scenario {
  const turns = builtIn('taking-turns')
  if (turns === null) throw new Error('the scene is gone')
  return { ...turns, interventions }
}
const worker = (at: number, action: 'crash' | 'start' | 'pause' | 'resume', row = 0): Intervention => ({
  ...{ at: at * S, node: 'workers', action, worker: row },
})
const rate = (at: number, value: number): Intervention => ({
  ...{ at: at * S, node: 'producer', action: 'set', field: 'rate', value },
})
const pairs = (scenario: Scenario) => stepSpans(scenario).map(({ begin, end }) => [begin, end])

describe('which steps belong together', () => {
  test('a crash and the next start of the same worker are one bar; another worker is another bar', () => {
    const steps = [worker(10, 'crash'), worker(12, 'crash', 1), worker(20, 'start'), worker(30, 'start', 1)]
    expect(pairs(scene(...steps))).toEqual([
      [0, 2],
      [1, 3],
    ])
  })

  test('a second crash before the start keeps the start for itself', () => {
    expect(pairs(scene(worker(10, 'crash'), worker(15, 'crash'), worker(20, 'start')))).toEqual([
      [0, null],
      [1, 2],
    ])
  })

  test('a value turned and turned back is one bar; turned on to another value is two marks', () => {
    expect(pairs(scene(rate(10, 50), rate(20, 2)))).toEqual([[0, 1]])
    expect(pairs(scene(rate(10, 50), rate(20, 60)))).toEqual([
      [0, null],
      [1, null],
    ])
  })

  test('one burst after another: what ends the first begins nothing', () => {
    expect(pairs(scene(rate(10, 50), rate(20, 2), rate(30, 50), rate(40, 2)))).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  test('every step of any scenario belongs to one span', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const places = stepSpans(scenario).flatMap(({ begin, end }) => (end === null ? [begin] : [begin, end]))
        expect(places.toSorted((a, b) => a - b)).toEqual(scenario.interventions.map((_, i) => i))
      }),
      { numRuns: 40 },
    )
  })
})

describe('editing what was done', () => {
  const three = scene(worker(10, 'crash'), rate(15, 50), worker(20, 'start'))

  test('a step that is moved behind others keeps them, and tells where it stands now', () => {
    const { scenario, places } = retimeSteps(three, new Map([[0, 30 * S]]))
    expect(scenario.interventions.map(({ at, action }) => [at / S, action])).toEqual([
      [15, 'set'],
      [20, 'start'],
      [30, 'crash'],
    ])
    expect(places).toEqual([2, 0, 1])
  })

  test('both ends of a bar move together; beyond the run they stop at its end', () => {
    const { scenario } = retimeSteps(three, new Map([[0, -5 * S], [2, 1e12]])) // biome-ignore format: a map is one thing
    expect(scenario.interventions.map(({ at }) => at / S)).toEqual([0, 15, three.durationSeconds])
  })

  test('nothing is lost by moving, and the result reads back as it is', () => {
    const moves = fc.dictionary(fc.nat(12).map(String), fc.integer({ min: -1e7, max: 2e8 }))
    fc.assert(
      fc.property(scenarios, moves, (before, moments) => {
        const map = new Map(Object.entries(moments).map(([place, at]) => [Number(place), at]))
        const { scenario } = retimeSteps(before, map)
        const acts = (of: Scenario) => of.interventions.map(({ at: _, ...act }) => JSON.stringify(act)).sort()
        expect(acts(scenario)).toEqual(acts(before))
        expect(parseScenario(structuredClone(scenario))).toEqual({ ok: true, scenario, dropped: [] })
      }),
      { numRuns: 40 },
    )
  })

  test('a value out of its range is not taken, a sound one is', () => {
    expect(changeStep(three, 1, rate(15, -1))).toBe(three)
    expect(changeStep(three, 1, rate(15, 70)).interventions[1]).toEqual(rate(15, 70))
  })

  test('steps are removed alone, and put in without losing later ones', () => {
    const left = removeSteps(three, [0, 2])
    expect(left.interventions).toEqual([rate(15, 50)])
    expect(insertSteps(left, [worker(10, 'crash'), worker(20, 'start')])).toEqual(three)
    expect(insertSteps(left, [worker(10, 'crash', 60)])).toBe(left)
  })
})
