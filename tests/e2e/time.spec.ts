import { expect, test } from '@playwright/test'
import { nowMicros, open, pause, playedTo, standing } from './support/shardscope.ts'

test('a long way shows how far it has come, and can be given up where it is', async ({ page }) => {
  await open(page, '#scenario=two-shards&rate=4000&t=1')
  await standing(page)
  const length = page.getByRole('textbox', { name: 'Length of the run' })
  await length.fill('1 h')
  await length.press('Enter')
  await standing(page)
  await page.getByRole('slider', { name: 'Timeline' }).press('End')
  await expect(page.getByText(/^computing \d+ %/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  const { now } = await standing(page)
  expect(Number(now)).toBeGreaterThan(1_000_000)
  expect(Number(now)).toBeLessThan(3_600_000_000)
})

test('a run that cannot keep up says its true speed', async ({ page }) => {
  await open(page, '#scenario=two-shards&rate=4000')
  await page.getByRole('textbox', { name: 'Length of the run' }).fill('1 h')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('3600')
  await expect(page.getByText(/×, too many messages/)).toBeVisible()
})

test('the timeline is scrubbed with the pointer, forward and back', async ({ page }) => {
  await open(page, '#scenario=one-shard')
  await playedTo(page, 500_000)
  await pause(page)
  const box = await page.getByRole('slider', { name: 'Timeline' }).boundingBox()
  if (box === null) throw new Error('the timeline is not drawn')
  const at = (share: number) => [box.x + 16 + share * (box.width - 32), box.y + 13] as const
  await page.mouse.click(...at(0.5))
  await expect.poll(() => nowMicros(page)).toBeGreaterThan(59_000_000)
  await page.mouse.move(...at(0.5))
  await page.mouse.down()
  await page.mouse.move(...at(0.4), { steps: 4 })
  await page.mouse.move(...at(0.25), { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => nowMicros(page)).toBeLessThan(31_000_000)
  expect(Number((await standing(page)).now)).toBeGreaterThan(29_000_000)
})

test('sending one by hand puts one record more on the tape, at this moment, and can be undone', async ({ page }) => {
  await open(page, '#scenario=one-shard&t=4')
  const before = await standing(page)
  await page.getByRole('button', { name: 'Send one' }).first().click()
  await standing(page)
  await expect(page.locator('.done-list')).toContainText('sends one')
  await page.getByRole('slider', { name: 'Timeline' }).press('PageUp')
  const later = await standing(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.done-list')).toHaveCount(0)
  const undone = await standing(page)
  expect(undone.now).toBe(later.now)
  expect(undone.fingerprint).not.toBe(later.fingerprint)
  expect(before.now).toBe('4000000')
})
