import { expect, type Page, test } from '@playwright/test'
import { controlFaults } from './support/controlFaults.ts'
import { open, pause, playedTo, SCENES } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const
const PHONE = { width: 390, height: 844 }

async function expectReadable(page: Page, what: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(textFaults), what).toEqual([])
}

for (const scene of SCENES) {
  for (const size of SIZES) {
    test(`${scene} at ${size.width} wide, light and dark: all text can be read, all controls can be reached`, async ({
      page,
    }) => {
      await page.setViewportSize(size)
      await open(page, `#scenario=${scene}`, '?theme=light')
      await playedTo(page, 3_000_000)
      await pause(page)
      await expectReadable(page, 'light')
      expect(await page.evaluate(controlFaults, 24)).toEqual([])
      await page.keyboard.press('t')
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      await expectReadable(page, 'dark')
      const nodes = page.locator('.scene-nodes button')
      // The panel loads after the first message has moved.
      await expect(nodes.first()).toBeVisible()
      const names = await nodes.locator('.node-row-name b').allInnerTexts()
      for (const [i, name] of names.entries()) {
        await nodes.nth(i).click()
        await expectReadable(page, `inspector of ${name}`)
        await page.getByText('All parameters').click()
        await expectReadable(page, `all parameters of ${name}`)
        expect(await page.evaluate(controlFaults, 24), name).toEqual([])
        await page.getByRole('button', { name: 'Back to the scene' }).click()
      }
    })
  }

  test(`${scene} on a phone, light and dark: all text can be read, all targets are large`, async ({ page }) => {
    await page.setViewportSize(PHONE)
    await open(page, `#scenario=${scene}`, '?theme=dark')
    await playedTo(page, 3_000_000)
    await pause(page)
    for (const theme of ['dark', 'light']) {
      for (const tab of ['Picture', 'Question', 'Numbers', 'Charts']) {
        await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: tab }).click()
        await expectReadable(page, `${tab}, ${theme}`)
        expect(await page.evaluate(controlFaults, tab === 'Picture' ? 44 : 24), `${tab}, ${theme}`).toEqual([])
      }
      await page.keyboard.press('t')
    }
  })
}

for (const zoom of [0.8, 1.25, 2]) {
  test(`with the browser zoomed to ${zoom}, the layer of messages lies exactly over the stage`, async ({ browser }) => {
    const context = await browser.newContext({ deviceScaleFactor: zoom, viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await open(page, '#scenario=one-shard')
    await playedTo(page, 1_000_000)
    // Both are read in one go, and not while React Flow takes the still stage's place and neither has a layer.
    const boxes = await page.waitForFunction(() => {
      const found = ['.stage-pixels', '.stage-picture'].map((name) => document.querySelector(name))
      if (found.some((element) => element === null)) return null
      return found.map((element) => JSON.parse(JSON.stringify(element!.getBoundingClientRect())))
    })
    const [layer, stage] = (await boxes.jsonValue()) ?? []
    expect(layer.width).toBeGreaterThan(0)
    expect(layer).toEqual(stage)
    await context.close()
  })
}
