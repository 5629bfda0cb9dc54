import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { seriousFindings } from './support/seriousFindings.ts'
import { open, pause, select } from './support/shardscope.ts'

const MARKUP = 'Does <img src="x" onerror="document.title=1"> reach the reader?'

test('a scene is written, a step recorded, a guess answered by the run; it goes into a file and comes back as text', async ({
  page,
}) => {
  // A crowded machine takes its time.
  await open(page, '#scenario=one-shard&t=2')
  await expect(page.locator('.scene-nodes button').first()).toBeVisible()
  await page.keyboard.press('e')
  const question = page.getByLabel('Question', { exact: true })
  await expect(question).toBeVisible()

  // Too long is said, and nothing of it is kept.
  await question.fill('q'.repeat(401))
  await expect(page.getByText('1 too many')).toBeVisible()
  await expect(page.getByText('401 / 400')).toBeVisible()
  await question.fill(MARKUP)
  await expect(page.getByText('1 too many')).toBeHidden()
  await page.getByLabel('Notes', { exact: true }).fill('Wait for an answer.')

  // What the author does by hand becomes the step; the scene is put back.
  await page.getByLabel('Step 1', { exact: true }).fill('Faster.')
  await page.getByRole('button', { name: 'Record what it changes, step 1' }).click()
  await select(page, 'Web shop')
  const rate = page
    .locator('#inspector')
    .getByRole('textbox', { name: /^New records, records\/s|^Rate/ })
    .first()
  await rate.fill('5')
  await rate.press('Enter')
  const change = page.locator('.own-changes li', { hasText: 'Web shop' })
  await expect(change).toBeVisible()
  await page.getByRole('button', { name: 'Keep it and put the scene back' }).click()
  await expect(change).toBeVisible()
  await expect(rate).toHaveValue('2')
  expect(await seriousFindings(page)).toEqual([])

  // Nobody can type an answer: the run has it.
  await page.getByRole('button', { name: 'Play to 1:00' }).click()
  await expect(page.getByText(/This run answers .*: “all that were sent, about 120”/)).toBeVisible()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a file' }).click()
  const file = await (await saving).path()
  expect(JSON.parse(await readFile(file, 'utf8')).brief.question).toBe(MARKUP)

  // Another scene lies over it; the file brings it back.
  await page.goto('./#scenario=two-shards')
  await expect(page.getByRole('heading', { level: 1, name: 'Two shards' })).toBeVisible()
  await page.getByRole('button', { name: 'Share' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  await (await choosing).setFiles(file)
  await expect(page.locator('#brief .say').first()).toHaveText(MARKUP)
  await expect(page.locator('#brief img')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await pause(page)
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.locator('.done-list li', { hasText: 'Web shop' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.done-list li')).toHaveCount(0)
  await page.getByText('What you learn').click()
  await expect(page.getByText('Wait for an answer.')).toBeVisible()
})

test('a link that is too long says so and loses nothing; a file that is no scene says why', async ({ page }) => {
  await open(page, '#scenario=one-shard&t=1')
  await expect(page.locator('.scene-nodes button').first()).toBeVisible()
  await page.keyboard.press('e')
  const meter = page.locator('.link-meter')
  await expect(meter).toContainText('of 8,000 characters')
  await expect(meter.getByRole('status')).toHaveText('')
  // All that was typed into a field is one step to undo.
  const watchFor = page.getByLabel('Watch for', { exact: true })
  const before = await watchFor.inputValue()
  await watchFor.fill('Something else.')
  await page.getByRole('heading', { name: 'Write' }).click()
  await page.keyboard.press('Control+z')
  await expect(watchFor).toHaveValue(before)

  // Text that does not shrink.
  const noise = (length: number, seed: number) =>
    Array.from({ length }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919 + seed * 104_729 + ((i * i) % 8191)) % 20_000)),
    ).join('')
  await page.getByLabel('Notes', { exact: true }).fill(noise(2000, 1))
  for (const [i, name] of ['Question', 'Watch for', 'A common mistake'].entries())
    await page.getByLabel(name, { exact: true }).fill(noise(400, i + 2))
  await expect(meter.getByRole('status')).toContainText('save a file')

  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  const broken = JSON.stringify({ version: 1, nodes: [], brief: { question: 'q'.repeat(9999) } })
  await (await choosing).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(broken) })
  await expect(page.getByText('Scenario.brief.question must be at most 400 characters.')).toBeVisible()
})
