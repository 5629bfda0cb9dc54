import { describe, expect, test } from 'vitest'
import { guessPlaces } from '../../src/panels/guessPlaces.ts'
import { meaningOf, withMeaning } from '../../src/panels/writing/meaning.ts'
import { asSort, newGuess, readablesOf, reading, sortOf } from '../../src/panels/writing/newGuess.ts'
import { askedOf, said } from '../../src/panels/writing/RunAnswer.tsx'
import { setBriefText, setGuesses, setTrySteps } from '../../src/scenario/briefEdits.ts'
import { emptyScenario } from '../../src/scenario/emptyScenario.ts'
import { isSketch } from '../../src/scenario/guess.ts'
import { parseScenario } from '../../src/scenario/index.ts'
import { oneShard } from '../../src/scenario/library/oneShard.ts'
import type { Prediction } from '../../src/scenario/prediction.ts'
import type { PlayedNode, Scenario } from '../../src/scenario/scenario.ts'

const SORTS = ['number', 'choice', 'point', 'curve'] as const
const nodes = oneShard.nodes.filter((node): node is PlayedNode => node.kind !== 'note')
/** What a reader of the document finds of its brief, and what was left out of it. */
const readBack = (scenario: Scenario) => {
  const parsed = parseScenario(JSON.parse(JSON.stringify(scenario)))
  return parsed.ok ? { brief: parsed.scenario.brief, dropped: parsed.dropped } : parsed
}

describe('a guess that an author makes', () => {
  test('is sound in every form, of every number that the scene has', () => {
    for (const sort of SORTS)
      for (const node of nodes)
        for (const readable of readablesOf(node)) {
          const fresh = newGuess(sort, oneShard)
          if (fresh === null) throw new Error('nothing to guess')
          const guess = reading(fresh, node, readable)
          const written = setGuesses(oneShard, [guess])
          expect(readBack(written), `${sort} ${node.id} ${readable.value}`).toEqual({
            brief: written.brief,
            dropped: [],
          })
          for (const other of SORTS) {
            const turned = asSort(guess, other, oneShard)
            expect([sortOf(turned), turned.node, turned.gauge, turned.row]).toEqual([
              other,
              guess.node,
              guess.gauge,
              guess.row,
            ])
          }
        }
  })

  test('nothing can be asked about an empty page', () => {
    expect(newGuess('number', emptyScenario())).toBeNull()
  })

  test('keeps its unit true to what is asked of the number', () => {
    const stream = nodes.find(({ kind }) => kind === 'stream') as PlayedNode
    const stored = readablesOf(stream).find(({ value }) => value === 'storedTotal')
    const fresh = newGuess('number', oneShard)
    if (fresh === null || stored === undefined || isSketch(fresh)) throw new Error('no total')
    const guess = reading(fresh, stream, stored) as Prediction
    expect([meaningOf(guess), guess.unit]).toEqual(['perSecond', 'records/s'])
    const seen = (['value', 'change', 'perSecond', 'when'] as const).map((meaning) => {
      const next = withMeaning(guess, meaning)
      return [meaningOf(next), next.unit]
    })
    expect(seen).toEqual([
      ['value', 'records'],
      ['change', 'records'],
      ['perSecond', 'records/s'],
      ['when', 's'],
    ])
  })

  test('is answered by the run alone, which also says when the answer cannot be said', () => {
    const guess: Prediction = {
      question: '',
      node: 'a',
      gauge: 'b',
      atSeconds: 9,
      unit: 'records',
      from: 0,
      to: 50,
      step: 1,
    }
    const choices = [{ text: 'few', from: 0, to: 10 }]
    expect(said(guess, Float64Array.of(12))).toBe('This run answers 12 records.')
    expect(said(guess, Float64Array.of(51))).toBe('This run answers 51 records, which cannot be said from this range.')
    expect(said({ ...guess, choices }, Float64Array.of(9))).toBe('This run answers 9 records: “few”.')
    expect(said({ ...guess, choices }, Float64Array.of(10))).toBe('This run answers 10 records: none of the choices.')
    expect(said(guess, Float64Array.of(Number.NaN))).toBe('This run has no such number.')
    expect(said({ ...guess, meant: 'when', reaches: 3 }, Float64Array.of(0, 1))).toBe(
      'It never comes to that in this run.',
    )
  })
})

test('a text is taken whole or not at all, and an empty one leaves the document', () => {
  expect(setBriefText(oneShard, 'notes', 'n'.repeat(2001))).toBe(oneShard)
  const noted = setBriefText(oneShard, 'notes', 'n'.repeat(2000))
  expect(noted.brief.notes?.length).toBe(2000)
  expect('notes' in setBriefText(noted, 'notes', '').brief).toBe(false)
  expect(setBriefText(oneShard, 'question', '').brief.question).toBe('')
  expect(setTrySteps(oneShard, Array(7).fill('a'))).toBe(oneShard)
})

test('each guess is kept in a place of its own, and those of the library where they always were', () => {
  const fresh = newGuess('number', oneShard) as Prediction
  const asked = (...questions: string[]) => questions.map((question) => ({ ...fresh, question }))
  const own = guessPlaces(setGuesses({ ...oneShard, title: 'Mine' }, asked('', 'How many?', '')))
  expect(new Set(own).size).toBe(3)
  const theirs = oneShard.brief.predict as Prediction
  expect(guessPlaces(setGuesses(oneShard, [theirs, ...asked('How many?', 'How many?')]))).toEqual([
    'one-shard',
    'one-shard How many?',
    'one-shard How many?\n2',
  ])
})

test('what an author types about a guess asks the run for nothing new', () => {
  for (const sort of SORTS) {
    const fresh = newGuess(sort, oneShard)!
    const worded = { ...fresh, question: 'How many?', unit: 'pieces', to: 900 }
    expect(askedOf(worded), sort).toEqual(askedOf(fresh))
    expect(askedOf({ ...fresh, row: 1 }), sort).not.toEqual(askedOf(fresh))
  }
})
