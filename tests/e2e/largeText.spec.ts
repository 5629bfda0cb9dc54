import { expect, type Page, test } from '@playwright/test'
import { controlFaults } from './support/controlFaults.ts'
import { open } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

/** The size of text that a person has set in the browser; 16 is usual. */
async function setTextSize(page: Page, px: number): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Page.setFontSizes', { fontSizes: { standard: px, fixed: px } })
}

test('text of twice the size: nothing is cut off or lies over other text, and every control is reached', async ({
  page,
}) => {
  await setTextSize(page, 32)
  await page.setViewportSize({ width: 1280, height: 900 })
  await open(page, '#scenario=taking-turns&t=2')
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toMatch(/^2[68]px$/)
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const tab of ['Picture', 'Question', 'Numbers', 'Charts']) {
      await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: tab }).click()
      await expect.poll(() => page.evaluate(textFaults), `${tab}, ${width} wide`).toEqual([])
      expect(await page.evaluate(controlFaults, 24), `${tab}, ${width} wide`).toEqual([])
    }
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Picture' }).click()
    await page.keyboard.press('v')
    await expect(page.getByRole('table', { name: 'Nodes' })).toBeVisible()
    expect(await page.evaluate(textFaults), `table, ${width} wide`).toEqual([])
    await page.keyboard.press(',')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    expect(await page.evaluate(textFaults), `settings, ${width} wide`).toEqual([])
    await page.keyboard.press('Escape')
    // Hidden is not yet gone: until the page has heard of it, keys are the sheet's.
    await expect(page.locator('dialog')).toHaveCount(0)
    await page.keyboard.press('v')
    await expect(page.getByRole('table', { name: 'Nodes' })).toBeHidden()
  }
})
