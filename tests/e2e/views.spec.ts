import { expect, type Page, test } from '@playwright/test'
import { controlFaults } from './support/controlFaults.ts'
import { seriousFindings } from './support/seriousFindings.ts'
import { open, pause, playedTo } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

const key = (name: string) => (page: Page) => page.keyboard.press(name)

type View = {
  name: string
  opens: (page: Page) => Promise<unknown>
  shown: string
  closes: (page: Page) => Promise<unknown>
}

/** What comes and goes over the scene; each is looked at in both themes and at every width, within one load. */
const VIEWS: readonly View[] = [
  { name: 'the table', opens: key('v'), shown: '.twin', closes: key('v') },
  { name: 'the settings', opens: key(','), shown: 'dialog.settings', closes: key('Escape') },
  { name: 'the list of commands', opens: key('Control+k'), shown: 'dialog.pick', closes: key('Escape') },
  { name: 'the palette', opens: key('b'), shown: '[data-palette]', closes: key('b') },
]

test('axe finds nothing serious in any view; its text can be read and its controls reached at every width', async ({
  page,
}) => {
  await open(page, '#scenario=two-shards&rate=4000', '?theme=light')
  await playedTo(page, 2_000_000)
  await pause(page)
  for (const theme of ['light', 'dark']) {
    for (const view of VIEWS) {
      await view.opens(page)
      await expect(page.locator(view.shown)).toBeVisible()
      expect(await seriousFindings(page), `${view.name}, ${theme}`).toEqual([])
      // The themes differ in colours alone.
      for (const width of theme === 'light' ? [1280, 1440, 1920, 390] : []) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
        const at = `${view.name}, ${width} wide`
        if (!(await page.locator(view.shown).isVisible())) continue
        await expect.poll(() => page.evaluate(textFaults), at).toEqual([])
        expect(await page.evaluate(controlFaults, 24), at).toEqual([])
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await view.closes(page)
      // Hidden is not yet gone: until the page has heard of it, keys are the sheet's.
      await expect(page.locator(view.shown)).toHaveCount(0)
    }
    await page.keyboard.press('t')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme === 'light' ? 'dark' : 'light')
  }
})

test('axe finds nothing serious where a run is asked and where two designs are compared', async ({ page }) => {
  await open(page, '#scenario=taking-turns', '?theme=dark')
  await playedTo(page, 3_000_000)
  await page.getByRole('button', { name: 'Ask this run' }).click()
  await page.getByRole('button', { name: 'Tell its life' }).click()
  await pause(page)
  expect(await seriousFindings(page), 'inquiry').toEqual([])
  await page.getByRole('button', { name: 'The same on Kinesis' }).click()
  await expect(page.getByRole('row', { name: /New records/ })).toBeVisible()
  expect(await seriousFindings(page), 'compare').toEqual([])
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await seriousFindings(page), 'compare, light').toEqual([])
})

test('a part that cannot be loaded is told, and everything else works on', async ({ page }) => {
  await page.route(/assets\/(Twin|Settings)-.*\.js/, (route) => route.abort())
  await open(page, '#scenario=one-shard')
  await playedTo(page, 300_000)
  await page.keyboard.press(',')
  await expect(page.getByText('A part of the page could not be loaded.')).toBeVisible()
  await page.keyboard.press('v')
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-session', 'paused')
  await expect(page.locator('[data-node="stream"]')).toBeVisible()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Load again' }).click()
  await expect(page.getByRole('table', { name: 'Nodes' })).toBeVisible()
})
