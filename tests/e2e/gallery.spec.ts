import { expect, type Page, test } from '@playwright/test'
import { seriousFindings } from './support/seriousFindings.ts'
import { open, playedTo } from './support/shardscope.ts'
import { textFaults } from './support/textFaults.ts'

test('a scene is opened from the gallery by mouse, after a search and by its concept', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'One shard, one reader: other scenes' }).click()
  const gallery = page.getByRole('dialog', { name: 'Scenes' })
  await expect(gallery.getByRole('button', { name: /One program does it all/ })).toBeVisible()
  await gallery.getByRole('searchbox').fill('hot key')
  await expect(gallery.getByRole('button', { name: /A key that no shard helps/ })).toBeVisible()
  await expect(gallery.getByRole('button', { name: /One program does it all/ })).toHaveCount(0)
  await gallery.getByRole('searchbox').fill('')
  await gallery.getByRole('button', { name: 'replay', exact: true }).click()
  await expect(gallery.getByRole('button', { name: /Which takes more/ })).toHaveCount(0)
  await gallery.getByRole('button', { name: /Once more, without the bug/ }).click()
  await expect(gallery).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Once more, without the bug')
  await playedTo(page, 500_000)
  await expect(page).toHaveURL(/#scenario=replay-after-bug/)
})

const moving = (page: Page) =>
  page.evaluate(
    () =>
      document.getAnimations().filter((one) => 'animationName' in one && String(one.animationName).startsWith('mini'))
        .length,
  )

test('and by keyboard alone; what is learned stands folded below', async ({ page }) => {
  await open(page, '#scenario=hot-key')
  await playedTo(page, 500_000)
  await page.keyboard.press('o')
  const gallery = page.getByRole('dialog', { name: 'Scenes' })
  await expect(gallery.getByRole('searchbox')).toBeFocused()
  await expect(gallery.locator('.gallery-card')).not.toHaveCount(0)
  await page.keyboard.type('bank')
  await expect(gallery.locator('.gallery-card')).toHaveCount(1)
  // The picture of a card moves while the keyboard is on it, and never where movement is not wanted.
  await expect.poll(() => moving(page)).toBe(0)
  await page.keyboard.press('ArrowDown')
  await expect(gallery.getByRole('button', { name: /The line at the bank/ })).toBeFocused()
  await expect.poll(() => moving(page)).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(() => moving(page)).toBe(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The line at the bank')
  await page.getByText('What you learn').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('A common mistake')).toBeVisible()
  await expect(page.getByText(/FIFO\.06/)).toBeVisible()
  await page.keyboard.press('o')
  await page.keyboard.press('Escape')
  await expect(gallery).toBeHidden()
})

for (const theme of ['light', 'dark']) {
  test(`the gallery can be read at every width, and axe finds nothing serious in it, ${theme}`, async ({ page }) => {
    await open(page, '', `?theme=${theme}`)
    await page.keyboard.press('o')
    await expect(page.locator('.gallery-card').last()).toBeAttached()
    expect(await seriousFindings(page, '.gallery')).toEqual([])
    for (const size of [
      { width: 1280, height: 720 },
      { width: 1920, height: 1080 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size)
      const faults = await page.evaluate(textFaults)
      // What lies under the open dialog is not read.
      expect(
        faults.filter((fault) => !fault.startsWith('over one another')),
        `${size.width}`,
      ).toEqual([])
    }
  })
}
