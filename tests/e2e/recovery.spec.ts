import { expect, test } from '@playwright/test'
import { nowMicros, open, pause, playedTo, select, standing, told } from './support/shardscope.ts'

test('a reload keeps the work and the playhead', async ({ page }) => {
  await open(page, '#scenario=two-shards')
  await select(page, 'Clicks')
  const rate = page.getByRole('textbox', { name: 'New records, records/s' }).last()
  await rate.fill('2500')
  await rate.press('Enter')
  await playedTo(page, 1_500_000)
  const before = await pause(page)
  await page.reload()
  expect(await standing(page)).toEqual(before)
  await expect(page.getByRole('textbox', { name: 'New records, records/s' }).first()).toHaveValue('2,500')
})

test('a worker that dies in the middle of a run is replaced, at the same moment', async ({ page }) => {
  const openedMs = Date.now()
  await open(page, '#scenario=two-shards')
  await playedTo(page, 1_500_000)
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken on purpose')
    })
  })
  await expect(page.getByText('The run stopped.').first()).toBeVisible()
  const shown = await nowMicros(page)
  await page.getByRole('button', { name: 'Retry' }).click()
  const after = await standing(page)
  // Not back, and not further than the run can have come: the picture was ahead of the numbers, which are read now and then.
  expect(Number(after.now)).toBeGreaterThanOrEqual(shown)
  expect(Number(after.now)).toBeLessThan((Date.now() - openedMs) * 1000)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await playedTo(page, Number(after.now) + 500_000)
})

test('a worker that cannot be loaded is asked for again', async ({ page }) => {
  let broken = true
  await page.route('**/*.worker-*.js', async (route) => {
    if (!broken) return route.continue()
    broken = false
    return route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' })
  })
  await page.goto('./')
  await expect(page.getByText('The run stopped.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Retry' }).click()
  await standing(page)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await playedTo(page, 300_000)
})

test('a hidden page waits: its playhead does not jump', async ({ page }) => {
  await open(page, '#scenario=two-shards')
  await playedTo(page, 500_000)
  const show = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await show(true)
  let hiddenAt = -1
  const standsStill = async () => {
    const before = hiddenAt
    hiddenAt = await nowMicros(page)
    return hiddenAt === before
  }
  await expect.poll(standsStill, { intervals: [200] }).toBe(true)
  // Two seconds of wall time, measured by the page itself.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 2000)))
  expect(await nowMicros(page)).toBe(hiddenAt)
  const clock = () => page.evaluate(() => 1000 * performance.now())
  const shownAt = await clock()
  await show(false)
  await expect.poll(() => nowMicros(page)).toBeGreaterThan(hiddenAt)
  const played = (await nowMicros(page)) - hiddenAt
  // However slow the machine: it has played what passed since then, and not the two seconds before.
  expect(played).toBeLessThan((await clock()) - shownAt + 1_000_000)
  expect(await told(page, 'session')).toBe('running')
})
