import { createApp } from '../../src/state/app.ts'
import { createFakePlatform } from './fakePlatform.ts'

/** The whole state layer on a fake page. Reload = the same storage and address in a new one. */
export async function openPage(options: Parameters<typeof createFakePlatform>[0] = {}) {
  const page = createFakePlatform(options)
  const app = createApp(page.platform)
  const opened = app.bootstrap()
  await page.settle()
  await opened
  await page.settle()
  const state = () => app.sessionStore.getState().state
  return {
    page,
    app,
    state,
    scenario: () => app.scenarioStore.getState().scenario,
    notice: () => app.viewStore.getState().notice,
    /** Plays on for so long and shows it. */
    async play(micros: number) {
      page.worker().advance(micros)
      page.pass(250)
      await page.settle()
    },
    async pauseAt(micros: number) {
      app.session.pause()
      await page.settle()
      app.session.seek(micros)
      await page.settle()
    },
    /** With the address that the page had when the reload began: it may have become another one before the page left. */
    async reload(hash = page.hash()) {
      page.leave()
      return openPage({
        ...{ hash, reloaded: true },
        tab: Object.fromEntries(page.tab.texts),
        browser: Object.fromEntries(page.browser.texts),
      })
    },
  }
}
export type Page = Awaited<ReturnType<typeof openPage>>
