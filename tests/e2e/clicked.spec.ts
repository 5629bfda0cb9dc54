import { expect, type Page, test } from '@playwright/test'

// What is clicked on the drawing and taken hold of there, beyond tapes and bags: each in a scene that stands still.

/** In a page that shows a scene already only the hash changes, and the one before stands still too: each has a moment of its own. */
async function standStill(page: Page, scene: string, seconds: number): Promise<void> {
  await page.goto(`./#scenario=${scene}&t=${seconds}`)
  await expect(page.locator('html')).toHaveAttribute('data-now', String(seconds * 1e6))
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
}

const biography = (page: Page) => page.getByRole('region', { name: 'One message' })

/** Clicks in the middle of a mark of a node's drawing. */
async function clickMark(page: Page, mark: string): Promise<void> {
  const box = await page.locator(mark).first().boundingBox()
  if (box === null) throw new Error(`${mark} is not in sight`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

test('a click on a lane and on a copy at a topic tells that message', async ({ page }) => {
  await standStill(page, 'order-in-fifo', 20)
  await clickMark(page, '[data-node] .time-ring')
  await expect(biography(page)).toContainText(/It is in flight with/)
  await standStill(page, 'topic-fan-out', 21)
  await clickMark(page, '[data-node="topic"] .bus + circle')
  await expect(biography(page)).toContainText(/cop/i)
})

test('what is typed after Ctrl K before the list has come stands in its field', async ({ page }) => {
  // The list does not come before the keys have been pressed.
  let letCome = () => {}
  const typed = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route(/assets\/Commands-/, async (route) => {
    await typed
    await route.continue()
  })
  await standStill(page, 'one-shard', 5)
  await page.locator('body').press('Control+k')
  for (const key of ['f', 'i', 't', 'x', 'Backspace']) await page.keyboard.press(key)
  letCome()
  await expect(page.locator('dialog[open] input')).toHaveValue('fit')
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test('a refused read is clicked and explained', async ({ page }) => {
  await standStill(page, 'poll-calls', 20)
  await page.locator('g.asks-why rect').first().click()
  await expect(page.locator('.refusal').first()).toContainText(/refused a read of/)
  await expect(page.locator('.refusal').first()).toContainText(/0(\.\d+)? calls left of 5 calls; 1 call needed/)
})

test('a map of the scene comes when somebody goes near, takes the view elsewhere, and goes when all is in sight', async ({
  page,
}) => {
  await standStill(page, 'two-shards', 5)
  const map = page.getByRole('img', { name: /^Map of the scene/ })
  await expect(map).toHaveCount(0)
  await page.mouse.move(700, 400)
  await page.mouse.wheel(0, -900)
  await expect(map).toBeVisible()
  const sight = map.locator('.in-sight')
  const before = Number(await sight.getAttribute('x'))
  await map.click({ position: { x: 4, y: 40 } })
  await expect.poll(async () => Number(await sight.getAttribute('x'))).toBeLessThan(before)
  await page.keyboard.press('f')
  await expect(map).toHaveCount(0)
})
