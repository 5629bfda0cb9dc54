import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { factsCoveredText, uncovered } from './factsCovered.ts'
import { testTitles } from './testTitles.ts'

// `npm run docs`, after tests were added or renamed.

const titles = testTitles()
writeFileSync(fileURLToPath(new URL('../../docs/facts-covered.md', import.meta.url)), factsCoveredText(titles))
process.stdout.write(
  `docs/facts-covered.md is written; without a test or a reason: ${uncovered(titles).join(' ') || 'none'}\n`,
)
