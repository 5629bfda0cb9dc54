import { describe, expect, it } from 'vitest'
import { ENGINE_VERSION } from '../../src/protocol/engineVersion.ts'
import { encodeLink } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { builtIn } from '../scenario/sixScenes.ts'
import { openPage, type Page } from './page.ts'

const SECOND = 1_000_000
const known = (id: string) => builtIn(id) as Scenario
const own = (): Scenario => ({
  ...known('two-shards'),
  title: 'Mine',
  nodes: known('two-shards').nodes.map((node) => ({ ...node, name: `${node.name} of mine` })),
})
const linkTo = (scenario: Scenario, tSeconds: number, engine = ENGINE_VERSION) => encodeLink(scenario, engine, tSeconds)
const producerOf = ({ scenario }: Page) => scenario().nodes.find(({ kind }) => kind === 'producer')?.id ?? ''

describe('opening a link', () => {
  it('stands at its moment, paused, to the microsecond', async () => {
    const { app, state, scenario, page } = await openPage({ hash: await linkTo(own(), 12.345678) })
    expect([state(), app.playheadMicros(), page.worker().at(), scenario()]).toEqual([
      'paused',
      12_345_678,
      12_345_678,
      own(),
    ])
    expect(app.sessionStore.getState().engineMatches).not.toBe(false)
  })

  it('without a time plays', async () => {
    const { state, scenario } = await openPage({ hash: '#scenario=two-shards' })
    expect([state(), scenario().id]).toEqual(['running', 'two-shards'])
  })

  it('made with another engine says so', async () => {
    const { app, notice } = await openPage({ hash: await linkTo(own(), 3, ENGINE_VERSION + 1) })
    expect(app.sessionStore.getState().engineMatches).toBe(false)
    expect(notice()?.text).toContain('another version of the engine')
  })

  it('that is bad runs the starter scenario and keeps the link at hand', async () => {
    for (const hash of ['#s=1.1.%%%', '#s=', '#s=99.1.abc', `#s=1.1.${'A'.repeat(2000)}`, '#scenario=no-such-thing']) {
      const { scenario, state, notice } = await openPage({ hash })
      expect([scenario().id, state(), notice()?.linkText], hash).toEqual(['one-shard', 'running', hash])
      expect(notice()?.detail).toBeTruthy()
    }
  })

  it('never writes over work of this tab: it is offered and opens again', async () => {
    const first = await openPage()
    await first.pauseAt(4 * SECOND)
    first.app.turn(producerOf(first), 'rate', 66, 'commit')
    await first.page.settle()
    first.page.pass(1000)
    const mine = first.scenario()
    const tab = Object.fromEntries(first.page.tab.texts)
    const second = await openPage({ hash: await linkTo(own(), 1), tab })
    expect([second.scenario().title, second.notice()?.action?.label]).toEqual(['Mine', 'Open my work again'])
    second.notice()?.action?.run()
    await second.page.settle()
    expect([second.scenario(), second.app.playheadMicros(), second.state()]).toEqual([mine, 4 * SECOND, 'paused'])
  })

  it('typed into the open page opens it, and a bad one still offers the work', async () => {
    const it = await openPage()
    it.app.session.newSeed()
    await it.page.settle()
    const mine = it.scenario()
    it.page.typeHash('#s=1.1.broken!')
    await it.page.until(() => it.notice() !== null)
    expect([it.scenario().id, it.scenario().seed === mine.seed, it.notice()?.linkText]).toEqual([
      'one-shard',
      false,
      '#s=1.1.broken!',
    ])
    it.notice()?.action?.run()
    await it.page.settle()
    expect(it.scenario()).toEqual(mine)
    await it.page.settle()
    it.page.typeHash(await linkTo(own(), 2))
    await it.page.until(() => it.scenario().title === 'Mine')
    expect([it.scenario().title, it.app.playheadMicros()]).toEqual(['Mine', 2 * SECOND])
  })

  it('two at once: the newest wins', async () => {
    const it = await openPage()
    it.page.typeHash(await linkTo(own(), 2))
    it.page.typeHash('#scenario=many-readers')
    const titles: string[] = []
    it.app.scenarioStore.subscribe(({ scenario }) => void titles.push(scenario.id ?? scenario.title))
    await it.page.until(() => titles.length > 0)
    for (let i = 0; i < 20; i += 1) await it.page.settle()
    expect(titles).toEqual(['many-readers'])
  })

  it('a typed link opens also when the page wrote its own address over it in the same moment', async () => {
    const it = await openPage({ hash: '#scenario=one-shard' })
    it.page.typeHash('#scenario=two-shards', true)
    await it.page.settle()
    expect(it.scenario().id).toBe('two-shards')
  })

  it('a hash that is only a place on the page opens nothing', async () => {
    const it = await openPage()
    await it.play(SECOND)
    const before = it.scenario()
    it.page.typeHash('#inspector')
    it.page.pass(500)
    await it.page.settle()
    expect([it.scenario(), it.notice()]).toEqual([before, null])
    expect(it.page.hash()).toMatch(/^#s(cenario)?=/)
  })
})

describe('the address bar', () => {
  it('always holds the scenario: opening it gives the same document and moment', async () => {
    const first = await openPage()
    await first.pauseAt(7_654_321)
    first.app.turn(producerOf(first), 'rate', 44, 'commit')
    first.app.act(producerOf(first), { action: 'sendOne' })
    // The link is exact as soon as it is compressed; the address bar follows within half a second.
    expect(await first.app.pageLink()).toContain('#s=')
    first.page.pass(500)
    expect(await first.app.pageLink()).toBe(`https://example.test/lab/${first.page.hash()}`)
    const second = await openPage({ hash: first.page.hash() })
    expect([second.scenario(), second.app.playheadMicros(), second.state()]).toEqual([
      first.scenario(),
      7_654_321,
      'paused',
    ])
  })

  it('is never behind a copied link: one asked for right after an edit holds the edit', async () => {
    const first = await openPage()
    await first.pauseAt(1_137_499)
    first.app.turn(producerOf(first), 'rate', 44, 'commit')
    first.app.undo()
    first.app.redo()
    const link = await first.app.pageLink()
    const second = await openPage({ hash: link?.slice(link.indexOf('#')) ?? '' })
    expect(second.scenario()).toEqual(first.scenario())
  })

  it('is short for a built-in scenario', async () => {
    const { page } = await openPage()
    await page.settle()
    expect(page.hash()).toMatch(/^#scenario=one-shard&t=[\d.]+&engine=\d+$/)
  })

  it('is written at most twice a second while running', async () => {
    const it = await openPage()
    const before = it.page.hashesWritten.length
    for (let i = 0; i < 100; i += 1) {
      it.page.worker().advance(100_000)
      it.page.pass(100)
      await it.page.settle(2)
    }
    expect(it.page.hashesWritten.length - before).toBeLessThanOrEqual(21)
    expect(it.page.hashesWritten.length - before).toBeGreaterThanOrEqual(10)
  })
})

describe('a reload', () => {
  it('brings back document, playhead and whether it played', async () => {
    const first = await openPage()
    await first.play(9 * SECOND)
    first.app.turn(producerOf(first), 'rate', 44, 'commit')
    await first.page.settle()
    const second = await first.reload()
    expect([second.scenario(), second.app.playheadMicros(), second.state()]).toEqual([
      first.scenario(),
      9 * SECOND,
      'running',
    ])
    await second.pauseAt(4_000_001)
    const third = await second.reload()
    expect([third.scenario(), third.app.playheadMicros(), third.state(), third.notice()]).toEqual([
      first.scenario(),
      4_000_001,
      'paused',
      null,
    ])
  })

  it('that began with the address of an older document brings back the newest edit', async () => {
    const first = await openPage()
    await first.pauseAt(5 * SECOND)
    const olderHash = first.page.hash()
    first.app.session.newSeed()
    await first.page.settle()
    first.page.pass(1000)
    await first.page.settle()
    expect(first.page.hash()).not.toBe(olderHash)
    const second = await first.reload(olderHash)
    expect([second.scenario(), second.notice()]).toEqual([first.scenario(), null])
  })

  it('without an address brings back the work of this tab', async () => {
    const first = await openPage()
    await first.pauseAt(5 * SECOND)
    first.app.session.newSeed()
    await first.page.settle()
    first.page.leave()
    const second = await openPage({ tab: Object.fromEntries(first.page.tab.texts) })
    expect(second.scenario()).toEqual(first.scenario())
  })

  it('with hostile storage opens the starter scenario', async () => {
    const { scenario, state } = await openPage({
      tab: { 'shardscope.work': '{"format":1,"scenario":{"__proto__":null}}' },
    })
    expect([scenario().id, state()]).toEqual(['one-shard', 'running'])
  })

  it('storage without room: everything runs, and it is said once', async () => {
    const it = await openPage()
    it.page.tab.refuse(true)
    await it.play(SECOND)
    it.page.pass(1000)
    await it.play(SECOND)
    expect([it.state(), it.notice()?.text]).toEqual([
      'running',
      'This browser keeps nothing for this tab: copy the link to keep your work.',
    ])
    it.app.viewStore.getState().setNotice(null)
    it.page.pass(1000)
    await it.play(SECOND)
    expect(it.notice()).toBeNull()
  })
})
