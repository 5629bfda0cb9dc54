import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guideText } from './guideText.ts'

test('the guide for teachers is that of the scenes and of their runs (`npm run guide` writes it)', async () => {
  const kept = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8')
  expect(kept).toBe(await guideText())
})
