import { expect, test } from '@playwright/test'
import { open, playedTo, SCENES, standing } from '../e2e/support/shardscope.ts'
import { bundled } from './bundled.ts'

// One run, whatever the machine: the page in Chromium and this process must agree to the last bit of every moment.

const { fingerprintInNode } = await bundled<typeof import('./inNode.ts')>(new URL('./inNode.ts', import.meta.url))

const MOMENT_SECONDS = 30

for (const id of SCENES) {
  test(`${id}: the page and Node have the same fingerprint, after a reload too`, async ({ page }) => {
    const expected = { now: String(MOMENT_SECONDS * 1e6), fingerprint: fingerprintInNode(id, MOMENT_SECONDS) }
    await open(page, `#scenario=${id}&t=${MOMENT_SECONDS}`)
    expect(await standing(page)).toEqual(expected)
    await page.reload()
    expect(await standing(page)).toEqual(expected)
  })
}

for (const speed of ['0.25', '20', '900', 'Infinity']) {
  test(`at speed ${speed}, and after going back, the run is the same`, async ({ page }) => {
    await open(page, '#scenario=many-readers&t=4')
    await page.getByRole('combobox', { name: 'All speeds' }).selectOption(speed)
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await playedTo(page, 4_100_000)
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    const back = await standing(page)
    expect(back.fingerprint).toBe(fingerprintInNode('many-readers', Number(back.now) / 1e6))
    await page.getByRole('slider', { name: 'Timeline' }).press('PageDown')
    const sought = await standing(page)
    expect(sought.fingerprint).toBe(fingerprintInNode('many-readers', Number(sought.now) / 1e6))
  })
}

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
