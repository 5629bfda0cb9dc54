import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { listen } from '../../src/cli/serve/listen.ts'
import { readSite } from '../../src/cli/serve/siteFiles.ts'
import { siteHandler } from '../../src/cli/serve/siteHandler.ts'

const FOLDER = '/some/folder/'

test('the page runs under any folder of a host, and asks for nothing outside it', async ({ page }) => {
  const site = await readSite(fileURLToPath(new URL('../../dist/', import.meta.url)))
  const { server, port } = await listen(siteHandler(site, FOLDER), '127.0.0.1', 0)
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    const address = `http://127.0.0.1:${port}${FOLDER}`
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('data-first-message', /./)
    await expect.poll(() => page.evaluate(() => document.fonts.check('16px "IBM Plex Sans Variable"'))).toBe(true)
    expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([])
    // The policy of the server's answers would complain here about anything inline or foreign.
    expect(complaints).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
