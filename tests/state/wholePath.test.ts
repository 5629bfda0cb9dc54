import { describe, expect, it } from 'vitest'
import { openReal } from './realPage.ts'

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
