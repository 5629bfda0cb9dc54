import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/protocol/inquiry.ts'
import { removeNodes } from '../../src/scenario/index.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { retimeSteps } from '../../src/scenario/stepEdits.ts'
import { createMarks } from '../../src/state/marks/createMarks.ts'
import { nearest, stopsOf } from '../../src/state/marks/stops.ts'
import { answerTo } from '../../src/worker/compile/answer.ts'
import { openReal } from './realPage.ts'

const S = 1_000_000
const first = (of: string, at: number) => ({ of, atMicros: at * S, node: 'queue', row: 0, key: '' })

describe('where a run stops', () => {
  const crossing = { node: 'queue', gauge: 'visible', isAbove: true, value: 4 }
  const breakpoints = [
    { id: 1, isOn: true, when: { is: 'first', of: 'again' } },
    { id: 2, isOn: true, when: { is: 'crossing', crossing, text: 'Orders: waiting above 4 messages' } },
    { id: 3, isOn: false, when: { is: 'first', of: 'lost' } },
  ] as const

  test('in the order of time, with the words of all that happens at one moment; what is off does not count', () => {
    const crossings = new Map([['queue visible > 4', [3 * S, 8 * S]]])
    const stops = stopsOf(breakpoints, [first('again', 8), first('lost', 5)], crossings, () => 'Orders')
    expect(stops.map(({ at, text }) => [at / S, text])).toEqual([
      [3, 'Orders: waiting above 4 messages'],
      [8, 'first record worked twice, by Orders; Orders: waiting above 4 messages'],
    ])
  })

  test('the next mark is after the moment and not at it', () => {
    expect([nearest([3, 8, 5], 5, 1), nearest([3, 8, 5], 5, -1), nearest([5], 5, 1)]).toEqual([8, 3, null])
  })
})

/** A page with the real worker's code; questions are answered by the inquiry's own code, and none is lost. */
async function openMarks(answers: 'at once' | 'held' = 'at once') {
  const page = await openReal('#scenario=taking-turns')
  const questions: Question['kind'][] = []
  const held: (() => void)[] = []
  const shares: ((share: number) => void)[] = []
  const put = (scenario: Scenario, question: Question, onShare: (share: number) => void) => {
    questions.push(question.kind)
    shares.push(onShare)
    const said = answerTo(structuredClone(scenario), question)
    const open = answers === 'at once' ? Promise.resolve() : new Promise<void>((resolve) => void held.push(resolve))
    return { answer: open.then(() => said), cancel: () => {} }
  }
  const marks = createMarks(page.app, put, (run) => {
    run()
    return () => {}
  })
  return {
    ...page,
    marks,
    questions,
    shares,
    tellAll: () => {
      for (const tell of held.splice(0)) tell()
    },
  }
}

