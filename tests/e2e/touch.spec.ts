import { expect, type Locator, type Page, test } from '@playwright/test'
import { middleOf, viewOf, withFingers } from './support/fingers.ts'
import { nowMicros, open, standing } from './support/shardscope.ts'

// Without a mouse: a tablet has everything, a phone the view and the controls of time.

const node = (page: Page, name: string) => page.locator('.stage-node[data-node]').filter({ hasText: name })
const tap = (page: Page, [x, y]: readonly [number, number]) => page.touchscreen.tap(x, y)

/** Sides of what a finger hits around a handle: points so far from its middle belong to it. */
async function isHitAround(handle: Locator, pixels: number): Promise<boolean> {
  return handle.evaluate((element, by) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const sides = [
      [x - by, y],
      [x + by, y],
      [x, y - by],
      [x, y + by],
    ] as const
    return sides.every((side) => element.contains(document.elementFromPoint(...side)))
  }, pixels)
}

test('on a tablet a finger pans, zooms, selects, sets a caret back, ends a worker and asks a message for its life', async ({
  browser,
}) => {
  const { context, page, slide, pinch } = await withFingers(browser, 1024, 768)
  await open(page, '#scenario=two-shards&t=12')
  await standing(page)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  const stream = node(page, 'Click stream')
  const places = () =>
    page.locator('.react-flow__node').evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform))
  const first = await places()

  // From the middle of a node that nobody tapped: the view moves, the node does not.
  const middle = await middleOf(stream)
  const start = await viewOf(page)
  await slide([middle], [[middle[0] - 90, middle[1] - 30]])
  await expect.poll(() => viewOf(page)).toEqual({ x: start.x - 90, y: start.y - 30, zoom: start.zoom })
  await page.keyboard.press('f')
  await expect.poll(() => viewOf(page)).toEqual(start)

  // Tapped, it is selected; two fingers on it zoom, and again it stays where it is.
  await tap(page, middle)
  await expect(page.locator('#inspector').getByRole('heading', { name: 'Click stream', level: 2 })).toBeVisible()
  const caret = page.getByRole('slider', { name: 'Caret of Counter in shard 1' })
  await expect(caret).toBeAttached()
  await pinch(middle, 40, 60)
  await expect.poll(async () => (await viewOf(page)).zoom).toBeGreaterThan(start.zoom * 1.2)
  await pinch(middle, 60, 40)
  await expect.poll(async () => (await viewOf(page)).zoom).toBeLessThan(start.zoom * 1.2)
  expect(await places()).toEqual(first)
  await page.keyboard.press('f')
  await expect.poll(() => viewOf(page)).toEqual(start)

  // What a finger must hit, 24 px in each direction and more.
  for (const handle of [caret, page.getByRole('button', { name: /^Take one out of/ })])
    expect(await isHitAround(handle, 12)).toBe(true)
  expect(await isHitAround(page.getByRole('button', { name: 'Join shards 1 and 2 of Click stream' }), 12)).toBe(true)

  const label = page.locator('.hand-label')
  const from = await middleOf(caret)
  await slide([from], [[from[0] + 60, from[1]]], async () => {
    await expect(label).toContainText(/Counter goes to 0:0\d, in every shard/)
    await expect(label).toContainText(/[\d,]+ records are read again/)
    // Where the finger does not cover it.
    expect(((await label.boundingBox())?.y ?? 0) + 36).toBeLessThan(from[1])
  })
  await page.getByRole('button', { name: 'Back to the scene' }).click()
  const done = page.locator('#inspector .done-list li')
  await expect(done).toContainText(/Counter goes to \d.* back/)
  await page.keyboard.press('Control+z')
  await expect(done).toHaveCount(0)

  // Along the ruler it shows the cut, and lifted it cuts there.
  const ruler = await middleOf(page.getByRole('slider', { name: 'Cut shard 1 of Click stream' }))
  await slide([ruler], [[ruler[0], ruler[1] + 30]], () => expect(label).toContainText(/Cut shard 1: [67]\d ?% and/))
  await expect(done).toHaveCount(1)
  await expect(done).toContainText(/shard 1 is split at \d+/)
  await page.keyboard.press('Control+z')
  await expect(done).toHaveCount(0)

  await page.goto('./#scenario=taking-turns&t=14')
  await expect(page.locator('html')).toHaveAttribute('data-now', '14000000')
  const queue = node(page, 'Orders')
  await expect(queue).toBeVisible()
  // A message that a worker has stays where it is while the run stands: beside its disc is near enough.
  const discOf = (element: Element) => {
    const ring = element.getBoundingClientRect()
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.stage-pixels')!
    const box = canvas.getBoundingClientRect()
    const ratio = canvas.width / box.width
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    for (let y = ring.top - box.top + 40; y < ring.bottom - box.top; y++)
      for (let x = ring.left - box.left + 20; x < ring.right - box.left - 20; x++) {
        const alpha = data[4 * (Math.round(y * ratio) * canvas.width + Math.round(x * ratio)) + 3]
        if (alpha === 255) return [x + box.left, y + box.top - 6] as const
      }
    return null
  }
  let at: readonly [number, number] | null = null
  // Drawn, and where it was when it was looked at before: the scene has come to rest.
  await expect
    .poll(async () => {
      const before = at
      at = await queue.evaluate(discOf)
      return at !== null && String(at) === String(before)
    })
    .toBe(true)
  await tap(page, at ?? [0, 0])
  const life = page.getByRole('region', { name: 'One message' })
  await expect(life).toContainText(/Record \d+, key .+, was made by/)
  await life.getByRole('button', { name: 'Close' }).click()

  const packers = node(page, 'Packers')
  // A node that is selected would be moved: the queue is let go of first.
  const stage = (await page.locator('#stage').boundingBox())!
  await tap(page, [stage.x + stage.width / 2, stage.y + 8])
  await expect(page.locator('#inspector').getByRole('heading', { name: 'The scene' })).toBeVisible()
  const [x, y] = await middleOf(queue)
  const before = await viewOf(page)
  await slide([[x + 150, y]], [[x - 200, y]])
  await expect.poll(async () => (await viewOf(page)).x).toBe(before.x - 350)
  await tap(page, await middleOf(packers))
  const kill = page.getByRole('button', { name: 'Kill worker 2 of Packers' })
  await expect(kill).toBeVisible()
  expect(await isHitAround(kill, 12)).toBe(true)
  await kill.tap()
  await expect(page.getByRole('button', { name: 'Start worker 2 of Packers' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(kill).toBeVisible()
  await context.close()
})

test('on a phone a finger pans, plays, stops and seeks, and every panel opens', async ({ browser }) => {
  const { context, page, slide, pinch } = await withFingers(browser, 390, 844)
  await open(page, '#scenario=two-shards&t=12')
  await standing(page)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  const middle = await middleOf(page.locator('#stage'))
  const start = await viewOf(page)
  await slide([middle], [[middle[0] - 80, middle[1]]])
  await expect.poll(() => viewOf(page)).toEqual({ ...start, x: start.x - 80 })
  await pinch(middle, 30, 60)
  await expect.poll(async () => (await viewOf(page)).zoom).toBeGreaterThan(start.zoom * 1.5)

  await page.getByRole('button', { name: 'Play', exact: true }).tap()
  await expect.poll(() => nowMicros(page)).toBeGreaterThan(12_200_000)
  await page.getByRole('button', { name: 'Pause', exact: true }).tap()
  await standing(page)
  const track = page.getByRole('slider', { name: 'Timeline' })
  const box = (await track.boundingBox())!
  await slide([[box.x + 60, box.y + box.height / 2]], [[box.x + box.width / 2, box.y + box.height / 2]])
  await expect.poll(() => nowMicros(page)).toBe(60_000_000)

  const tabs = page.getByRole('navigation', { name: 'Panels' })
  const opened = {
    Question: 'How much can two shards take?',
    Numbers: 'What was done',
    Charts: 'Iterator age, seconds',
  }
  for (const [tab, words] of Object.entries(opened)) {
    await tabs.getByRole('button', { name: tab }).tap()
    await expect(page.getByText(words).filter({ visible: true }).first()).toBeInViewport()
  }
  await tabs.getByRole('button', { name: 'Picture' }).tap()
  await expect(node(page, 'Click stream')).toBeVisible()
  await context.close()
})
