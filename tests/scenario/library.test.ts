import { describe, expect, test } from 'vitest'
import { type Scene, sceneOf, sizeOf } from '../../src/canvas/geometry.ts'
import {
  applyOverride,
  briefSlider,
  editEffect,
  estimateOf,
  parseScenario,
  setField,
  valueAt,
} from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { tryText } from '../../src/scenario/tryStep.ts'
import { bytesBind } from './fixtures/bytesBind.ts'
import { crashAndCheckpoint } from './fixtures/crashAndCheckpoint.ts'
import { eightNodes } from './fixtures/eightNodes.ts'
import { hotKey } from './fixtures/hotKey.ts'
import { sixPollers } from './fixtures/sixPollers.ts'
import { builtIn, LIBRARY } from './sixScenes.ts'

const library = LIBRARY.map(({ id }) => ({ id, scenario: builtIn(id) as Scenario }))

test('the library offers what it should, and nothing under another name', () => {
  expect(LIBRARY.map(({ id }) => id)).toEqual([
    'one-shard',
    'two-shards',
    'many-readers',
    'taking-turns',
    'slow-reader',
    'same-traffic',
  ])
  for (const { title, question } of LIBRARY) expect([title.length > 5, question.endsWith('?')]).toEqual([true, true])
  expect(builtIn('constructor')).toBeNull()
})

describe.each(library)('$id', ({ scenario }) => {
  test('is a sound document', () => {
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ ok: true, scenario, dropped: [] })
  })

  test('asks one question, says what to watch for and what to try, in plain words', () => {
    const { question, watchFor } = scenario.brief
    const tryThis = scenario.brief.tryThis.map(tryText)
    expect(question).toMatch(/^[A-Z].*\?$/)
    expect(watchFor).toMatch(/^[A-Z].*\.$/)
    expect(tryThis.length).toBeGreaterThanOrEqual(2)
    expect(tryThis.length).toBeLessThanOrEqual(4)
    for (const text of [question, watchFor, ...tryThis]) expect(text).not.toMatch(/!|oops/i)
    expect(watchFor.length).toBeLessThan(125)
    for (const text of tryThis) expect(text.length).toBeLessThan(95)
  })

  test('lasts two to three minutes and stays small', () => {
    expect(scenario.durationSeconds).toBeGreaterThanOrEqual(120)
    expect(scenario.durationSeconds).toBeLessThanOrEqual(180)
    expect(estimateOf(scenario).records).toBeLessThan(500_000)
  })

  test('has one slider whose whole way can be turned and whose start lies on it', () => {
    const slider = briefSlider(scenario)
    if (slider === null) throw new Error('no slider')
    const { node, field, from, to } = slider
    for (const value of [from, to]) {
      const turned = setField(scenario, node.id, field.name, value, 0)
      expect(valueAt(turned, node.id, field.name, 0)).toBe(value)
    }
    const start = valueAt(scenario, node.id, field.name, 0) as number
    expect(start).toBeGreaterThan(from)
    expect(start).toBeLessThan(to)
  })

  test('fits the stage of 904 x 636 without overlap', () => {
    const scene = sceneOf({ scenario, positions: new Map(), layout: null, folded: new Map() })
    const boxes = scenario.nodes.map((node) => ({
      id: node.id,
      x: node.x,
      y: node.y,
      ...sizeOf(scene satisfies Scene, node.id),
    }))
    for (const box of boxes) {
      expect([box.x >= 8, box.y >= 8, box.x + box.width <= 896, box.y + box.height <= 628], box.id).toEqual([
        true,
        true,
        true,
        true,
      ])
      for (const other of boxes) {
        if (other === box) continue
        const apart =
          box.x + box.width + 20 <= other.x ||
          other.x + other.width + 20 <= box.x ||
          box.y + box.height + 8 <= other.y ||
          other.y + other.height + 8 <= box.y
        expect(apart, `${box.id} and ${other.id}`).toBe(true)
      }
    }
  })
})

test('the slider of two shards reaches the 4,000 of the question', () => {
  expect(briefSlider(builtIn('two-shards') as Scenario)).toMatchObject({ from: 0, to: 4000 })
})

test('a slider that names nothing, or text, is none; ends outside the range are the ends of the range', () => {
  const base = builtIn('two-shards') as Scenario
  const withBrief = (own: object): Scenario => ({ ...base, brief: { question: '', watchFor: '', tryThis: [], ...own } })
  expect(briefSlider(withBrief({}))).toBeNull()
  expect(briefSlider(withBrief({ slider: 'gone.rate' }))).toBeNull()
  expect(briefSlider(withBrief({ slider: 'producer.keyPrefix' }))).toBeNull()
  expect(briefSlider(withBrief({ slider: 'producer.rate', sliderFrom: -5, sliderTo: 1e9 }))).toMatchObject({
    from: 0,
    to: 100_000,
  })
  expect(briefSlider(withBrief({ slider: 'producer.rate', sliderFrom: 50, sliderTo: 50 }))).toMatchObject({
    from: 0,
    to: 100_000,
  })
})

test.each([hotKey, bytesBind, sixPollers, crashAndCheckpoint, eightNodes()])(
  'the fixture $title is a sound document',
  (scenario) => {
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ ok: true, scenario, dropped: [] })
  },
)

test('an override at the value that is there changes nothing', () => {
  const base = builtIn('two-shards') as Scenario
  const result = applyOverride(base, 'producer.rate=1600')
  expect(result.ok && editEffect(base, result.scenario)).toBe('none')
})
