import { expect, type Page, test } from '@playwright/test'
import { open, told } from './support/shardscope.ts'

const panel = (page: Page) => page.getByRole('complementary', { name: 'The lesson' })

test('a whole lesson by keyboard: a wrong and a right guess, a step that the run checks, G to any step, the place is kept, to the end', async ({
  page,
}) => {
  await open(page)
  // Ctrl K finds it.
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('lesson: order')
  await expect(page.getByRole('option', { name: /Lesson: Order/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('1 of 10')).toBeVisible()

  // The check reads the learner's own run.
  await expect(panel(page).getByText(/^played to 0:\d\d, wanted 0:15$/)).toBeVisible()
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('20')
  await expect(panel(page).getByRole('button', { name: 'Step 1, done' })).toBeVisible()

  // On by Next and Skip, each step on a document of its own.
  // Whether a step was done in time is not asked here: a slow machine may have played to its aim.
  const on = async () => {
    await panel(page)
      .getByRole('button', { name: /^(Next|Skip this step|Finish)$/ })
      .focus()
    await page.keyboard.press('Enter')
  }
  await on()
  for (const number of [2, 3, 4]) {
    await expect(panel(page).getByText(`${number} of 10`)).toBeVisible()
    await on()
  }
  await expect(panel(page).getByText('5 of 10')).toBeVisible()

  // A step ahead, on its own document, with a guess: wrong, then right.
  await page.keyboard.press('g')
  await page.keyboard.press('6')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('6 of 10')).toBeVisible()
  await expect(panel(page).getByText('no guess is locked yet')).toBeVisible()
  await expect.poll(() => page.url()).toContain('lesson=order&step=6')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('60')
  const slider = panel(page).getByRole('slider', { name: 'Your guess' })
  await slider.focus()
  await page.keyboard.press('End')
  const lock = panel(page).getByRole('button', { name: 'Lock it and run' })
  await lock.focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('The run gives 1.0 a second. You said 4.0 a second.')).toBeVisible()
  await expect(panel(page).getByText('Done', { exact: true })).toBeVisible()
  await panel(page).getByRole('button', { name: 'Guess again' }).focus()
  await page.keyboard.press('Enter')
  await slider.focus()
  for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowLeft')
  await lock.focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('You saw it coming.')).toBeVisible()

  // On, and past a step without doing it.
  await on()
  await expect(panel(page).getByText('7 of 10')).toBeVisible()
  await on()
  await expect(panel(page).getByText('8 of 10')).toBeVisible()
  await expect(panel(page).getByRole('button', { name: 'Step 7, skipped' })).toBeVisible()

  // Who leaves and comes back is where he was.
  await panel(page).getByRole('button', { name: 'Leave the lesson' }).click()
  await expect(page.getByRole('complementary', { name: 'The question' })).toBeVisible()
  await open(page)
  await page.keyboard.press('o')
  await page.getByRole('button', { name: /^Order.*at 8 of 10, \d+ done/ }).click()
  await expect(panel(page).getByText('8 of 10')).toBeVisible()

  // To the end.
  await on()
  await expect(panel(page).getByText('9 of 10')).toBeVisible()
  await on()
  await expect(panel(page).getByText('10 of 10')).toBeVisible()
  await on()
  await expect(page.getByRole('complementary', { name: 'The question' })).toBeVisible()
})

test('a link to a step is the same document and moment on another machine', async ({ page }) => {
  await open(page, '#lesson=keys&step=4')
  await expect(panel(page).getByText('4 of 12')).toBeVisible()
  await expect(page.getByText('Kinesis, provisioned, 1 shard').first()).toBeVisible()
  await expect.poll(async () => Number(await told(page, 'now'))).toBeGreaterThanOrEqual(2e6)
  await expect.poll(() => page.url()).toContain('#scenario=two-shards&shards=1')
})

test('a curve is drawn by keyboard, locked, and the run is laid over it', async ({ page }) => {
  await open(page, '#lesson=slow&step=8')
  // The step begins anew with its document.
  await expect.poll(() => page.url()).toMatch(/#scenario=.*&lesson=slow&step=8/)
  const point = panel(page).getByRole('slider', { name: 'At 1:15' })
  await point.focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowRight')
  await expect(panel(page).getByRole('slider', { name: 'At 1:40' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(panel(page).getByRole('slider', { name: 'At 1:40' })).toHaveAttribute('aria-valuetext', '6 s')
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('60')
  await panel(page).getByRole('button', { name: 'Lock it and run' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText(/ s beside it on average\. Most at \d:\d\d\./)).toBeVisible()
  await expect(panel(page).locator('.sketch-run')).toBeVisible()
})

test('a fault: a wrong cause is answered by the run, the right one is mended and the symptom goes', async ({
  page,
}) => {
  await open(page, '#lesson=fault-half-the-orders')
  await expect(panel(page).getByRole('heading', { name: 'Half of the orders' })).toBeVisible()
  await page.getByRole('combobox', { name: 'All speeds' }).selectOption('60')
  await panel(page).getByRole('radio', { name: 'Billing is too slow' }).check()
  await panel(page).getByRole('button', { name: 'This is the cause' }).click()
  await expect(panel(page).getByText('The evidence speaks against it.')).toBeVisible()
  await panel(page).getByRole('radio', { name: 'Both applications take from one queue' }).check()
  await panel(page).getByRole('button', { name: 'This is the cause' }).click()
  await expect(panel(page).getByText('That is it.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Do it: A topic, and a queue for each application' }).click()
  await expect(panel(page).getByText(/: gone$/)).toBeVisible()
})
