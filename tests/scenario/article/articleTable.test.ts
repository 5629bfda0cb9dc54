import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { factText } from '../../../src/aws/facts.ts'
import { CATALOGUE, loadCatalogue } from '../../../src/scenario/library/catalogue.ts'

const text = readFileSync(new URL('../../../docs/article.md', import.meta.url), 'utf8')
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (the article says|question) /.test(line))
  .map((line) => line.slice(2, -1).split(' | '))
const ids = new Set(CATALOGUE.map(({ id }) => id))

test('every sentence has a scene that exists, and says what the scene gives', () => {
  expect(rows.length).toBeGreaterThan(50)
  for (const [says = '', scene = '', gives = ''] of rows) {
    expect(says.length, says).toBeGreaterThan(10)
    expect(ids.has(scene.replaceAll('`', '')), `${says}: ${scene}`).toBe(true)
    expect(gives.trim().length, says).toBeGreaterThan(5)
  }
})

test('every correction has its row', () => {
  for (let row = 1; row <= 21; row += 1) expect(text, `A${row}`).toMatch(new RegExp(`\\bA${row}\\b`))
})

test('every scene has a sentence', () => {
  const shown = new Set(rows.map(([, scene = '']) => scene.replaceAll('`', '')))
  expect([...ids].filter((id) => !shown.has(id))).toEqual([])
})

test('the claim of every scene is asserted by a test that plays it, named after it', () => {
  const here = new URL('.', import.meta.url)
  const titles = readdirSync(here)
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, here), 'utf8').matchAll(/^test\('([^']+)'/gm)])
    .map(([, title = '']) => title)
  const older = readFileSync(new URL('../libraryRuns.test.ts', here), 'utf8')
  titles.push(...[...older.matchAll(/^test\('([^']+)'/gm)].map(([, title = '']) => title))
  const isTested = (id: string) => titles.some((title) => new RegExp(`^([A-Z0-9.]+[a-z]? )*${id}: `).test(title))
  expect([...ids].filter((id) => !isTested(id))).toEqual([])
})

test('a scene rests on facts that can be read there, or on a row of corrections', async () => {
  for (const { id, brief } of await loadCatalogue())
    for (const fact of brief.facts ?? [])
      expect(factText(fact) !== null || /^A([1-9]|1\d|2[01])$/.test(fact), `${id}: ${fact}`).toBe(true)
})
