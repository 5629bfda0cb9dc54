import { expect, test } from '@playwright/test'
import { open, pause, playedTo } from './support/shardscope.ts'

test('the same traffic on the other service in one step: equal arrivals at any place of the timeline, and undo', async ({
  page,
}) => {
  await open(page, '#scenario=taking-turns')
  await page.getByRole('button', { name: 'The same on Kinesis' }).click()
  const table = page.getByRole('table')
  const made = table.getByRole('row', { name: /New records/ }).getByRole('cell')
  const equal = async () => {
    const [left, right] = await made.allTextContents()
    expect(Number(left)).toBeGreaterThan(0)
    expect(left).toBe(right)
  }
  await expect(made).toHaveCount(2)
  await playedTo(page, 3_000_000)
  await pause(page)
  await equal()
  await page.getByRole('slider', { name: 'Timeline' }).press('PageUp')
  await expect.poll(async () => Number(await made.first().textContent())).toBeGreaterThan(10)
  await equal()
  await expect(
    table
      .getByRole('row', { name: /Deleted/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('0')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'The same on Kinesis' })).toBeVisible()
})
