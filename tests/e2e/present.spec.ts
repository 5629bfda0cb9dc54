import { expect, type Page, test } from '@playwright/test'
import { open } from './support/shardscope.ts'
import { smallTexts } from './support/smallTexts.ts'

const strip = (page: Page) => page.getByRole('region', { name: 'For the class' })
const turnedTo = (page: Page, beat: string) => expect(strip(page)).toHaveAttribute('data-beat', beat)

test('a presentation in two windows, by the keys of a remote in both, with the network off', async ({
  page,
  context,
}) => {
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(error.error().message))
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(page, '#scenario=hot-key')
  await page.evaluate(() => document.fonts.ready)
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Shift+P')])
  await expect(strip(page)).toContainText('How many records a second are stored?')
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('A key that no shard helps')
  await context.setOffline(true)

  // It waits for the guesses; hands are counted in both windows and seen in the teacher's alone.
  await expect(page.locator('html')).toHaveAttribute('data-now', '0')
  for (const key of ['1', '3', '4', '4', '4', 'Shift+Digit4']) await page.keyboard.press(key)
  await expect(strip(page)).toContainText('4 hands')
  await expect(notes.getByRole('listitem').filter({ hasText: '1,200 to 1,600' })).toContainText(/s2$/)
  await expect(strip(page).locator('.vote-bar')).toHaveCount(0)
  expect(await page.evaluate(smallTexts, 20)).toEqual([])
  // They talk to each other and vote again.
  await notes.keyboard.press('0')
  for (const key of ['3', '3', '3', '4']) await notes.keyboard.press(key)
  await expect(strip(page)).toContainText('4 hands, then 4')

  // Question, run, answer, and what is learned.
  await notes.keyboard.press('PageDown')
  await turnedTo(page, 'run')
  await expect(page.locator('html')).toHaveAttribute('data-session', 'running')
  await page.keyboard.press('PageDown')
  await turnedTo(page, 'answer')
  await expect(strip(page)).toContainText('The run gives 1,000 records/s.')
  await expect(strip(page).locator('[data-right]')).toContainText('800 to 1,200')
  await expect(strip(page).locator('[data-right] .vote-bar')).toHaveText(['1', '3'])
  expect(await page.evaluate(smallTexts, 20)).toEqual([])
  await page.keyboard.press('PageDown')
  await turnedTo(page, 'learn')
  await expect(notes.getByRole('button', { name: /^Next Common mistake/ })).toBeVisible()
  await page.keyboard.press('PageUp')
  await turnedTo(page, 'answer')

  // Dark, and the next key only shows again what stood there.
  await notes.keyboard.press('.')
  await expect(page.locator('.strip-dark')).toBeVisible()
  await expect(notes.getByText('The screen is dark.')).toBeVisible()
  await notes.keyboard.press('PageDown')
  await expect(page.locator('.strip-dark')).toBeHidden()
  await turnedTo(page, 'answer')

  // What anybody else says on the channel is not obeyed.
  await notes.evaluate(() => {
    const channel = new BroadcastChannel('shardscope.show')
    const show = location.hash.slice(1)
    for (const message of [
      { do: 'end' },
      { show: 'other', do: 'end' },
      { show, do: 'raise', row: 1e9 },
      'end',
      { show, is: 1 },
    ])
      channel.postMessage(message)
    channel.close()
  })
  await notes.keyboard.press('.')
  await expect(page.locator('.strip-dark')).toBeVisible()
  await notes.keyboard.press('.')
  await expect(page.locator('.strip-dark')).toBeHidden()

  await Promise.all([notes.waitForEvent('close'), page.keyboard.press('Shift+P')])
  await expect(strip(page)).toBeHidden()
  await expect(page.locator('html')).not.toHaveAttribute('data-projector')
  expect(errors).toEqual([])
})

test('the steps of a lesson are turned by the same keys', async ({ page, context }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(page, '#lesson=keys&step=2')
  await expect.poll(() => page.url()).toMatch(/#scenario=.*&lesson=keys&step=2/)
  const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Shift+P')])
  await expect(notes.getByText('Step 2 of 12')).toBeVisible()
  expect(await page.evaluate(smallTexts, 20)).toEqual([])
  await notes.keyboard.press('PageDown')
  await expect(notes.getByText('Step 3 of 12')).toBeVisible()
  await expect(strip(page)).toContainText('A shard has a limit for writing')
  await page.keyboard.press('PageDown')
  await turnedTo(page, 'run')
  await page.keyboard.press('PageUp')
  await turnedTo(page, 'ask')
  await page.keyboard.press('PageUp')
  await expect(notes.getByText('Step 2 of 12')).toBeVisible()
})
