import { expect, test } from '@playwright/test'
import { seriousFindings } from './support/seriousFindings.ts'
import { open } from './support/shardscope.ts'

test('a word of a lesson is explained by keyboard; the words are searched, and one is tried in its scene', async ({
  page,
}) => {
  // A crowded machine takes its time.
  await open(page, '#lesson=keys&step=1')
  const link = page.locator('.course-says .word-link', { hasText: 'shard' })
  await expect(link).toBeVisible()
  await link.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'shard' })
  await expect(sheet.getByText('In Kafka: partition.')).toBeVisible()
  await expect(sheet.locator('svg.word-picture')).toBeVisible()
  // The title of the scene comes last.
  await expect(sheet.getByRole('button', { name: 'Try it: Two shards and their limit' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(link).toBeFocused()
  await expect(page.locator('dialog')).toHaveCount(0)

  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search the words' })
  await expect(search).toBeFocused()
  await search.fill('visib')
  await expect(page.locator('.glossary .word-entry')).toHaveCount(1)
  await expect(page.getByText('One word', { exact: true })).toBeVisible()
  await search.fill('hash')
  await expect(page.locator('.glossary .word-entry').nth(2)).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])
  await search.fill('receipt')
  await page.getByRole('button', { name: 'Try it: A timeout that is too short' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A timeout that is too short' })).toBeVisible()
  await expect(page.locator('.glossary')).toHaveCount(0)

  // A word of a question, in a scene that was opened by it.
  await page.mouse.move(200, 200)
  await page.locator('#brief .word-link').first().click()
  await page.getByRole('button', { name: 'All words' }).click()
  await expect(search).toBeFocused()
})
