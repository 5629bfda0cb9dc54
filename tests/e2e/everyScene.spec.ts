import { expect, test } from '@playwright/test'
import { bundled } from '../browser/bundled.ts'
import { open, SCENES } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

// The scenes that layout.spec.ts does not walk through panel by panel: each is opened once and resized in place.
// In one theme, because they differ in colours alone: themes.test.ts.

type Catalogue = typeof import('../../src/scenario/library/catalogue.ts')
const { CHAPTERS } = await bundled<Catalogue>(new URL('../../src/scenario/library/catalogue.ts', import.meta.url))

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const
const MOMENT_SECONDS = 8

for (const { name, entries } of CHAPTERS) {
  const others = entries.filter(({ id }) => !(SCENES as readonly string[]).includes(id))
  test(`${name}: no text is cut off or lies over other text in any scene or size`, async ({ page }) => {
    test.setTimeout(240_000)
    await open(page, '#scenario=one-shard&t=1', '?theme=light')
    for (const { id, load } of others) {
      const { title } = await load()
      await page.setViewportSize(SIZES[0])
      await page.evaluate((hash) => {
        location.hash = hash
      }, `#scenario=${id}&t=${MOMENT_SECONDS}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.locator('html')).toHaveAttribute('data-now', String(MOMENT_SECONDS * 1e6))
      for (const size of SIZES) {
        await page.setViewportSize(size)
        await expect.poll(() => page.evaluate(textFaults), `${id}, ${size.width} wide`).toEqual([])
      }
    }
  })
}
