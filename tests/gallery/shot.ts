import type { Page } from 'playwright'
import type { GalleryEntry, Size } from './entry.ts'

export const STAGE = { width: 1200, height: 1000 }
const ZOOM: Readonly<Record<Size, number>> = { far: 0.4, normal: 1, close: 2.2 }
const MIDDLE = [0.5, 0.5] as const
const MARGIN = 14
const CLOSE = { width: 540, height: 300 }
const QUALITY = 78
/** What React Flow's wheel does: a zoom by 2 ^ (pixels * this). */
const WHEEL_PER_PIXEL = 0.002

/** The node, or a place of it, from far, at its own size or close up, as a WebP picture. */
export async function shot(page: Page, entry: GalleryEntry, size: Size): Promise<Buffer> {
  // A whole node stands in the middle; what is looked at closely has its place in the middle.
  const focus = size === 'close' || entry.around ? entry.focus : MIDDLE
  await zoomTo(page, { ...entry, focus }, ZOOM[size])
  const box = await boxOf(page, entry.node)
  const zoom = ZOOM[size]
  const middle = { x: box.x + box.width * entry.focus[0], y: box.y + box.height * entry.focus[1] }
  const wanted =
    size === 'close'
      ? around(middle, CLOSE.width, CLOSE.height)
      : entry.around
        ? around(middle, entry.around[0] * Math.max(zoom, 0.8), entry.around[1] * Math.max(zoom, 0.8))
        : { x: box.x - MARGIN, y: box.y - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN }
  const x = Math.max(0, wanted.x)
  const y = Math.max(0, wanted.y)
  const clip = {
    ...{ x, y },
    width: Math.min(STAGE.width, wanted.x + wanted.width) - x,
    height: Math.min(STAGE.height, wanted.y + wanted.height) - y,
  }
  return picture(page, clip)
}

type Clip = { x: number; y: number; width: number; height: number }

/** A part of the page as a WebP picture. */
export async function picture(page: Page, clip: Clip): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const asked = { format: 'webp', quality: QUALITY, clip: { ...clip, scale: 1 } } as const
  const { data } = await session.send('Page.captureScreenshot', asked)
  return Buffer.from(data, 'base64')
}

const around = ({ x, y }: { x: number; y: number }, width: number, height: number) => ({
  ...{ x: x - width / 2, y: y - height / 2, width, height },
})

async function boxOf(page: Page, node: string) {
  const box = await page.locator(`.react-flow [data-node="${node}"]`).boundingBox()
  if (box === null) throw new Error(`${node} is not drawn.`)
  return box
}

/** By the wheel, as a person does it, then the focus is dragged to the middle of the stage. */
async function zoomTo(page: Page, entry: GalleryEntry, zoom: number): Promise<void> {
  const transform = await page
    .locator('.react-flow__viewport')
    .evaluate((element) => getComputedStyle(element).transform)
  const present = Number(/matrix\(([\d.]+)/.exec(transform)?.[1])
  const before = await boxOf(page, entry.node)
  const at = { x: before.x + before.width * entry.focus[0], y: before.y + before.height * entry.focus[1] }
  await page.mouse.move(Math.max(2, Math.min(STAGE.width - 2, at.x)), Math.max(2, Math.min(STAGE.height - 2, at.y)))
  await page.mouse.wheel(0, -Math.log2(zoom / present) / WHEEL_PER_PIXEL)
  await settled(page)
  const box = await boxOf(page, entry.node)
  const middle = { x: box.x + box.width * entry.focus[0], y: box.y + box.height * entry.focus[1] }
  // The pane lies under everything; its corner is free of nodes once the picture is this small or this large.
  const start = await freeCorner(page)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + STAGE.width / 2 - middle.x, start.y + STAGE.height / 2 - middle.y, { steps: 2 })
  await page.mouse.up()
  await page.mouse.move(1, 1)
  await settled(page)
}

const freeCorner = (page: Page) =>
  page.evaluate(() => {
    for (let y = 6; y < innerHeight; y += 40)
      for (let x = 6; x < innerWidth; x += 40)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y }
    throw new Error('No free place on the stage.')
  })

/** The picture follows two animation frames later. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
