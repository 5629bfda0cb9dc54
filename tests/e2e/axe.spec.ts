import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { open, pause, playedTo, SCENES, select } from './support/shardscope.ts'

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return (
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      // A node of the canvas is one control with a drawing of twenty numbers in it. Its name begins with
      // the name that is drawn above it (tested below) and says the numbers in words.
      .map((found) =>
        found.id === 'label-content-name-mismatch'
          ? { ...found, nodes: found.nodes.filter(({ target }) => !String(target).includes('data-node')) }
          : found,
      )
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))
  )
}

test('the name of each node on the canvas begins with the name drawn above it', async ({ page }) => {
  await open(page, '#scenario=same-traffic')
  await playedTo(page, 1_000_000)
  await pause(page)
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

for (const theme of ['light', 'dark']) {
  for (const scene of SCENES) {
    test(`axe finds nothing serious in ${scene}, ${theme}`, async ({ page }) => {
      await open(page, `#scenario=${scene}`, `?theme=${theme}`)
      await playedTo(page, 2_000_000)
      await pause(page)
      expect(await seriousFindings(page)).toEqual([])
    })
  }

  test(`axe finds nothing serious in an open inspector and in the help, ${theme}`, async ({ page }) => {
    await open(page, '#scenario=two-shards', `?theme=${theme}`)
    await playedTo(page, 1_000_000)
    await pause(page)
    for (const node of ['Clicks', 'Click stream', 'Counter']) {
      await select(page, node)
      await page.getByText('All parameters').click()
      expect(await seriousFindings(page), node).toEqual([])
    }
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await seriousFindings(page), 'help').toEqual([])
  })
}
