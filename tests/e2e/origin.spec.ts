import { expect, test } from '@playwright/test'
import { open, playedTo } from './support/shardscope.ts'

test('no request leaves the origin of the page', async ({ page, baseURL }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page)
  await playedTo(page, 2_000_000)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(asked.length).toBeGreaterThan(5)
  const own = new URL(baseURL ?? '').origin
  expect(asked.filter((url) => new URL(url).origin !== own)).toEqual([])
})

test('the frame of the page and its words are there before any script has run', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto('./')
  await expect(page.getByText('Shardscope', { exact: true })).toBeVisible()
  const box = await page.locator('.stage').boundingBox()
  expect(box?.width).toBeGreaterThan(700)
  await context.close()
})
