import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { createScenarioHistory, UNDO_STEPS_MAX } from '../../src/state/scenarioStore.ts'

const blank = (title: string): Scenario => ({
  version: 1,
  title,
  brief: { question: '', watchFor: '', tryThis: [] },
  seed: 1,
  durationSeconds: 100,
  nodes: [],
  links: [],
  interventions: [],
})
const named = (title: string) => (scenario: Scenario) => ({ ...scenario, title })

function createHistory() {
  const causes: string[] = []
  const history = createScenarioHistory(
    blank('a'),
    (after, before, cause) => void causes.push(`${cause} ${before.title}>${after.title}`),
  )
  return { history, causes, title: () => history.store.getState().scenario.title }
}

describe('the document', () => {
  it('goes back and forth', () => {
    const { history, causes, title } = createHistory()
    history.apply(named('b'))
    history.apply(named('c'))
    history.undo()
    expect([title(), history.store.getState().canUndo, history.store.getState().canRedo]).toEqual(['b', true, true])
    history.redo()
    history.undo()
    history.undo()
    expect([title(), history.store.getState().canUndo]).toEqual(['a', false])
    history.undo()
    expect(causes).toEqual(['edit a>b', 'edit b>c', 'undo c>b', 'redo b>c', 'undo c>b', 'undo b>a'])
  })

  it('a new edit ends what could be redone', () => {
    const { history } = createHistory()
    history.apply(named('b'))
    history.undo()
    history.apply(named('c'))
    expect(history.store.getState().canRedo).toBe(false)
  })

  it('a gesture is one step', () => {
    const { history, title } = createHistory()
    for (const each of ['b', 'c', 'd']) history.apply(named(each), 'drag')
    history.endGesture()
    history.apply(named('e'), 'drag')
    history.undo()
    expect(title()).toBe('d')
    history.undo()
    expect(title()).toBe('a')
  })

  it('another gesture, a plain edit, undo and redo end a gesture', () => {
    const { history, title } = createHistory()
    history.apply(named('b'), 'one')
    history.apply(named('c'), 'two')
    history.apply(named('d'))
    history.apply(named('e'), 'two')
    for (const expected of ['d', 'c', 'b', 'a']) {
      history.undo()
      expect(title()).toBe(expected)
    }
  })

  it('a gesture that comes back to where it began leaves no step', () => {
    const { history } = createHistory()
    history.apply(named('b'), 'drag')
    history.apply(named('a'), 'drag')
    history.endGesture()
    expect([history.store.getState().canUndo, history.edited()]).toEqual([false, false])
  })

  it('an edit that changes nothing is none', () => {
    const { history, causes } = createHistory()
    history.apply((scenario) => scenario)
    expect([causes, history.store.getState().canUndo]).toEqual([[], false])
  })

  it('another document has its own history', () => {
    const { history, title } = createHistory()
    history.apply(named('b'))
    history.open(blank('z'))
    expect([title(), history.store.getState().canUndo, history.edited()]).toEqual(['z', false, false])
    history.open(blank('y'), true)
    expect(history.edited()).toBe(true)
  })

  it('keeps a bounded number of steps', () => {
    const { history, title } = createHistory()
    for (let i = 0; i < UNDO_STEPS_MAX + 50; i += 1) history.apply(named(`${i}`))
    let steps = 0
    while (history.store.getState().canUndo) {
      history.undo()
      steps += 1
    }
    expect([steps, title()]).toEqual([UNDO_STEPS_MAX, '49'])
  })

  it('any edits, undone, give the first document again; redone, the last', () => {
    // fast-check prints its seed and the smallest failing example.
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.constantFrom(undefined, 'x', 'y'))), (edits) => {
        const { history, title } = createHistory()
        for (const [text, gesture] of edits) history.apply(named(text), gesture)
        const last = title()
        while (history.store.getState().canUndo) history.undo()
        expect(title()).toBe('a')
        while (history.store.getState().canRedo) history.redo()
        expect(title()).toBe(last)
      }),
    )
  })
})
