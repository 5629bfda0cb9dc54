import { describe, expect, test } from 'vitest'
import { setGuesses } from '../../src/scenario/briefEdits.ts'
import { guessesOf, withGuesses } from '../../src/scenario/guess.ts'
import { decodeLink, encodeLink, parseScenario, setField } from '../../src/scenario/index.ts'
import { oneShard } from '../../src/scenario/library/oneShard.ts'
import { recordedChanges, withChanges, withoutRecorded } from '../../src/scenario/recordedChanges.ts'
import type { Brief, Scenario } from '../../src/scenario/scenario.ts'
import { removeNodes } from '../../src/scenario/structureEdits.ts'
import { tryStep } from '../../src/scenario/tryStep.ts'

const base = oneShard
const { predict: _, ...bare } = base.brief
const PREDICTION = { question: 'How many?', node: 'stream', gauge: 'storedTotal', atSeconds: 9, unit: 'records' }
const NUMBER = { ...PREDICTION, from: 0, to: 90, step: 1 }
const POINT = {
  is: 'point',
  question: 'When is it highest?',
  node: 'reader',
  gauge: 'backlog',
  ...{ unit: 'records', to: 9, untilSeconds: 60 },
} as const
const own = (brief: Partial<Brief> | Record<string, unknown>) => ({ ...base, brief: { ...bare, ...brief } })
const read = (brief: Record<string, unknown>) => {
  const parsed = parseScenario(JSON.parse(JSON.stringify(own(brief))))
  return parsed.ok ? parsed.dropped.join(' | ') : `${parsed.kind}: ${parsed.message}`
}
const sizes: readonly (readonly [name: string, text: unknown, says: string])[] = [
  ['question', 'q'.repeat(401), 'hostile: Scenario.brief.question must be at most 400 characters.'],
  ['question', { a: 1 }, 'damaged: Scenario.brief.question must be of type string.'],
  ['notes', 'n'.repeat(2001), 'hostile: Scenario.brief.notes must be at most 2000 characters.'],
  ['tryThis', ['t'.repeat(401)], 'hostile: Scenario.brief.tryThis[0] must be at most 400 characters.'],
  ['tryThis', ['fine', 7], 'damaged: Scenario.brief.tryThis[1] must be of type string.'],
  ['tryThis', [{ text: 'a', changes: 3 }], 'damaged: Scenario.brief.tryThis[0].changes must be of type array.'],
  ['tryThis', Array(7).fill('a'), 'hostile: Scenario.brief.tryThis must be at most 6 entries.'],
  ['guesses', [{ ...NUMBER, to: 'many' }], 'damaged: Scenario.brief.guesses[0].to must be of type number.'],
  [
    'guesses',
    [{ ...NUMBER, to: 0 }],
    'damaged: Scenario.brief.guesses[0].to must be above Scenario.brief.guesses[0].from.',
  ],
  ['guesses', [{ ...NUMBER, node: 'gone' }], 'Guess: there is no node gone'],
  ['tryThis', [{ text: 'a', changes: [{ node: 'gone', action: 'sendOne' }] }], 'To try: there is no node gone'],
]

describe('what an author writes', () => {
  test.each(sizes)('a wrong %s is told, case %#', (name, value, says) => {
    expect(read({ [name]: value })).toBe(says)
  })

  test('one list of guesses is one document, and what a file may hold the form may hold', () => {
    const parsed = parseScenario(own({ guesses: [NUMBER, POINT, NUMBER] }))
    if (!parsed.ok) throw new Error(parsed.message)
    expect(parsed.scenario.brief).toMatchObject({ predict: NUMBER, guesses: [POINT, NUMBER] })
    const full = parseScenario(own({ predict: NUMBER, guesses: [POINT, NUMBER, POINT] }))
    if (!full.ok) throw new Error(full.message)
    const four = guessesOf(full.scenario.brief)
    const asked = { ...NUMBER, question: 'How many now?' }
    expect(guessesOf(setGuesses(full.scenario, [asked, ...four.slice(1)]).brief)[0]).toEqual(asked)
    expect(setGuesses(full.scenario, [...four, NUMBER])).toBe(full.scenario)
    expect(read({ predict: POINT })).toBe('Guess: one that is drawn stands among the guesses only')
  })

  test('markup and control characters are text like any other', () => {
    const question = '<img src=x onerror="alert(1)"> {{a}} \u202e'
    const parsed = parseScenario(own({ question }))
    expect(parsed.ok && parsed.scenario.brief.question).toBe(question)
  })

  test('a link holds all of it, also when it is long', async () => {
    const random = (length: number) =>
      Array.from({ length }, (_, i) => ((i * 7919 + (i % 13) ** 5) % 36).toString(36)).join('')
    const brief: Brief = {
      ...withGuesses(base.brief, [NUMBER, { ...NUMBER, choices: [{ text: 'few', from: 0, to: 9 }] }, POINT]),
      question: random(400),
      notes: random(2000),
      tryThis: [
        tryStep('More', [
          { node: 'producer', action: 'set', field: 'rate', value: 12 },
          { node: 'reader', action: 'crash', worker: 0 },
        ]),
        random(400),
        tryStep('Two shards', [{ node: 'stream', action: 'set', field: 'shards', value: 2 }]),
      ],
    }
    const scenario: Scenario = { ...base, brief }
    const back = await decodeLink(await encodeLink(scenario, 1, 0))
    expect(back.ok && back.scenario).toEqual(scenario)
    expect(back.ok && back.dropped).toEqual([])
  })

  test('a step is recorded from what was done by hand, and doing it gives that again', () => {
    const turned = setField(setField(base, 'producer', 'rate', 5, 2e6), 'producer', 'rate', 7, 4e6)
    const done = withChanges(turned, [{ node: 'reader', action: 'crash', worker: 0 }], 5e6)
    const after = setField(done, 'stream', 'shards', 3, 5e6)
    const changes = recordedChanges(base, after)
    expect(changes).toEqual([
      { node: 'stream', action: 'set', field: 'shards', value: 3 },
      { node: 'producer', action: 'set', field: 'rate', value: 7 },
      { node: 'reader', action: 'crash', worker: 0 },
    ])
    expect(withoutRecorded(base, after)).toEqual(base)
    const again = withChanges(base, changes, 9e6)
    expect(again.interventions.map(({ at, action }) => [at, action])).toEqual([
      [9e6, 'set'],
      [9e6, 'crash'],
    ])
    expect(recordedChanges(base, again)).toEqual(changes)
  })

  test('what is about a node goes with it', () => {
    const brief = {
      ...withGuesses(base.brief, [NUMBER, POINT]),
      tryThis: [tryStep('a', [{ node: 'stream', action: 'set', field: 'shards', value: 2 }])],
    }
    const left = removeNodes({ ...base, brief }, ['stream']).brief
    expect([left.tryThis, guessesOf(left).map(({ node }) => node)]).toEqual([['a'], ['reader']])
    expect(left.whatYouLearn).toBe(base.brief.whatYouLearn)
  })
})
