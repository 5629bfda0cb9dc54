import { expect, type Page, test } from '@playwright/test'
import { controlFaults } from './support/controlFaults.ts'
import { seriousFindings } from './support/seriousFindings.ts'
import { open, playedTo, SCENES } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const
const PHONE = { width: 390, height: 844 }

/** Text that can be read, as soon as the page has come to rest after a resize. */
async function expectReadable(page: Page, what: string): Promise<void> {
  await expect.poll(() => page.evaluate(textFaults), what).toEqual([])
}

/** The panel of each node, with all of its fields. */
async function expectPanelsReadable(page: Page, width: number): Promise<void> {
  const nodes = page.locator('.scene-nodes button')
  await expect(nodes.first()).toBeVisible()
  const names = await nodes.locator('.node-row-name b').allInnerTexts()
  for (const [i, name] of names.entries()) {
    await nodes.nth(i).click()
    await expectReadable(page, `inspector of ${name}, ${width} wide`)
    await page.getByText('All parameters').click()
    await expectReadable(page, `all parameters of ${name}, ${width} wide`)
    expect(await page.evaluate(controlFaults, 24), `${name}, ${width} wide`).toEqual([])
    await page.getByRole('button', { name: 'Back to the scene' }).click()
  }
}

// One load for each scene, in one theme, because they differ in colours alone (themes.test.ts); resized in place, as a person does it who moves a window to the projector.
for (const scene of SCENES) {
  test(`${scene} at every width: all text can be read, all controls can be reached, axe finds nothing serious`, async ({
    page,
  }) => {
    // Four widths and every panel in one load: nothing waits long, but all together may on a crowded machine.
    test.setTimeout(240_000)
    await page.setViewportSize(SIZES[0])
    await open(page, `#scenario=${scene}&t=3`, '?theme=dark')
    await page.evaluate(() => document.fonts.ready)
    await expectReadable(page, 'dark')
    // The panels that load late are looked at too.
    await expect(page.locator('.scene-nodes button').first()).toBeVisible()
    expect(await seriousFindings(page), 'dark').toEqual([])
    await page.keyboard.press('t')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    expect(await seriousFindings(page), 'light').toEqual([])
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await expectReadable(page, `${size.width} wide`)
      expect(await page.evaluate(controlFaults, 24), `${size.width} wide`).toEqual([])
      await expectPanelsReadable(page, size.width)
    }
    await page.setViewportSize(PHONE)
    for (const tab of ['Picture', 'Question', 'Numbers', 'Charts']) {
      await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: tab }).click()
      await expectReadable(page, `phone: ${tab}`)
      expect(await page.evaluate(controlFaults, tab === 'Picture' ? 44 : 24), `phone: ${tab}`).toEqual([])
    }
  })
}

for (const zoom of [0.8, 1.25, 2]) {
  test(`with the browser zoomed to ${zoom}, each pixel of the layer of messages is one of the screen`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ deviceScaleFactor: zoom, viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await open(page, '#scenario=one-shard')
    await playedTo(page, 1_000_000)
    // All is read in one go, and not while React Flow takes the still stage's place and neither has a layer.
    const found = await page.waitForFunction(() => {
      const layer = document.querySelector<HTMLCanvasElement>('.stage-pixels')
      const stage = document.querySelector('.stage-picture')?.getBoundingClientRect()
      if (layer === null || stage === undefined || !layer.style.width) return null
      const box = layer.getBoundingClientRect()
      return {
        inside:
          box.left >= stage.left && box.top >= stage.top && box.right <= stage.right && box.bottom <= stage.bottom,
        pixels: [layer.width, layer.height],
        onScreen: [box.width, box.height].map((px) => Math.round(px * devicePixelRatio)),
        // To a hundredth: a browser that is zoomed reckons in single precision.
        from: [box.left - stage.left, box.top - stage.top].map((px) => Math.round(px * devicePixelRatio * 100) / 100),
      }
    })
    const { inside, pixels, onScreen, from } = (await found.jsonValue())!
    expect(inside).toBe(true)
    expect(pixels).toEqual(onScreen)
    // Half a pixel beside those of the screen would blur every dot.
    expect(from).toEqual(from.map(Math.round))
    await context.close()
  })
}
