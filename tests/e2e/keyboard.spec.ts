import { expect, type Page, test } from '@playwright/test'
import { nowMicros, open, playedTo, standing, told } from './support/shardscope.ts'

/** Presses the tab key until the focused element has this name. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = []
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press(key)
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      return (element?.getAttribute('aria-label') ?? element?.innerText ?? '').trim()
    })
    if (name.test(here)) return
    seen.push(here)
  }
  throw new Error(`The tab key does not reach ${name}; it came by ${seen.join(' | ')}`)
}

test('the whole path by keyboard alone', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#scenario=two-shards')
  await playedTo(page, 1_000_000)
  await page.keyboard.press('Space')
  const before = await standing(page)

  // One event forward and back is the same moment again.
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => nowMicros(page)).toBeGreaterThan(Number(before.now))
  await page.keyboard.press('ArrowLeft')
  await standing(page)

  await tabTo(page, /^Skip to the inspector$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Click stream/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^All parameters/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Records written to a shard, records\/s$/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('400')
  await page.keyboard.press('Enter')
  await expect(page.locator('#inspector').getByText('not AWS')).toBeVisible()
  const changed = await standing(page)

  await tabTo(page, /^Timeline$/)
  await page.keyboard.press('PageUp')
  await expect.poll(() => nowMicros(page)).toBeGreaterThan(Number(changed.now))
  const later = await standing(page)
  await page.keyboard.press('Control+z')
  const undone = await standing(page)
  expect(undone.now).toBe(later.now)
  await expect.poll(() => told(page, 'fingerprint')).not.toBe(later.fingerprint)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => told(page, 'fingerprint')).toBe(later.fingerprint)

  await page.keyboard.press('c')
  await expect(page.getByText('Link copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(link)
  expect(await standing(other)).toEqual(later)
  await elsewhere.close()
})

test('help shows the keys, holds the run, keeps the focus and gives it back', async ({ page }) => {
  await open(page, '#scenario=one-shard')
  await playedTo(page, 200_000)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Reading the picture' })
  await expect(help).toBeVisible()
  await standing(page)
  await expect(help.getByText('Play or pause')).toBeVisible()
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('Tab')
  expect(
    await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
    ),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-session', 'running')
})

test('a key that follows the closing of a sheet at once means what it means', async ({ page }) => {
  await open(page, '#scenario=one-shard')
  for (const [key, name] of [
    [',', 'settings'],
    ['Control+k', 'pick'],
    ['d', 'bookmark-here'],
  ] as const) {
    const theme = await told(page, 'theme')
    await page.keyboard.press(key)
    await expect(page.locator(`dialog.${name}`)).toBeVisible()
    // Escape and the key in one task, so that the browser has no time to tell of the closing between them.
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog[open]')?.requestClose()
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 't', bubbles: true }))
    })
    await expect(page.locator(`dialog.${name}`)).toHaveCount(0)
    await expect.poll(() => told(page, 'theme')).not.toBe(theme)
  }
})

test('keys do nothing while text is written', async ({ page }) => {
  await open(page, '#scenario=one-shard')
  const seed = page.getByRole('textbox', { name: 'Seed' })
  await seed.focus()
  const theme = await told(page, 'theme')
  await page.keyboard.type('t n?')
  expect(await told(page, 'theme')).toBe(theme)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByText('A whole number up to 4,294,967,295')).toBeVisible()
  await expect(seed).toHaveAttribute('aria-invalid', 'true')
})
