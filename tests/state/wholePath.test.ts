import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/state/app.ts'
import { createFakePlatform } from './fakePlatform.ts'
import { createRealWorker } from './realWorker.ts'

/** The state layer with the worker's real code and the real engine; only the thread and the clock are the test's. */
async function openReal(hash = '') {
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

describe('from a link to the numbers', () => {
  it('runs, pauses at a whole microsecond, and the link gives the same fingerprint', async () => {
    const first = await openReal()
    await first.live(2000)
    first.app.session.pause()
    await first.live(100)
    const { state, now, fingerprint } = first.seen()
    expect([state, Number.isInteger(Number(now))]).toEqual(['paused', true])
    expect(Number(now)).toBeGreaterThan(1_000_000)
    const second = await openReal(first.page.hash())
    expect(second.seen()).toEqual({ state, now, fingerprint })
  })

  it('has one fingerprint for a moment: played, sought, sought back, after an edit undone', async () => {
    const { app, live, seen, to } = await openReal()
    await to(5_000_000)
    const { fingerprint } = seen()
    await to(9_123_457)
    expect(seen().fingerprint).not.toBe(fingerprint)
    await to(5_000_000)
    expect(seen()).toEqual({ state: 'paused', now: '5000000', fingerprint })
    const producer = app.scenarioStore.getState().scenario.nodes.find(({ kind }) => kind === 'producer')
    await to(3_000_000)
    app.turn(producer?.id ?? '', 'rate', 40, 'commit')
    await live(100)
    await to(5_000_000)
    expect(seen().fingerprint).not.toBe(fingerprint)
    app.undo()
    await live(100)
    expect(seen()).toEqual({ state: 'paused', now: '5000000', fingerprint })
  })

  it('steps to an event and back', async () => {
    const { app, live, seen, to } = await openReal()
    await to(4_000_000)
    app.session.step(1)
    await live(50)
    const forward = Number(seen().now)
    expect(forward).toBeGreaterThan(4_000_000)
    app.session.step(-1)
    await live(50)
    expect(Number(seen().now)).toBeLessThan(forward)
  })

  it('brings history of what was played', async () => {
    const { app, live, to } = await openReal()
    await to(10_000_000)
    const producer = app.scenarioStore.getState().scenario.nodes.find(({ kind }) => kind === 'producer')
    const asked = app.requestSeries([{ nodeId: producer?.id ?? '', name: 'arrivalsTotal' }], 0, 2_000_000, 7)
    await live(50)
    const values = [...(await asked)]
    expect(values.slice(0, 6).every((value, i) => i === 0 || value >= (values[i - 1] ?? 0))).toBe(true)
    expect(values[5]).toBeGreaterThan(0)
    expect(values[6]).toBeNaN()
  })
})
