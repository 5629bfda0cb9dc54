import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { rolldown } from 'rolldown'

// The kernel's logarithm, exponential and sine have the same bits here as where their vectors were written.

test('the numeric vectors of the kernel are the same in this browser', async ({ page }) => {
  const vectors = JSON.parse(readFileSync(new URL('../engine/kernel/vectors.json', import.meta.url), 'utf8')) as Record<
    string,
    { hash: string }
  >
  const input = fileURLToPath(new URL('../engine/kernel/vectors.ts', import.meta.url))
  const bundle = await rolldown({ input, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', name: 'kernel' })
  const code = output[0].code
  await page.goto('about:blank')
  const hashes = await page.evaluate((text) => {
    const script = document.createElement('script')
    script.textContent = `${text};globalThis.kernel = kernel`
    document.head.append(script)
    return (
      globalThis as unknown as { kernel: { computeMathHashes: () => Record<string, string> } }
    ).kernel.computeMathHashes()
  }, code)
  expect(Object.keys(hashes).length).toBeGreaterThan(3)
  for (const [name, hash] of Object.entries(hashes)) expect(hash, name).toBe(vectors[name]?.hash)
})
