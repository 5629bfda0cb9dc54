import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { factsCoveredText, uncovered } from './factsCovered.ts'
import { claimsWithoutTest, withCards } from './modelCardText.ts'
import { testTitles } from './testTitles.ts'

// `npm run docs`, after tests were added or renamed.

const docs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url))
const titles = testTitles()
writeFileSync(docs('facts-covered.md'), factsCoveredText(titles))
writeFileSync(docs('model.md'), withCards(readFileSync(docs('model.md'), 'utf8'), titles))
const missing = (what: string, ids: readonly string[]) => process.stdout.write(`${what}: ${ids.join(' ') || 'none'}\n`)
missing('rows without a test or a reason', uncovered(titles))
missing('claims without a test', claimsWithoutTest(titles))
