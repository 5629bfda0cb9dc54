import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FACT_GROUPS, WITHOUT_TEST } from './factRows.ts'
import { factsCoveredText, testsById } from './factsCovered.ts'
import { idsIn, testTitles } from './testTitles.ts'

const titles = testTitles()
const ids = new Set(Object.values(FACT_GROUPS).flatMap((rows) => Object.keys(rows)))

describe('which test proves which statement', () => {
  test('the table in docs is what the tests say (npm run docs writes it)', () => {
    expect(readFileSync('docs/facts-covered.md', 'utf8')).toBe(factsCoveredText(titles))
  })

  test('a reason for having no test is given only where there is none', () => {
    const tests = testsById(titles)
    expect(Object.keys(WITHOUT_TEST).filter((id) => tests.has(id) || !ids.has(id))).toEqual([])
  })

  test('titles name only statements that exist', () => {
    const named = titles.flatMap(({ file, title }) =>
      idsIn(title)
        .filter((id) => /^(?:KIN|KCL|SQS|FIFO|SNS|LKI|LSQ|W)/.test(id) && !ids.has(id))
        .map((id) => `${file}: ${id} in "${title}"`),
    )
    expect(named).toEqual([])
  })

  test.each([
    ['SQS.14b a dead letter keeps its id', ['SQS.14b']],
    ['W18 W52 two together', ['W18', 'W52']],
    ['KIN2.01, KCL.04b: both', ['KIN2.01', 'KCL.04b']],
    ['no statement at all', []],
  ])('%s', (title, expected) => {
    expect(idsIn(title)).toEqual(expected)
  })
})