describe('marks and stops', () => {
  test('playing as fast as it goes stands at the first crash, to the microsecond; a step back and on again stands there again', async () => {
    const { app, marks, live, seen, to } = await openMarks()
    await to(0)
    marks.addBreakpoint({ is: 'first', of: 'crashed' })
    await live(50)
    app.session.setSpeed(Number.POSITIVE_INFINITY)
    app.session.play()
    await live(2000)
    expect(seen()).toMatchObject({ state: 'paused', now: String(20 * S) })
    expect(app.viewStore.getState().notice?.text).toBe('Stopped: first crash, of Packers.')
    const { fingerprint } = seen()
    app.session.step(-1)
    await live(100)
    expect(Number(seen().now)).toBeLessThan(20 * S)
    app.session.play()
    await live(2000)
    expect(seen()).toMatchObject({ state: 'paused', now: String(20 * S), fingerprint })
    app.session.play()
    await live(100)
    expect(app.viewStore.getState().notice).toBeNull()
  })

  test('a stop that is known only after it was passed takes the run back to it', async () => {
    const { app, marks, live, seen, to, tellAll } = await openMarks('held')
    await to(10 * S)
    marks.addBreakpoint({ is: 'first', of: 'crashed' })
    app.session.setSpeed(20)
    app.session.play()
    await live(1000)
    expect(Number(seen().now)).toBeGreaterThan(22 * S)
    tellAll()
    await live(300)
    expect(seen()).toMatchObject({ state: 'paused', now: String(20 * S) })
  })

  test('after an edit they are looked for anew, after one of the layout not; hidden and without stops nothing is asked', async () => {
    const { app, marks, live, questions, to } = await openMarks()
    await to(5 * S)
    app.applyEdit((scenario) => ({ ...scenario, title: 'Other words' }))
    expect(questions).toEqual([])
    marks.show(true)
    await live(50)
    expect(marks.store.getState().firsts?.find(({ of }) => of === 'crashed')?.atMicros).toBe(20 * S)
    app.applyEdit((scenario) => retimeSteps(scenario, new Map([[0, 12 * S]])).scenario)
    await live(50)
    expect(marks.store.getState().firsts?.find(({ of }) => of === 'crashed')?.atMicros).toBe(12 * S)
    marks.show(false)
    app.applyEdit((scenario) => retimeSteps(scenario, new Map([[0, 15 * S]])).scenario)
    await live(50)
    expect(questions).toEqual(['firsts', 'firsts'])
  })

  test('while they are looked for it is told how far, and that can be cancelled; what is known stays, and they can be looked for again', async () => {
    const { app, marks, live, questions, shares, to, tellAll } = await openMarks('held')
    await to(0)
    marks.show(true)
    expect(marks.store.getState()).toMatchObject({ isLooking: true, share: 0 })
    shares[0]!(0.4)
    expect(marks.store.getState().share).toBe(0.4)
    marks.cancel()
    shares[0]!(0.5)
    tellAll()
    await live(50)
    const cancelled = { isLooking: false, share: 0, firsts: null, message: 'Cancelled: the marks are not known.' }
    expect(marks.store.getState()).toMatchObject(cancelled)
    marks.lookAgain()
    tellAll()
    await live(50)
    const known = marks.store.getState().firsts
    expect(known).not.toBeNull()
    // Those of the run before an edit are not shown for the run after it.
    app.applyEdit((scenario) => retimeSteps(scenario, new Map([[0, 12 * S]])).scenario)
    expect(marks.store.getState()).toMatchObject({ isLooking: true, firsts: known })
    marks.cancel()
    expect(marks.store.getState()).toMatchObject(cancelled)
    expect(questions).toEqual(['firsts', 'firsts', 'firsts'])
    app.applyEdit((scenario) => retimeSteps(scenario, new Map([[0, 15 * S]])).scenario)
    expect(marks.store.getState()).toMatchObject({ isLooking: true, message: null })
  })

  test('a threshold of a node that is deleted while it is looked for is looked for no more', async () => {
    const { app, marks, to } = await openMarks('held')
    await to(0)
    const crossing = { node: 'queue', gauge: 'visible', isAbove: true, value: 4 }
    marks.addBreakpoint({ is: 'crossing', crossing, text: 'Orders: waiting above 4 messages' })
    expect(marks.store.getState()).toMatchObject({ isLooking: true, breakpoints: [{ id: 1 }] })
    app.applyEdit((scenario) => removeNodes(scenario, ['queue']))
    expect(marks.store.getState()).toMatchObject({ isLooking: false, breakpoints: [] })
    // Undo brings it back with its node, and it is looked for again.
    app.undo()
    expect(marks.store.getState()).toMatchObject({ isLooking: true, breakpoints: [{ id: 1 }] })
  })

  test('a threshold stops each time that it is crossed, and not at all when it is off', async () => {
    const { app, marks, live, seen, to } = await openMarks()
    await to(0)
    const crossing = { node: 'queue', gauge: 'visible', isAbove: true, value: 4 }
    marks.addBreakpoint({ is: 'crossing', crossing, text: 'Orders: waiting above 4 messages' })
    await live(50)
    const [one, two] = marks.store.getState().stops
    app.session.setSpeed(Number.POSITIVE_INFINITY)
    for (const stop of [one, two]) {
      app.session.play()
      await live(1000)
      expect(seen()).toMatchObject({ state: 'paused', now: String(stop?.at) })
    }
    marks.turnBreakpoint(1, false)
    app.session.play()
    await live(2000)
    expect(Number(seen().now)).toBe(120 * S)
  })

  test('each threshold has moments of its own, also where the words of one begin those of another', async () => {
    const { marks, live, to } = await openMarks()
    await to(0)
    const crossing = { node: 'queue', gauge: 'visible', isAbove: true, value: 4 }
    marks.addBreakpoint({ is: 'crossing', crossing, text: 'Orders: waiting above 4' })
    marks.addBreakpoint({ is: 'crossing', crossing: { ...crossing, value: 4000 }, text: 'Orders: waiting above 4,000' })
    await live(50)
    const { crossings, stops } = marks.store.getState()
    expect(crossings.get('queue visible > 4')).toEqual(stops.map(({ at }) => at))
    expect(crossings.get('queue visible > 4000')).toEqual([])
  })
})
