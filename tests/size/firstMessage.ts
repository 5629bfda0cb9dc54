import { chromium } from 'playwright'
import { listen } from '../../src/cli/serve/listen.ts'
import type { SiteFiles } from '../../src/cli/serve/siteFiles.ts'
import { siteHandler } from '../../src/cli/serve/siteHandler.ts'
import { launchOptions } from '../run/chromium.ts'

/** A message moves within so long of opening the page, on a machine that takes `SUM_MS` for a fixed sum. */
export const FIRST_MESSAGE_MS = 1500
const SUM_MS = 185
const OPENINGS = 3
const LIMIT_MS = 60_000

/** Milliseconds that this browser takes for a fixed sum. */
const sumMs = () => {
  const start = performance.now()
  let sum = 0
  for (let i = 1; i < 20_000_000; i += 1) sum = (sum + Math.imul(i, sum ^ i)) | 0
  return sum === 1 ? 0 : performance.now() - start
}

/**
 * Milliseconds until the first moving message, of several cold openings one after the other. Each is measured by what the machine
 * gives at that moment; the best counts, because whatever else runs makes them longer and never shorter.
 */
export async function firstMessages(files: SiteFiles, executablePath: string): Promise<number[]> {
  const { server, port } = await listen(siteHandler(files), '127.0.0.1', 0)
  const browser = await chromium.launch(launchOptions(executablePath))
  try {
    const openings: number[] = []
    for (let i = 0; i < OPENINGS; i += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const page = await context.newPage()
      const slower = Math.max(1, (await page.evaluate(sumMs)) / SUM_MS)
      await page.goto(`http://127.0.0.1:${port}/`)
      const found = await page.waitForFunction(() => document.documentElement.dataset['firstMessage'], null, {
        timeout: LIMIT_MS,
      })
      openings.push(Math.round(Number(await found.jsonValue()) / slower))
      await context.close()
    }
    return openings
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
