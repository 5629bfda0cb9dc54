import { expect, test } from '@playwright/test'
import { open, pause, playedTo, standing } from './support/shardscope.ts'

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

test('any other scene in one step: one scrubber for both, equal arrivals, and the version before a change', async ({
  page,
}) => {
  await open(page, '#scenario=one-shard')
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Compare…' }).click()
    const list = page.getByRole('dialog', { name: 'Compare with a version or a scene' })
    await list.getByRole('combobox').fill(name)
    await expect(list.getByRole('option').first()).toContainText(name)
    await page.keyboard.press('Enter')
  }
  const cells = (label: string) => page.getByRole('row', { name: new RegExp(`^${label}`) }).getByRole('cell')
  await choose('Two teams, twelve messages')
  await expect(page.getByRole('heading', { name: /The same traffic, twice/ })).toBeVisible()
  await playedTo(page, 2_000_000)
  await pause(page)
  for (const key of ['PageUp', 'PageUp', 'PageDown']) {
    const before = await cells('New records').first().textContent()
    await page.getByRole('slider', { name: 'Timeline' }).press(key)
    await expect(cells('New records').first()).not.toHaveText(before ?? '')
    await standing(page)
    const [left, right] = await cells('New records').allTextContents()
    expect(left).toBe(right)
    expect(await cells('Deleted').first().textContent()).toBe('0')
    expect(Number(await cells('Read').last().textContent())).toBeGreaterThan(Number(left))
  }
  await page.getByRole('button', { name: 'Count them' }).click()
  await expect(cells('Worked out of order').first()).toHaveText('0')
  await page.getByRole('button', { name: 'Take the other away' }).click()
  await expect(page.getByRole('table')).toBeHidden()
  await page.getByRole('slider', { name: 'New records' }).press('ArrowRight')
  await choose('Before the changes')
  await expect(page.getByText(/^Not the same traffic: /)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: /Before the changes/ })).toContainText('polling application')
})
