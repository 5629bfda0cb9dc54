import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { claimsWithoutTest, withCards } from './modelCardText.ts'
import { testTitles } from './testTitles.ts'

const titles = testTitles()

describe('the model cards', () => {
  test('no claim without a test', () => {
    expect(claimsWithoutTest(titles)).toEqual([])
  })

  test('stand in docs/model.md as they are (npm run docs writes them)', () => {
    const model = readFileSync('docs/model.md', 'utf8')
    expect(withCards(model, titles)).toBe(model)
  })
})
