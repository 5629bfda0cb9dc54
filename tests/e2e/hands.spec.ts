import { expect, type Locator, type Page, test } from '@playwright/test'

// What is taken hold of on the drawing: each gesture once by pointer and once by key, each one step that undo takes back.

const done = (page: Page) => page.locator('#inspector .done-list li')
const undo = (page: Page) => page.keyboard.press('Control+z')

/** At a moment of a scene that stands still, with the handles on the canvas: they come with the first pointer on it. */
async function standStill(page: Page, scene: string): Promise<void> {
  await page.goto(`./#scenario=${scene}&t=12`)
  await expect(page.locator('html')).toHaveAttribute('data-session', /ready|paused/)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.mouse.move(700, 620)
  await page.mouse.move(700, 600)
  await expect(page.getByRole('button', { name: /^Send one from/ }).first()).toBeVisible()
}

/** Presses on the middle of a handle and lets go so far from there. */
async function drag(page: Page, handle: Locator, dx: number, during: () => Promise<void>): Promise<void> {
  const box = await handle.boundingBox()
  if (box === null) throw new Error('The handle is not in sight.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx / 2, y)
  await page.mouse.move(x + dx, y)
  await during()
  await page.mouse.up()
}

/** One step more is in the document; undo takes it back. */
async function oneStep(page: Page, words: RegExp, before: number): Promise<void> {
  await expect(done(page)).toHaveCount(before + 1)
  await expect(done(page).last()).toContainText(words)
  await undo(page)
  await expect(done(page)).toHaveCount(before)
}

test('carets, the hash ruler and one more by pointer and by key', async ({ page }) => {
  await standStill(page, 'two-shards')
  const caret = page.getByRole('slider', { name: 'Caret of Counter in shard 1' })
  const label = page.locator('.hand-label')

  await drag(page, caret, 60, async () => {
    await expect(label).toContainText(/Counter goes to 0:0\d, in every shard/)
    await expect(label).toContainText(/records are read again/)
  })
  await oneStep(page, /Counter goes to \d.* back/, 0)
  await caret.focus()
  await page.keyboard.press('End')
  await expect(label).toContainText('Counter goes to the oldest record left')
  await page.keyboard.press('Escape')
  await expect(label).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await oneStep(page, /Counter goes to the oldest record/, 0)

  const cut = page.getByRole('slider', { name: 'Cut shard 2 of Click stream' })
  const stretch = await cut.boundingBox()
  await cut.click({ position: { x: 7, y: (stretch?.height ?? 0) * 0.3 } })
  await oneStep(page, /shard 2 is split at \d+/, 0)
  await cut.focus()
  await page.keyboard.press('PageUp')
  await expect(cut).toHaveAttribute('aria-valuenow', '40')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(done(page)).toHaveCount(1)
  // One change at a time: the second is refused at its place.
  await page.keyboard.press('Enter')
  await expect(label.filter({ hasText: 'Refused: the stream is still being changed' })).toBeVisible()
  await undo(page)
  await oneStep(page, /shard 2 is split into halves/, 0)

  const border = page.getByRole('button', { name: 'Join shards 1 and 2 of Click stream' })
  await drag(page, border, 60, () => expect(label).toContainText('Let go to join shards 1 and 2'))
  await oneStep(page, /shards 1 and 2 are merged/, 0)
  await border.focus()
  await page.keyboard.press('Delete')
  await oneStep(page, /shards 1 and 2 are merged/, 0)

  const send = page.getByRole('button', { name: 'Send one from Clicks' })
  await send.click()
  await oneStep(page, /Clicks sends one/, 0)
  await send.focus()
  await page.keyboard.press('Enter')
  await oneStep(page, /Clicks sends one/, 0)
})

test('workers of a pool, a message that is seized, and the console of a queue by pointer and by key', async ({
  page,
}) => {
  await standStill(page, 'taking-turns')
  const was = await done(page).count()
  const take = page.getByRole('button', { name: 'Take one out of Orders' })
  await take.click()
  await expect(page.locator('.hand-label')).toContainText(/Received by hand|Nothing there/)
  await undo(page)
  await take.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.hand-label')).toContainText(/Received by hand|Nothing there/)
  await undo(page)
  await expect(done(page)).toHaveCount(was)

  const pool = page.locator('[data-node]').filter({ hasText: 'Packers' })
  await pool.click()
  await page.getByRole('button', { name: 'Kill worker 2 of Packers' }).click()
  const start = page.getByRole('button', { name: 'Start worker 2 of Packers' })
  await start.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Kill worker 2 of Packers' })).toBeVisible()
  await undo(page)
  await expect(start).toBeVisible()
  await undo(page)
  await expect(start).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await expect(page.locator('dialog[open] input')).toBeFocused()
  await page.keyboard.type('api console')
  await page.keyboard.press('Enter')
  const console = page.getByRole('region', { name: 'API console' })
  await console.getByLabel('MessageGroupId').fill('mine')
  await page.keyboard.press('Enter')
  await expect(console.locator('.console-made li').first()).toContainText('SendMessage MessageGroupId=mine')
  await expect(console.locator('.console-made li').first()).toContainText('Success.')
  await console.getByLabel('MessageBody').fill('2000000')
  await console.getByRole('button', { name: 'Call SendMessage' }).click()
  await expect(console.locator('.console-made li').first()).toContainText('InvalidParameterValue (SQS.03)')
})
