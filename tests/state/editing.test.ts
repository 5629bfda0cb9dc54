import { describe, expect, it } from 'vitest'
import { moveNode } from '../../src/scenario/index.ts'
import { openPage, type Page } from './page.ts'

const SECOND = 1_000_000
const producerOf = ({ scenario }: Page) => scenario().nodes.find(({ kind }) => kind === 'producer')?.id ?? ''
const rateOf = ({ scenario }: Page) =>
  scenario().nodes.flatMap((node) => (node.kind === 'producer' ? [node.rate] : []))[0]
const loadsOf = ({ page }: Page) => page.worker().heardOf('load')

describe('turning a control', () => {
  it('at the start changes the start value', async () => {
    const it = await openPage()
    await it.pauseAt(0)
    it.app.turn(producerOf(it), 'rate', 55, 'commit')
    expect([rateOf(it), it.scenario().interventions]).toEqual([55, []])
  })

  it('later is an intervention at the playhead, runs again to it and plays on', async () => {
    const it = await openPage()
    await it.play(6 * SECOND)
    it.app.turn(producerOf(it), 'rate', 55, 'commit')
    expect(it.scenario().interventions).toEqual([
      { at: 6 * SECOND, node: producerOf(it), action: 'set', field: 'rate', value: 55 },
    ])
    expect(it.state()).toBe('seeking')
    expect(it.app.sessionStore.getState().playing).toBe(true)
    await it.page.settle()
    expect(loadsOf(it).at(-1)).toMatchObject({ playheadMicros: 6 * SECOND, scenario: it.scenario() })
    expect([it.state(), it.page.worker().at()]).toEqual(['running', 6 * SECOND])
  })

  it('is one intervention and one undo step for a whole drag, though the run plays on', async () => {
    const it = await openPage()
    await it.play(6 * SECOND)
    for (const value of [51, 52, 53]) {
      it.app.turn(producerOf(it), 'rate', value, 'drag')
      await it.page.settle()
      await it.play(SECOND)
    }
    it.app.turn(producerOf(it), 'rate', 54, 'commit')
    await it.page.settle()
    expect(it.scenario().interventions).toEqual([
      { at: 6 * SECOND, node: producerOf(it), action: 'set', field: 'rate', value: 54 },
    ])
    const playhead = it.app.playheadMicros()
    it.app.undo()
    await it.page.settle()
    expect([it.scenario().interventions, it.app.scenarioStore.getState().canUndo]).toEqual([[], false])
    expect([loadsOf(it).at(-1)?.playheadMicros, it.state()]).toEqual([playhead, 'running'])
    it.app.redo()
    await it.page.settle()
    expect(it.scenario().interventions.length).toBe(1)
  })

  it('loads at most once at a time during a drag, and the newest value last', async () => {
    const it = await openPage()
    await it.pauseAt(6 * SECOND)
    it.page.worker().setSlow(true)
    const before = loadsOf(it).length
    for (let value = 100; value < 160; value += 1) it.app.turn(producerOf(it), 'rate', value, 'drag')
    await it.page.settle()
    expect(loadsOf(it).length).toBe(before + 1)
    it.page.worker().finish()
    await it.page.settle()
    expect(loadsOf(it).length).toBe(before + 2)
    expect(loadsOf(it).at(-1)?.scenario).toBe(it.scenario())
    it.page.worker().finish()
    await it.page.settle()
    expect([loadsOf(it).length, it.state()]).toEqual([before + 2, 'paused'])
  })
})

describe('doing something to a node', () => {
  it('is an intervention at the playhead', async () => {
    const it = await openPage()
    await it.pauseAt(2 * SECOND)
    it.app.act(producerOf(it), { action: 'sendOne' })
    await it.page.settle()
    expect(it.scenario().interventions).toEqual([{ at: 2 * SECOND, node: producerOf(it), action: 'sendOne' }])
    expect([it.state(), it.app.playheadMicros()]).toEqual(['paused', 2 * SECOND])
  })

  it('in the past drops what came later', async () => {
    const it = await openPage()
    await it.pauseAt(8 * SECOND)
    it.app.act(producerOf(it), { action: 'sendOne' })
    await it.pauseAt(3 * SECOND)
    it.app.act(producerOf(it), { action: 'sendOne' })
    expect(it.scenario().interventions.map(({ at }) => at)).toEqual([3 * SECOND])
    it.app.undo()
    expect(it.scenario().interventions.map(({ at }) => at)).toEqual([8 * SECOND])
  })
})

describe('what does not touch the run', () => {
  it('moving a node loads nothing and can be undone', async () => {
    const it = await openPage()
    await it.play(SECOND)
    const before = loadsOf(it).length
    for (let x = 1; x < 20; x += 1) it.app.applyEdit((scenario) => moveNode(scenario, producerOf(it), x, 5), 'move')
    it.app.endGesture()
    await it.page.settle()
    expect([loadsOf(it).length, it.state()]).toEqual([before, 'running'])
    it.app.undo()
    expect(it.app.scenarioStore.getState().canUndo).toBe(false)
  })

  it('play, pause and seek cannot be undone', async () => {
    const it = await openPage()
    await it.pauseAt(5 * SECOND)
    expect(it.app.scenarioStore.getState().canUndo).toBe(false)
  })

  it('a node that is gone is not selected any more', async () => {
    const it = await openPage()
    it.app.viewStore.getState().select(producerOf(it))
    it.app.applyEdit((scenario) => ({ ...scenario, nodes: scenario.nodes.slice(1), links: [] }))
    it.app.applyEdit((scenario) => ({ ...scenario, nodes: [] }))
    expect(it.app.viewStore.getState().selectedId).toBeNull()
  })
})
