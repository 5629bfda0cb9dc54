import { describe, expect, test } from 'vitest'
import { sceneOf, sizeOf } from '../../../src/canvas/geometry.ts'
import { briefSlider, estimateOf, parseScenario, problems, setField, valueAt } from '../../../src/scenario/index.ts'
import { CATALOGUE, loadCatalogue } from '../../../src/scenario/library/catalogue.ts'
import { tryText } from '../../../src/scenario/tryStep.ts'

const scenes = await loadCatalogue()

/** What these scenes are about is a problem, and the page says so. */
const MEANT: Readonly<Record<string, RegExp>> = {
  'bytes-bind': /takes at most 1 MiB/,
  'split-hot-shard': /takes at most 1,000 records/,
  'producer-routes': /food go nowhere/,
  'poll-calls': /8 calls\/s/,
  'three-pollers': /need 3 MiB\/s/,
  'two-losses': /takes at most 1,000 records/,
  'timeout-too-short': /hides it for 5 s/,
  'choose-jobs': /3 will stand by idle/,
  'batch-timeout': /hides it for 28 s/,
}

test('there are at least 28 scenes, each with an id of its own that opens it', () => {
  expect(scenes.length).toBeGreaterThanOrEqual(28)
  expect(scenes.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id))
  expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(scenes.length)
  expect(new Set(scenes.map(({ title }) => title)).size).toBe(scenes.length)
})

/** KIN5.05: AWS itself needs a quarter of an hour there. */
const QUARTERS = 1500

describe.each(scenes.map((scenario) => ({ id: scenario.id, scenario })))('$id', ({ id, scenario }) => {
  const { brief } = scenario

  test('is a sound document', () => {
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ ok: true, scenario, dropped: [] })
  })

  test('asks, says what to watch for and to try, what is learned, and which mistake is common', () => {
    expect(brief.question).toMatch(/\?$/)
    expect(brief.question.length).toBeLessThan(125)
    expect(brief.watchFor).toMatch(/\.$/)
    expect(brief.watchFor.length).toBeLessThan(125)
    expect(brief.tryThis.length).toBeGreaterThanOrEqual(2)
    expect(brief.tryThis.length).toBeLessThanOrEqual(4)
    const toTry = brief.tryThis.map(tryText)
    for (const text of toTry) expect(text.length, text).toBeLessThan(95)
    expect(brief.whatYouLearn).toMatch(/\.$/)
    expect(brief.commonMistake).toMatch(/\.$/)
    expect(brief.minutes).toBeGreaterThan(0)
    expect(brief.facts?.length).toBeGreaterThan(0)
    expect(brief.concepts?.length).toBeGreaterThan(0)
    const texts = [brief.question, brief.watchFor, ...toTry, brief.whatYouLearn, brief.commonMistake]
    for (const text of [...texts, brief.correction ?? '']) expect(text).not.toMatch(/!|oops/i)
  })

  test('corrects the article where it rests on a row that says how', () => {
    if (brief.facts?.some((fact) => /^A\d/.test(fact))) expect(brief.correction ?? brief.whatYouLearn).toBeTruthy()
    if (brief.correction !== undefined) expect(brief.correction).toMatch(/\.$/)
  })

  test('has problems only where it is about them', () => {
    const found = problems(scenario).map(({ text }) => text)
    const meant = MEANT[id ?? '']
    if (meant === undefined) expect(found).toEqual([])
    else expect(found.join(' ')).toMatch(meant)
  })

  test('has one slider whose start lies on its way', () => {
    const slider = briefSlider(scenario)
    if (slider === null) throw new Error('no slider')
    const { node, field, from, to } = slider
    for (const value of [from, to])
      expect(valueAt(setField(scenario, node.id, field.name, value, 0), node.id, field.name, 0)).toBe(value)
    const start = valueAt(scenario, node.id, field.name, 0) as number
    expect(start).toBeGreaterThanOrEqual(from)
    expect(start).toBeLessThanOrEqual(to)
  })

  test('is short and small', () => {
    expect(scenario.durationSeconds).toBeLessThanOrEqual(id === 'on-demand-today' ? QUARTERS : 240)
    expect(estimateOf(scenario).records).toBeLessThan(500_000)
  })

  test('stands apart, and small enough that its words can be read', () => {
    const scene = sceneOf({ scenario, positions: new Map(), layout: null, folded: new Map() })
    const boxes = scenario.nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, ...sizeOf(scene, node.id) }))
    for (const box of boxes) {
      expect([box.x + box.width <= 1180, box.y + box.height <= 720], box.id).toEqual([true, true])
      for (const other of boxes) {
        if (other === box) continue
        const apart =
          box.x + box.width + 12 <= other.x ||
          other.x + other.width + 12 <= box.x ||
          box.y + box.height + 8 <= other.y ||
          other.y + other.height + 8 <= box.y
        expect(apart, `${box.id} and ${other.id}`).toBe(true)
      }
    }
  })
})
