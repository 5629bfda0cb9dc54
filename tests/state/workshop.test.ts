import { afterEach, expect, test, vi } from 'vitest'
import { twoShards } from '../../src/scenario/library/twoShards.ts'
import { namesWorkshop, withWorkshop } from '../../src/state/linkTime.ts'
import { openPage } from './page.ts'

const place = ({ app }: Awaited<ReturnType<typeof openPage>>) => {
  const { workshop } = app.viewStore.getState()
  return workshop === undefined ? null : [workshop.at, ...workshop.ids]
}

test('a workshop opens its first scene, playing, and stands beside the scene in the address', async () => {
  const page = await openPage({ hash: '#workshop=two-shards,hot-key' })
  expect([page.scenario().id, page.state(), place(page)]).toEqual([
    'two-shards',
    'running',
    [0, 'two-shards', 'hot-key'],
  ])
  await page.pauseAt(2_000_000)
  page.page.pass(1000)
  await page.page.settle()
  expect(page.page.hash()).toMatch(/^#scenario=two-shards&t=2.*&workshop=two-shards,hot-key&at=1$/)
  // A link to this moment is to the scene alone: it stays short.
  expect(await page.app.pageLink()).not.toContain('workshop')

  // A reload, and the same address in another tab.
  const again = await page.reload()
  expect([again.scenario().id, again.app.playheadMicros(), place(again)]).toEqual([
    'two-shards',
    2_000_000,
    [0, 'two-shards', 'hot-key'],
  ])
  // The address may be older than what was there: then the scene says where it stands.
  const later = await openPage({ hash: '#scenario=hot-key&workshop=two-shards,hot-key&at=2' })
  later.page.leave()
  const tab = Object.fromEntries(later.page.tab.texts)
  const first = await openPage({ hash: '#workshop=two-shards,hot-key', tab, reloaded: true })
  expect([first.scenario().id, place(first)]).toEqual(['hot-key', [1, 'two-shards', 'hot-key']])
  const other = await openPage({ hash: '#scenario=hot-key&t=3&workshop=two-shards,hot-key&at=2' })
  expect([other.scenario().id, other.notice(), place(other)]).toEqual(['hot-key', null, [1, 'two-shards', 'hot-key']])
})

test('a place beyond its end is its end', async () => {
  for (const at of ['99', '-3', 'x', '1e9']) {
    const page = await openPage({ hash: `#workshop=two-shards,hot-key&at=${at}` })
    expect(page.scenario().id, at).toBe(at === '99' || at === '1e9' ? 'hot-key' : 'two-shards')
  }
})

test('a workshop that cannot be read says why, keeps its link at hand, and the starter runs', async () => {
  for (const list of ['three-cats', '<b>', '', 'x'.repeat(700)]) {
    const hash = `#workshop=${list}`
    const page = await openPage({ hash })
    expect([page.scenario().id, page.state(), place(page)], hash).toEqual(['one-shard', 'running', null])
    expect(page.notice(), hash).toMatchObject({ text: 'This workshop could not be opened.', linkText: hash })
  }
  // Behind a scene that is there, the scene is opened all the same.
  const page = await openPage({ hash: '#scenario=hot-key&workshop=three-cats&at=1' })
  expect([page.scenario().id, place(page), page.notice()?.detail]).toEqual([
    'hot-key',
    null,
    'There is no built-in scenario three-cats.',
  ])
})

test('a workshop that cannot be read leaves the offer of the work that its link covered', async () => {
  const first = await openPage()
  await first.pauseAt(4_000_000)
  const producer = first.scenario().nodes.find(({ kind }) => kind === 'producer')?.id ?? ''
  first.app.turn(producer, 'rate', 66, 'commit')
  await first.page.settle()
  first.page.pass(1000)
  const mine = first.scenario()
  const tab = Object.fromEntries(first.page.tab.texts)
  for (const hash of ['#workshop=three-cats', '#scenario=hot-key&workshop=three-cats&at=1']) {
    const page = await openPage({ hash, tab })
    expect(page.notice(), hash).toMatchObject({ detail: 'There is no built-in scenario three-cats.', linkText: hash })
    page.notice()?.action?.run()
    await page.page.settle()
    expect(page.scenario(), hash).toEqual(mine)
  }
})

/** A page of its own that has loaded no scene yet; those named come when the test lets them, or not at all. */
async function onSlowNetwork(hash: string, ...ids: string[]) {
  vi.resetModules()
  const { CATALOGUE } = await import('../../src/scenario/library/catalogue.ts')
  const arrive = new Map<string, (comes: boolean) => void>()
  for (const id of ids) {
    const entry = CATALOGUE.find((one) => one.id === id)
    if (entry === undefined) throw new Error(`There is no scene ${id}.`)
    const scene = await entry.load()
    const gate = new Promise<boolean>((resolve) => arrive.set(id, resolve))
    vi.spyOn(entry, 'load').mockImplementation(async () => {
      if (await gate) return scene
      throw new Error('offline')
    })
  }
  const own = await import('./page.ts')
  const page = await own.openPage()
  page.page.typeHash(hash)
  await page.page.settle()
  const answer = async (id: string, comes = true) => {
    arrive.get(id)?.(comes)
    await page.page.settle()
  }
  return { ...page, answer }
}
afterEach(() => vi.restoreAllMocks())

test('only the scene that opens is waited for, and another one that fails refuses nothing', async () => {
  const page = await onSlowNetwork('#workshop=two-shards,hot-key,sub-keys', 'hot-key', 'sub-keys')
  await page.page.until(() => page.scenario().id === 'two-shards')
  expect(place(page)?.[0]).toBe(0)
  const before = page.app.viewStore.getState().workshop
  await page.answer('hot-key')
  await page.answer('sub-keys', false)
  // Titles and sheets are of what is loaded: once all have come they are read anew.
  expect(page.app.viewStore.getState().workshop).not.toBe(before)
  expect(page.app.viewStore.getState().workshop).toEqual(before)
  expect(page.notice()).toBeNull()
})

test('a slow workshop does not cover what was opened after it', async () => {
  const byLink = await onSlowNetwork('#workshop=hot-key,two-shards', 'hot-key')
  byLink.page.typeHash('#scenario=sub-keys')
  await byLink.page.until(() => byLink.scenario().id === 'sub-keys')
  await byLink.answer('hot-key')
  expect([byLink.scenario().id, place(byLink), byLink.page.hash()]).toEqual([
    'sub-keys',
    null,
    expect.stringMatching(/^#scenario=sub-keys/),
  ])

  const byHand = await onSlowNetwork('#workshop=hot-key,two-shards', 'hot-key')
  byHand.app.openScenario(twoShards, 0, true)
  await byHand.answer('hot-key')
  expect([byHand.scenario().id, place(byHand)]).toEqual(['two-shards', null])
})

test('only a link that names a workshop has one', () => {
  expect(withWorkshop('#scenario=hot-key', undefined)).toBe('#scenario=hot-key')
  expect(namesWorkshop('#scenario=hot-key&workshops=a')).toBe(false)
})
