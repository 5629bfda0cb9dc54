import { expect, type Page, test } from '@playwright/test'
import { controlFaults } from './support/controlFaults.ts'
import { seriousFindings } from './support/seriousFindings.ts'
import { nowMicros, open, select, standing } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

const chart = (page: Page, name: string) => page.getByRole('article', { name, exact: true })

async function add(page: Page, node: string, what: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Node' }).selectOption(node)
  await page.getByRole('combobox', { name: 'What of it' }).selectOption(what)
  await page.getByRole('button', { name: 'Add chart' }).click()
}

async function expectGood(page: Page, what: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(textFaults), what).toEqual([])
  expect(await page.evaluate(controlFaults, 24), what).toEqual([])
  expect(await seriousFindings(page, '.bench'), what).toEqual([])
}

test('charts: of one shard, as the console shows them, as tables; a moment is gone to by keys; kept in the tab', async ({
  page,
}) => {
  await open(page, '#scenario=hot-key&t=1', '?theme=light')
  await standing(page)
  // A minute of the console takes a while to compute on a busy machine.
  await page.getByRole('slider', { name: 'Timeline' }).focus()
  await page.keyboard.press('End')
  await expect.poll(() => nowMicros(page)).toBe(90_000_000)
  await page.getByRole('button', { name: 'More charts' }).click()
  const stored = chart(page, 'Click stream: Stored')
  await expect(stored).toContainText(/Shard 1\s*0 records\/s/)
  await expect(stored).toContainText(/Shard 2\s*1,000 records\/s/)
  await expect(chart(page, 'Click stream: shards, written')).toBeVisible()

  await page.getByRole('radio', { name: 'As the console shows them' }).check()
  // Half of the 120,000 that two shards take in a minute: calm.
  await expect(stored).toContainText(/each minute\s*60,\d{3} records/)
  await add(page, 'reader', 'node backlog')
  await expect(chart(page, 'Counter: Not yet processed')).toContainText('CloudWatch: none.')
  await page.getByRole('radio', { name: 'As they are' }).check()
  const refused = chart(page, 'Click stream: Refused attempts')
  await refused.getByRole('radio', { name: 'Table' }).check()
  await expect(refused.getByRole('row').last()).toContainText('500 records/s')
  expect(await refused.getByRole('row').count()).toBeLessThanOrEqual(201)

  await add(page, 'clicks', 'five')

  const cursor = stored.getByRole('slider')
  await cursor.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('PageUp')
  await expect(cursor).toHaveAttribute('aria-valuetext', /^0:07\.6, Shard 1 0 records\/s, Shard 2 1,\d{3} records\/s$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => nowMicros(page)).toBe(7_600_000)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Charts of this run' })).toHaveCount(0)
  await select(page, 'Counter')
  await page.locator('#inspector').getByRole('button', { name: 'Oldest of these' }).click()
  await expect(page.getByRole('article').first()).toHaveAccessibleName('Counter: Age of the oldest not processed')
  await page.reload()
  await page.getByRole('button', { name: 'More charts' }).click()
  await expect(page.getByRole('article').first()).toHaveAccessibleName('Counter: Age of the oldest not processed')
  await expect(chart(page, 'Clicks: five numbers so far')).toBeVisible()
})

test('charts of every sort, light and dark: all text can be read, all controls can be reached', async ({ page }) => {
  await open(page, '#scenario=hot-key&t=22', '?theme=light')
  await standing(page)
  await page.getByRole('button', { name: 'More charts' }).click()
  await add(page, 'clicks', 'five')
  await expect(chart(page, 'Clicks: five numbers so far')).toContainText(
    /Stored [\d,]+ \+ not yet stored 25 \+ given up/,
  )
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('chart counter backlog')
  await expect(page.getByRole('option', { name: /backlog/i }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(chart(page, 'Counter: backlog and forecast')).toContainText('Point of no return')
  await add(page, 'reader', 'latency')
  await expect(chart(page, 'Counter: latency, put to processed')).toContainText(/p99 \d+ ms/)
  await expectGood(page, 'light')
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await seriousFindings(page, '.bench', ['color-contrast']), 'dark').toEqual([])
})

test('charts on a phone: all text can be read, all controls can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '#scenario=hot-key&t=10', '?theme=light')
  await standing(page)
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Charts' }).click()
  await page.getByRole('button', { name: 'More charts' }).click()
  await expect(chart(page, 'Click stream: Stored')).toContainText(/Shard 2\s*1,000 records\/s/)
  await add(page, 'clicks', 'five')
  await expectGood(page, 'phone')
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Numbers' }).click()
  await expect(page.getByRole('region', { name: 'Charts of this run' })).toHaveCount(0)
})
