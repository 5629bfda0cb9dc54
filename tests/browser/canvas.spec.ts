import { expect, type Locator, type Page, test } from '@playwright/test'

const node = (page: Page, id: string): Locator => page.locator(`.react-flow [data-node="${id}"]`)

async function openScene(page: Page, hash: string, query = ''): Promise<void> {
  await page.goto(`/${query}#${hash}`)
  await expect(page.locator('html')).toHaveAttribute('data-first-message', /\d/)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
}

async function pause(page: Page): Promise<void> {
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-session', 'paused')
}

/** Pixels of the message layer that are not empty, and a number that stands for the whole picture. */
const pixels = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage-pixels')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let filled = 0
    let hash = 0
    for (let i = 3; i < data.length; i += 4) {
      if ((data[i] ?? 0) > 0) filled += 1
      hash = (Math.imul(hash, 31) + (data[i] ?? 0) + (data[i - 1] ?? 0) + (data[i - 2] ?? 0) + (data[i - 3] ?? 0)) | 0
    }
    return { filled, hash }
  })

test('messages move while it runs and stand still while it is paused', async ({ page }) => {
  await openScene(page, 'scenario=two-shards')
  const first = await pixels(page)
  expect(first.filled).toBeGreaterThan(100)
  await expect.poll(async () => (await pixels(page)).hash).not.toBe(first.hash)
  await pause(page)
  const still = await pixels(page)
  // Two animation frames of standing still draw nothing new.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await pixels(page)).toEqual(still)
})

test('with reduced motion nothing is on a link, and the records are in their tapes', async ({ page }) => {
  await openScene(page, 'scenario=two-shards', '?motion=off')
  await expect(page.locator('.chevron').first()).toBeVisible()
  await expect(page.locator('.chevron + text').first()).toHaveText(/\d\/s$/)
  const { right, left } = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage-pixels')
    const box = canvas?.getBoundingClientRect()
    const producer = document.querySelector('[data-node="producer"]')?.getBoundingClientRect()
    const stream = document.querySelector('[data-node="stream"]')?.getBoundingClientRect()
    if (!canvas || !box || !producer || !stream) throw new Error('the scene is not there')
    const filledBetween = (from: number, to: number) => {
      const data = canvas.getContext('2d')?.getImageData(from - box.x, 0, to - from, canvas.height).data ?? []
      let filled = 0
      for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 0) filled += 1
      return filled
    }
    return { left: filledBetween(producer.right + 2, stream.left - 2), right: filledBetween(stream.left, stream.right) }
  })
  expect(left).toBe(0)
  expect(right).toBeGreaterThan(100)
})

test('every node says its name and its state in words', async ({ page }) => {
  await openScene(page, 'scenario=two-shards')
  await expect(node(page, 'producer')).toHaveAccessibleName(/Clicks, producer, [\d,]+ records a second/)
  await expect(node(page, 'stream')).toHaveAccessibleName(/Kinesis stream, 2 shards, [\d,]+ records stored a second/)
})

test('on the canvas arrows follow links, Enter selects, Escape leaves', async ({ page }) => {
  await openScene(page, 'scenario=two-shards')
  await node(page, 'producer').focus()
  await page.keyboard.press('ArrowRight')
  await expect(node(page, 'stream')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(node(page, 'stream')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.stage-brackets')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(node(page, 'stream')).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.stage-brackets')).toHaveCount(0)
  // One stop for the whole canvas in the order of the tab key.
  await expect(page.locator('.react-flow [data-node][tabindex="0"]')).toHaveCount(1)
})

test('a node is moved by mouse or Alt and arrows, each in one step that can be taken back', async ({ page }) => {
  await openScene(page, 'scenario=two-shards')
  await pause(page)
  const fingerprint = await page.locator('html').getAttribute('data-fingerprint')
  const place = async () => (await node(page, 'producer').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const before = await place()
  await page.mouse.move(before.x + 40, before.y + 60)
  await page.mouse.down()
  await page.mouse.move(before.x + 60, before.y + 110, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => (await place()).y).toBeGreaterThan(before.y + 30)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => Math.abs((await place()).y - before.y)).toBeLessThan(2)

  await node(page, 'producer').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await place()).y).toBeGreaterThan(before.y + 5)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => Math.abs((await place()).y - before.y)).toBeLessThan(2)
  // Where things stand is not part of the run.
  await expect(page.locator('html')).toHaveAttribute('data-fingerprint', fingerprint ?? '')
})

test('a link that cannot be is refused with its reason', async ({ page }) => {
  await openScene(page, 'scenario=same-traffic')
  await pause(page)
  const from = await node(page, 'stream').locator('.react-flow__handle.source').boundingBox()
  const to = await node(page, 'queue').locator('.react-flow__handle.target').boundingBox()
  if (!from || !to) throw new Error('a port is missing')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(
    page.getByText('A stream is read by applications, functions, counters and Kinesis queues.'),
  ).toBeVisible()
})

test('colours follow the theme', async ({ page }) => {
  await openScene(page, 'scenario=two-shards')
  await pause(page)
  const light = await pixels(page)
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(async () => (await pixels(page)).hash).not.toBe(light.hash)
})
