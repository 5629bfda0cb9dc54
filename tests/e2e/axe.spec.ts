import { expect, test } from '@playwright/test'
import { seriousFindings } from './support/seriousFindings.ts'
import { open, select } from './support/shardscope.ts'

// Each scene as it opens is looked at in layout.spec.ts, in the page that stands open there.

test('the name of each node on the canvas begins with the name drawn above it', async ({ page }) => {
  await open(page, '#scenario=same-traffic&t=1')
  const rows = page.locator('.scene-nodes .node-row-name b')
  // The panel loads after the first message has moved.
  await expect(rows.nth(3)).toBeVisible()
  const names = await rows.allInnerTexts()
  const words = await page
    .locator('[data-node]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''))
  expect(words.length).toBe(names.length)
  for (const name of names)
    expect(
      words.some((text) => text.startsWith(name)),
      name,
    ).toBe(true)
})

test('axe finds nothing serious in an open inspector and in the help, light and dark', async ({ page }) => {
  await open(page, '#scenario=two-shards&t=1', '?theme=dark')
  for (const theme of ['light', 'dark']) {
    await page.keyboard.press('t')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    for (const node of ['Clicks', 'Click stream', 'Counter']) {
      await select(page, node)
      await page.getByText('All parameters').click()
      expect(await seriousFindings(page), `${node}, ${theme}`).toEqual([])
    }
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await seriousFindings(page), `help, ${theme}`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})
