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
  const asked = new Set<string>()
  const answer = siteHandler(files)
  const { server, port } = await listen(
    (request, response) => {
      const path = (request.url ?? '/').slice(1).split('?', 1)[0] ?? ''
      asked.add(path === '' ? 'index.html' : path)
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
    const early = new Set(asked)
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    return { early, all: new Set(asked), firstMessageMs: Number(await mark.jsonValue()) }
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
