import { expect, test } from '@playwright/test'
import { nowMicros, open, playedTo, SCENES, standing } from '../e2e/support/shardscope.ts'
import { bundled } from './bundled.ts'

// One run, whatever the machine: the page in Chromium and this process must agree to the last bit of every moment.

const { fingerprintInNode } = await bundled<typeof import('./inNode.ts')>(new URL('./inNode.ts', import.meta.url))

const MOMENT_SECONDS = 30

test('each scene has the same fingerprint in the page and in Node, after a reload too', async ({ page }) => {
  for (const id of SCENES) {
    const hash = `#scenario=${id}&t=${MOMENT_SECONDS}`
    // Opened once; from then on the address changes, as by a link within the page.
    if (id === SCENES[0]) await open(page, hash)
    else await page.goto(`./${hash}`)
    const fingerprint = fingerprintInNode(id, MOMENT_SECONDS)
    await expect(page.locator('html'), id).toHaveAttribute('data-fingerprint', fingerprint)
    expect(await standing(page), id).toEqual({ now: String(MOMENT_SECONDS * 1e6), fingerprint })
  }
  const before = await standing(page)
  await page.reload()
  expect(await standing(page)).toEqual(before)
})

test('at any speed, and after going back, the run is the same', async ({ page }) => {
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  await open(page, '#scenario=many-readers&t=4')
  for (const speed of ['0.25', '20', '900', 'Infinity']) {
    const from = Number((await standing(page)).now)
    await page.getByRole('combobox', { name: 'All speeds' }).selectOption(speed)
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await playedTo(page, from + 100_000)
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    const back = await standing(page)
    expect(back.fingerprint, speed).toBe(fingerprintInNode('many-readers', Number(back.now) / 1e6))
    await timeline.press('PageDown')
    const sought = await standing(page)
    expect(sought.fingerprint, speed).toBe(fingerprintInNode('many-readers', Number(sought.now) / 1e6))
    // The next speed begins at a moment of its own again, not at the start.
    await timeline.press('Home')
    await expect.poll(() => nowMicros(page)).toBe(0)
    await timeline.press('PageUp')
    await playedTo(page, 0)
  }
})

test('a processor six times slower plays the same run', async ({ page, context }) => {
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await open(page, '#scenario=two-shards')
  await playedTo(page, 3_000_000)
  await page.keyboard.press('Space')
  const { now, fingerprint } = await standing(page)
  expect(fingerprint).toBe(fingerprintInNode('two-shards', Number(now) / 1e6))
})

test('where a run is paused while playing, Node has the same fingerprint at that microsecond', async ({ page }) => {
  await open(page, '#scenario=same-traffic')
  await playedTo(page, 5_000_000)
  await page.keyboard.press('Space')
  const { now, fingerprint } = await standing(page)
  expect(fingerprint).toBe(fingerprintInNode('same-traffic', Number(now) / 1e6))
})
