import { createApp } from '../../src/state/app.ts'
import { createFakePlatform } from './fakePlatform.ts'
import { createRealWorker } from './realWorker.ts'

/** The state layer with the worker's real code and the real engine; only the thread and the clock are the test's. */
export async function openReal(hash = '') {
  const page = createFakePlatform({ hash })
  const { platform } = page
  const workers: ReturnType<typeof createRealWorker>[] = []
  const app = createApp({
    ...platform,
    createWorker() {
      const worker = createRealWorker(platform.nowMs)
      workers.push(worker)
      return worker.port
    },
  })
  /** Wall time passes, a sixtieth of a second at a time. */
  async function live(ms: number) {
    for (let left = ms; left > 0; left -= 16) {
      page.pass(16.7)
      await page.settle(3)
      for (const worker of workers) worker.turn()
      page.animate()
      for (const worker of workers) worker.turn()
    }
  }
  const opened = app.bootstrap()
  await live(100)
  await opened
  await live(100)
  return {
    app,
    page,
    live,
    seen: () => ({
      state: page.attributes['data-session'],
      now: page.attributes['data-now'],
      fingerprint: page.attributes['data-fingerprint'],
    }),
    async to(micros: number) {
      app.session.pause()
      app.session.seek(micros)
      await live(100)
    },
  }
}
