import type { Browser, Locator, Page } from '@playwright/test'

export type Point = readonly [x: number, y: number]

/** A page on a device that has no mouse, and its fingers. Closed with its context. */
export async function withFingers(browser: Browser, width: number, height: number) {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    wire.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })

  /** Fingers go down, move in even steps, and are lifted after `held`. */
  async function slide(from: readonly Point[], to: readonly Point[], held = async () => {}): Promise<void> {
    const STEPS = 6
    await touch('touchStart', from)
    for (let i = 1; i <= STEPS; i++) {
      const now = from.map(([x, y], f): Point => {
        const [toX, toY] = to[f] ?? [x, y]
        return [x + ((toX - x) * i) / STEPS, y + ((toY - y) * i) / STEPS]
      })
      await touch('touchMove', now)
    }
    await held()
    await touch('touchEnd', [])
  }
  const apart = ([x, y]: Point, by: number): Point[] => [
    [x - by, y],
    [x + by, y],
  ]
  return {
    context,
    page,
    slide,
    pinch: (middle: Point, from: number, to: number) => slide(apart(middle, from), apart(middle, to)),
  }
}

export async function middleOf(place: Locator): Promise<Point> {
  const box = await place.boundingBox()
  if (box === null) throw new Error('It is not in sight.')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** Where the view of the canvas is. */
export const viewOf = (page: Page): Promise<{ x: number; y: number; zoom: number }> =>
  page.locator('.react-flow__viewport').evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
    return { x: e, y: f, zoom: a }
  })
