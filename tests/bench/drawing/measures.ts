import type { Browser, Page } from 'playwright'
import type { BenchScene } from './benchScenario.ts'

export type Bench = {
  browser: Browser
  address: string
  bareAddress: string
  stage: { width: number; height: number }
  seconds: number
}

const WARM_UP_MS = 3000
/** For so long the browser still compiles what runs often, at a tenth of the cost of a frame; a run is watched for longer. */
const COMPILED_MS = 20_000
/** What is under way when somebody pauses or leaves may still be drawn. */
const SETTLE_MS = 500

/** What the page tells of itself. */
type Told = { bench: { frames(): number; drawings(): number; inputDelaysMs(): number[]; pause(): void; hide(): void } }

const frames = (page: Page) => page.evaluate(() => (globalThis as unknown as Told).bench.frames())
const drawings = (page: Page) => page.evaluate(() => (globalThis as unknown as Told).bench.drawings())

async function opened({ browser, address, stage }: Bench, scene: BenchScene, moving: number, scale = 1): Promise<Page> {
  const page = await browser.newPage({ viewport: stage, deviceScaleFactor: scale })
  await page.goto(`${address}?scene=${scene}&moving=${moving}`)
  await page.locator('.react-flow [data-node]').first().waitFor()
  await page.waitForTimeout(WARM_UP_MS)
  return page
}

export type FrameCost = { fps: number; cpuMs: number }

/** The page of nothing but pixels, measured so many times. */
export async function measureBare(bench: Bench, moving: number, scale: number, times: number): Promise<FrameCost[]> {
  const page = await bench.browser.newPage({ viewport: bench.stage, deviceScaleFactor: scale })
  await page.goto(`${bench.bareAddress}?moving=${moving}`)
  return frameCosts(bench, page, times, WARM_UP_MS)
}

/** The page with the real canvas, measured so many times. */
export async function measureMotion(bench: Bench, scene: BenchScene, moving: number, scale: number, times: number) {
  return frameCosts(bench, await opened(bench, scene, moving, scale), times, COMPILED_MS)
}

/** Frames a second, and processor time of all processes of the browser for each. Closes the page. */
async function frameCosts(bench: Bench, page: Page, times: number, waitMs: number): Promise<FrameCost[]> {
  const session = await bench.browser.newBrowserCDPSession()
  const cpuSeconds = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, entry) => sum + entry.cpuTime, 0)
  }
  await page.waitForTimeout(waitMs)
  const costs: FrameCost[] = []
  for (let time = 0; time < times; time++) {
    const [cpu0, frames0, at0] = [await cpuSeconds(), await frames(page), performance.now()]
    await page.waitForTimeout(bench.seconds * 1000)
    const [cpu1, frames1, at1] = [await cpuSeconds(), await frames(page), performance.now()]
    const count = frames1 - frames0
    costs.push({ fps: (count * 1000) / (at1 - at0), cpuMs: ((cpu1 - cpu0) * 1000) / Math.max(1, count) })
  }
  await page.close()
  await session.detach()
  return costs
}

/** Frames a second while the view is dragged and zoomed by the wheel, and the 95th percentile from input to paint. */
export async function measurePanning(bench: Bench, scene: BenchScene): Promise<{ fps: number; inputMs: number }> {
  const page = await opened(bench, scene, 2000)
  const { width, height } = bench.stage
  await page.evaluate(() => {
    const { bench } = globalThis as unknown as Told
    bench.inputDelaysMs()
    // React Flow moves the view: a frame in which the layer of messages has nothing new to draw is one all the same.
    let count = 0
    bench.frames = () => count
    requestAnimationFrame(function next() {
      count += 1
      requestAnimationFrame(next)
    })
  })
  const [frames0, at0] = [await frames(page), performance.now()]
  let turn = 0
  await page.mouse.move(4, height - 60)
  while (performance.now() - at0 < bench.seconds * 1000) {
    turn += 1
    await page.mouse.down()
    for (let i = 1; i <= 12; i++)
      await page.mouse.move(4 + (i * width) / 24, height - 60 - i * 8 * (turn % 2 ? 1 : -1) * 0.5)
    await page.mouse.up()
    for (let i = 0; i < 8; i++) await page.mouse.wheel(0, turn % 2 ? -60 : 60)
    await page.mouse.move(4, height - 60)
  }
  const [frames1, at1] = [await frames(page), performance.now()]
  const delays = await page.evaluate(() => (globalThis as unknown as Told).bench.inputDelaysMs())
  await page.close()
  delays.sort((a, b) => a - b)
  return {
    fps: ((frames1 - frames0) * 1000) / (at1 - at0),
    inputMs: delays[Math.floor(delays.length * 0.95)] ?? Number.POSITIVE_INFINITY,
  }
}

/** Drawings of the layer of messages while nothing moves, or while nobody looks. */
export async function measureStill(bench: Bench, scene: BenchScene, how: 'pause' | 'hide'): Promise<number> {
  const page = await opened(bench, scene, 2000)
  // Nothing counted would pass for nothing drawn.
  if ((await drawings(page)) === 0) throw new Error('No drawing was counted while it moved.')
  await page.evaluate((name) => (globalThis as unknown as Told).bench[name](), how)
  await page.waitForTimeout(SETTLE_MS)
  const before = await drawings(page)
  await page.waitForTimeout(bench.seconds * 1000)
  const after = await drawings(page)
  await page.close()
  return after - before
}
