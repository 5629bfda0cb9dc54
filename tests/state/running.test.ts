import { describe, expect, it } from 'vitest'
import { openPage } from './page.ts'

const SECOND = 1_000_000

describe('a page', () => {
  it('opens with the starter scenario, running', async () => {
    const { scenario, state, page } = await openPage()
    expect([scenario().id, state(), page.worker().isPlaying()]).toEqual(['one-shard', 'running', true])
  })

  it('tells tests what it does, and says "paused" only with the numbers of that moment', async () => {
    const { app, page, play } = await openPage()
    await play(2 * SECOND)
    expect(page.attributes['data-session']).toBe('running')
    page.worker().advance(123_456)
    app.session.pause()
    expect(app.sessionStore.getState().state).toBe('paused')
    expect(page.attributes['data-session']).toBe('running')
    await page.settle()
    expect(page.attributes).toMatchObject({
      'data-session': 'paused',
      'data-now': '2123456',
      'data-fingerprint': `0000abcd${(2_123_456).toString(16).padStart(8, '0')}`,
    })
    app.session.step(-1)
    app.session.step(-1)
    await page.settle()
    expect(page.attributes['data-now']).toBe('2121456')
  })

  it('steps pause first', async () => {
    const { app, page, state } = await openPage()
    app.session.step(1)
    await page.settle()
    expect([state(), page.worker().isPlaying(), page.worker().at()]).toEqual(['paused', false, 1000])
  })

  it('resets to the start with the same seed and goes on as it was', async () => {
    const { app, page, state, scenario, play } = await openPage()
    const { seed } = scenario()
    await play(5 * SECOND)
    app.session.reset()
    await page.settle()
    expect([state(), page.worker().at(), scenario().seed]).toEqual(['running', 0, seed])
    app.session.pause()
    await page.settle()
    app.session.reset()
    await page.settle()
    expect([state(), app.playheadMicros()]).toEqual(['ready', 0])
  })

  it('runs again from the start with a new seed, and undo brings the old one back', async () => {
    const { app, page, scenario, play } = await openPage()
    const { seed } = scenario()
    await play(5 * SECOND)
    app.session.newSeed()
    await page.settle()
    expect([scenario().seed, page.worker().heardOf('load').at(-1)?.playheadMicros, page.worker().isPlaying()]).toEqual([
      101,
      0,
      true,
    ])
    app.undo()
    expect(scenario().seed).toBe(seed)
  })

  it('takes no speed that makes no sense', async () => {
    const { app } = await openPage()
    for (const speed of [0, -1, Number.NaN]) app.session.setSpeed(speed)
    expect(app.sessionStore.getState().speed).toBe(1)
    app.session.setSpeed(Number.POSITIVE_INFINITY)
    expect(app.sessionStore.getState().speed).toBe(Number.POSITIVE_INFINITY)
  })

  it('brings history to charts', async () => {
    const { app, page } = await openPage()
    const rows = app.requestSeries([{ nodeId: 'stream', name: 'attemptsTotal' }], 0, 1000, 3)
    await page.settle()
    expect([...(await rows)]).toEqual([1000, 1001, 1002])
  })
})

describe('a hidden page', () => {
  it('pauses the worker, asks for nothing, and the playhead does not jump', async () => {
    const { app, page, state, play } = await openPage()
    await play(3 * SECOND)
    const asked = page.worker().heardOf('frame').length
    page.setHidden(true)
    await page.settle()
    page.worker().advance(500 * SECOND)
    page.pass(60_000)
    await page.settle()
    expect([state(), page.worker().isPlaying(), page.worker().at(), app.playheadMicros()]).toEqual([
      'running',
      false,
      3 * SECOND,
      3 * SECOND,
    ])
    expect([page.worker().heardOf('frame').length, page.framesDue()]).toEqual([asked, 0])
    page.setHidden(false)
    await play(SECOND)
    expect([state(), page.worker().isPlaying(), page.worker().at()]).toEqual(['running', true, 4 * SECOND])
  })

  it('opened in the background waits until it is seen', async () => {
    const { app, page } = await openPage()
    page.setHidden(true)
    app.openScenario(app.scenarioStore.getState().scenario)
    await page.settle()
    expect(page.worker().isPlaying()).toBe(false)
    page.setHidden(false)
    expect(page.worker().isPlaying()).toBe(true)
  })
})

describe('a lost worker', () => {
  it('is replaced: same document, same playhead', async () => {
    const { app, page, state, scenario, play } = await openPage()
    const producer = scenario().nodes.find(({ kind }) => kind === 'producer')
    app.turn(producer?.id ?? '', 'rate', 77, 'commit')
    await page.settle()
    await play(4 * SECOND)
    const document = scenario()
    page.worker().port.onFailure('out of memory')
    expect([state(), app.sessionStore.getState().message, app.sessionStore.getState().failure]).toEqual([
      'failed',
      'The simulation’s worker was lost: out of memory.',
      'crashed',
    ])
    expect(page.worker().isTerminated()).toBe(true)
    app.session.retry()
    await page.settle()
    expect(page.workers.length).toBe(2)
    expect(page.worker().heardOf('load')[0]).toMatchObject({ scenario: document, playheadMicros: 4 * SECOND })
    expect([state(), app.playheadMicros(), app.sessionStore.getState().message]).toEqual(['paused', 4 * SECOND, null])
  })

  it('answers what was asked of it with "not known"', async () => {
    const { app, page } = await openPage()
    const rows = app.requestSeries([{ nodeId: 'stream', name: 'attemptsTotal' }], 0, 1000, 1)
    page.worker().port.onFailure('gone')
    expect([...(await rows)]).toEqual([Number.NaN])
  })

  it('comes back by an undo when the document was the reason', async () => {
    const { app, page, state } = await openPage()
    app.session.newSeed()
    page.worker().say({ type: 'refused', run: page.worker().run(), message: 'Too many records.' })
    await page.settle()
    expect([state(), app.sessionStore.getState().failure]).toEqual(['failed', 'refused'])
    app.undo()
    await page.settle()
    expect([state(), page.workers.length]).toEqual(['ready', 2])
  })
})
