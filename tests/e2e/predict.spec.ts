import { expect, test } from '@playwright/test'
import { open } from './support/shardscope.ts'

test('a guess is locked, the run answers, and a better one is told so; by keyboard alone', async ({ page }) => {
  await open(page, '#scenario=hot-key')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('60')
  await page.getByText('Guess first').focus()
  await page.keyboard.press('Enter')
  const lock = page.getByRole('button', { name: 'Lock it and run' })
  await expect(lock).toBeDisabled()
  const slider = page.getByRole('slider', { name: 'Your guess' })
  await slider.focus()
  await page.keyboard.press('End')
  await lock.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The run gives 1,000 records/s. You said 2,000 records/s.')).toBeVisible()
  await expect(slider).toBeDisabled()

  await page.getByRole('button', { name: 'Guess again' }).focus()
  await page.keyboard.press('Enter')
  await slider.focus()
  for (let i = 0; i < 19; i += 1) await page.keyboard.press('ArrowLeft')
  await lock.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('You saw it coming.')).toBeVisible()

  // It is kept on this machine.
  await page.reload()
  await page.getByText('Guess first').click()
  await expect(page.getByRole('button', { name: 'Guess again' })).toBeVisible()
})

test('a choice is locked and answered', async ({ page }) => {
  await open(page, '#scenario=two-teams')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('20')
  await page.getByText('Guess first').click()
  await page.getByRole('radio', { name: 'all twelve' }).check()
  await page.getByRole('button', { name: 'Lock it and run' }).click()
  await expect(page.getByText('The run gives 6. Watch where the difference comes from.')).toBeVisible()
})
