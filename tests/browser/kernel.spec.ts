import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { evaluateModule } from './evaluateModule.ts'

// The kernel's logarithm, exponential and sine have the same bits here as where their vectors were written.

test('the numeric vectors of the kernel are the same in this browser', async ({ page }) => {
  const text = readFileSync(new URL('../engine/kernel/vectors.json', import.meta.url), 'utf8')
  const vectors = JSON.parse(text) as Record<string, { hash: string }>
  const hashes = (await evaluateModule(page, '../engine/kernel/vectors.ts', 'computeMathHashes')) as Record<
    string,
    string
  >
  expect(Object.keys(hashes).length).toBeGreaterThan(3)
  for (const [name, hash] of Object.entries(hashes)) expect(hash, name).toBe(vectors[name]?.hash)
})
