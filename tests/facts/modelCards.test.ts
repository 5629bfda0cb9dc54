import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS } from '../../src/scenario/index.ts'
import { MODEL_CARDS } from './modelCards.ts'
import { claimsWithoutTest, withCards } from './modelCardText.ts'
import { testTitles } from './testTitles.ts'

const titles = testTitles()

describe('the model cards', () => {
  test('there is one for every kind of node', () => {
    expect(MODEL_CARDS.map(({ kind }) => kind).sort()).toEqual(NODE_KINDS.filter((kind) => kind !== 'note').sort())
  })

  test('no claim without a test', () => {
    expect(claimsWithoutTest(titles)).toEqual([])
  })

  test('stand in docs/model.md as they are (npm run docs writes them)', () => {
    const model = readFileSync('docs/model.md', 'utf8')
    expect(withCards(model, titles)).toBe(model)
  })
})
