import { expect, test } from '@playwright/test'
import { nowMicros, open, pause, playedTo, select, standing, told } from './support/shardscope.ts'

test('change a limit, rewind, undo, redo, copy the link: elsewhere it is the same run at the same moment', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#scenario=two-shards')
  await playedTo(page, 1_500_000)
  await select(page, 'Click stream')
  await page.getByText('All parameters').click()
  const limit = page.getByRole('textbox', { name: 'Records written to a shard, records/s' })
  await limit.fill('400')
  await limit.press('Enter')
  await expect(page.locator('#inspector').getByText('not AWS')).toBeVisible()
  await playedTo(page, (await nowMicros(page)) + 1_000_000)
  const changed = await pause(page)

  await page.getByRole('button', { name: 'Back to the start, same seed' }).click()
  await expect.poll(() => nowMicros(page)).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('slider', { name: 'Timeline' }).press('PageUp')
  const unchanged = await standing(page)
  await expect(page.locator('#inspector').getByText('not AWS')).toHaveCount(0)

  await page.getByRole('button', { name: 'Redo' }).click()
  const again = await standing(page)
  expect(again.now).toBe(unchanged.now)
  expect(again.fingerprint).not.toBe(unchanged.fingerprint)
  expect(again.fingerprint).not.toBe(changed.fingerprint)

  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByText('The link is in your clipboard.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link.length).toBeLessThan(900)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(link)
  expect(await standing(other)).toEqual(again)
  await elsewhere.close()
})

test('a run is the same on the way back and at any speed', async ({ page }) => {
  await open(page, '#scenario=two-shards&t=6')
  const first = await standing(page)
  expect(first.now).toBe('6000000')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('20')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await playedTo(page, 15_000_000)
  await pause(page)
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  await timeline.press('Home')
  for (let i = 0; i < 6; i += 1) await timeline.press('ArrowRight')
  await expect.poll(() => told(page, 'now')).toBe('6000000')
  expect(await standing(page)).toEqual(first)
})
