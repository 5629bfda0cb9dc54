import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { createAutosave, type SavedWork } from '../../src/state/autosave.ts'
import { createRememberedView } from '../../src/state/preferences.ts'
import { builtIn } from '../scenario/sixScenes.ts'
import { createFakePlatform, createFakeStore } from './fakePlatform.ts'

const work: SavedWork = {
  scenario: builtIn('two-shards') as Scenario,
  playheadMicros: 12_345_678,
  playing: true,
  edited: true,
  engineMatches: null,
  hash: '#s=1',
}

describe('the autosave of a tab', () => {
  it('gives back what was left', async () => {
    const { store } = createFakeStore()
    createAutosave(store, () => {}).write('work', work)
    expect(await createAutosave(store, () => {}).read('work')).toEqual(work)
    expect(await createAutosave(store, () => {}).read('aside')).toBeNull()
  })

  it('trusts nothing that it reads', async () => {
    const hostile = [
      '',
      '{',
      'null',
      '7',
      '[]',
      '{}',
      '"x"',
      '{"format":2}',
      JSON.stringify({ format: 1, ...work, scenario: null }),
      JSON.stringify({ format: 1, ...work, scenario: { version: 1, nodes: 'all' } }),
      JSON.stringify({ format: 1, ...work, playheadMicros: -1 }),
      JSON.stringify({ format: 1, ...work, playheadMicros: 1.5 }),
      JSON.stringify({ format: 1, ...work, playheadMicros: '12' }),
      JSON.stringify({ format: 1, ...work }).replace('12345678', '1e999'),
    ]
    for (const text of hostile) {
      const { store } = createFakeStore({ 'shardscope.work': text })
      expect(await createAutosave(store, () => {}).read('work'), text.slice(0, 60)).toBeNull()
    }
    const { store } = createFakeStore({
      'shardscope.work': JSON.stringify({
        format: 1,
        ...work,
        playing: 'yes',
        edited: 1,
        engineMatches: 'no',
        hash: {},
      }),
    })
    expect(await createAutosave(store, () => {}).read('work')).toMatchObject({
      playing: false,
      edited: false,
      engineMatches: null,
      hash: '',
    })
  })

  it('survives storage without room, and says so once', async () => {
    const { store, refuse } = createFakeStore()
    let said = 0
    const autosave = createAutosave(store, () => void (said += 1))
    refuse(true)
    autosave.write('work', work)
    autosave.write('work', work)
    expect(said).toBe(1)
    refuse(false)
    autosave.write('work', work)
    expect(await autosave.read('work')).toEqual(work)
  })

  it('survives storage that may not even be looked at', async () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError')
    }
    expect(
      await createAutosave({ getItem: forbidden, setItem: forbidden, removeItem: forbidden }, () => {}).read('work'),
    ).toBeNull()
  })
})

describe('theme and motion', () => {
  it('are remembered, but not a wish that the address held', async () => {
    const page = createFakePlatform()
    const { view, remember } = createRememberedView(page.platform)
    view.setState({ motion: 'reduced' })
    remember()
    view.setState({ theme: 'dark', kafkaWords: true, spoken: false, table: true, paints: 'far' })
    expect(createRememberedView(page.platform).view.getState()).toMatchObject({
      ...{ theme: 'dark', motion: 'system', kafkaWords: true, spoken: false, table: true, paints: 'far' },
    })
  })
  it('are the system\u2019s when what was kept makes no sense or cannot be kept', async () => {
    for (const text of [
      '{',
      'null',
      '[]',
      '{"theme":"pink","motion":7,"kafkaWords":"yes","paints":["far"],"spoken":0}',
      '7',
    ]) {
      const page = createFakePlatform({ browser: { 'shardscope.preferences': text } })
      page.browser.refuse(true)
      const { view, remember } = createRememberedView(page.platform)
      remember()
      expect(view.getState()).toMatchObject({
        ...{ theme: 'system', motion: 'system', kafkaWords: false, paints: 'usual', spoken: true, table: false },
      })
      view.setState({ motion: 'reduced' })
      expect(view.getState().motion).toBe('reduced')
    }
  })
})
