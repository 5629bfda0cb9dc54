import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { launchOptions, requireChromium } from '../run/chromium.ts'
import { type Moment, open, playedTo, standing } from './support/shardscope.ts'

// `npm start -- --room` serves a class over plain http. To a browser that is no secure context, as it is here: the name is another than
// localhost, and only the browser's resolver knows that it leads back to this machine.
const ROOM = 'room.test'

async function enterRoom(contexts: number, baseURL: string | undefined) {
  const { args, executablePath } = launchOptions(requireChromium())
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--host-resolver-rules=MAP ${ROOM} 127.0.0.1`],
  })
  const room = new URL(baseURL ?? '')
  room.hostname = ROOM
  const errors: string[] = []
  const enter = async (): Promise<[BrowserContext, Page]> => {
    const context = await browser.newContext({ baseURL: room.href, viewport: { width: 1280, height: 720 } })
    context.on('weberror', (error) => errors.push(error.error().message))
    return [context, await context.newPage()]
  }
  const entered = await Promise.all(Array.from({ length: contexts }, enter))
  return { browser, errors, address: room.href, entered }
}

test('a class of four on the room’s address: one link, one moment, one fingerprint', async ({ baseURL }) => {
  const { browser, errors, address, entered } = await enterRoom(4, baseURL)
  try {
    const [first, ...others] = entered.map(([, page]) => page)
    if (first === undefined) throw new Error('nobody came')
    await open(first, '#scenario=order-in-fifo')
    await playedTo(first, 1_500_000)
    await first.getByRole('button', { name: 'Pause', exact: true }).click()
    const moment = await standing(first)
    expect(await first.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false])

    // What the first one copies by a key reaches the others, who type it.
    await first.keyboard.press('c')
    await expect(first.getByText('Link copied.')).toBeVisible()
    await first.keyboard.press('Control+k')
    const field = first.getByRole('combobox', { name: 'Find a command' })
    await expect(field).toBeFocused()
    await first.keyboard.press('Control+v')
    await expect(field).toHaveValue(new RegExp(`^${address}#scenario=order-in-fifo&t=`))
    const link = await field.inputValue()
    const seen: Moment[] = await Promise.all(
      others.map(async (page) => {
        await page.goto(link)
        await expect(page.locator('html')).toHaveAttribute('data-now', moment.now)
        return standing(page)
      }),
    )
    expect(Number(moment.now)).toBeGreaterThan(1_500_000)
    expect(seen).toEqual([moment, moment, moment])
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }
})

test('over plain http: copying and pasting nodes, a file, and a presentation', async ({ baseURL }) => {
  const { browser, errors, entered } = await enterRoom(1, baseURL)
  try {
    const [[context, page] = []] = entered
    if (context === undefined || page === undefined) throw new Error('nobody came')
    await open(page, '#scenario=one-shard&t=3')
    await standing(page)
    await page.getByRole('button', { name: 'Copy the fingerprint of the run so far' }).click()
    await expect(page.getByText('Fingerprint copied.')).toBeVisible()

    // The still picture gives way to one that can be worked on, which listens for copies.
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    const shop = page.locator('#stage').getByRole('button', { name: /^Web shop,/ })
    await shop.press('Enter')
    await expect(shop).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await expect(page.locator('#stage').getByRole('button', { name: /^Web shop/ })).toHaveCount(2)

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find a command' }).fill('save the scene')
    await expect(page.getByRole('option', { name: /Save the scene as a file/ })).toBeVisible()
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(file.suggestedFilename()).toMatch(/\.json$/)

    const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Shift+P')])
    await expect(notes.getByRole('heading', { level: 1 })).toHaveText('One shard, one reader')
    await notes.keyboard.press('PageDown')
    await expect(page.getByRole('region', { name: 'For the class' })).toHaveAttribute('data-beat', 'run')
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }
})
