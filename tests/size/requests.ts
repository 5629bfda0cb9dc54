import { chromium } from 'playwright'
import { listen } from '../../src/cli/serve/listen.ts'
import type { SiteFiles } from '../../src/cli/serve/siteFiles.ts'
import { siteHandler } from '../../src/cli/serve/siteHandler.ts'
import { launchOptions } from '../run/chromium.ts'

const FIRST_MESSAGE_LIMIT_MS = 30_000
const IDLE_MS = 10_000

export interface Requests {
  /** Paths asked for until the first moving message was drawn. */
  readonly early: ReadonlySet<string>
  /** All paths, ten idle seconds later. */
  readonly all: ReadonlySet<string>
  /** From the start of the page's loading to its first moving message, as the page's own clock tells. */
  readonly firstMessageMs: number
}

/** Opens the page with nothing cached. The server keeps the list, because it also hears what threads ask for. */
export async function requestsOfFirstVisit(files: SiteFiles, executablePath: string): Promise<Requests> {
  const asked = new Map<string, number>()
  const answer = siteHandler(files)
  const { server, port } = await listen(
    (request, response) => {
      const path = (request.url ?? '/').slice(1).split('?', 1)[0] ?? ''
      const name = path === '' ? 'index.html' : path
      if (!asked.has(name)) asked.set(name, Date.now())
      answer(request, response)
    },
    '127.0.0.1',
    0,
  )
  const browser = await chromium.launch(launchOptions(executablePath))
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`http://127.0.0.1:${port}/`)
    const mark = await page.waitForFunction(() => document.documentElement.dataset['firstMessage'], null, {
      timeout: FIRST_MESSAGE_LIMIT_MS,
    })
    const firstMessageMs = Number(await mark.jsonValue())
    // By the clock and not by when this process heard of it: the rest of the page loads at once afterwards.
    const movedAt = (await page.evaluate(() => performance.timeOrigin)) + firstMessageMs
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    const early = [...asked].filter(([, at]) => at <= movedAt).map(([path]) => path)
    return { early: new Set(early), all: new Set(asked.keys()), firstMessageMs }
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
