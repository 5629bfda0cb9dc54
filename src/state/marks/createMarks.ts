import { createStore } from 'zustand/vanilla'
import type { Answer, FirstSeen, Question } from '../../protocol/inquiry.ts'
import { editEffect } from '../../scenario/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { App } from '../app.ts'
import type { Inquiry } from '../inquiry.ts'
import { type Breakpoint, crossingKey, nearest, type Stop, stopsOf, type When } from './stops.ts'

export type MarksState = {
  /** What happened for the first time, in this run or, while it is looked for anew, in the run before the last edit; null: not looked for. */
  firsts: readonly FirstSeen[] | null
  isLooking: boolean
  /** How much of the run has been played for it, 0 to 1. */
  share: number
  /** Why nothing can be told of this run. */
  message: string | null
  breakpoints: readonly Breakpoint[]
  /** When numbers cross values, as far as that was asked, by `crossingKey`. */
  crossings: ReadonlyMap<string, readonly number[]>
  /** Where the run will stop, as far as it is known. */
  stops: readonly Stop[]
}

type Put = (scenario: Scenario, question: Question, onShare: (share: number) => void) => Inquiry
type Page = Pick<App, 'scenarioStore' | 'sessionStore' | 'viewStore' | 'session' | 'setStops' | 'playheadMicros'>
/** setTimeout; the result cancels. */
type Later = (run: () => void, afterMs: number) => () => void

/** An edit is often followed by another one. */
const AFTER_EDIT_MS = 400
/** More crossings of one value are not stopped at. */
const CROSSINGS_MAX = 200

/**
 * What a run does first, and where it is to stop. All of it is known by playing the run once more in a thread of its own, so it
 * changes no bit of the run that is shown, and a stop is at the microsecond of its cause however fast the run is shown.
 */
export function createMarks(page: Page, put: Put, later: Later) {
  const nothing: MarksState = {
    firsts: null,
    isLooking: false,
    share: 0,
    message: null,
    breakpoints: [],
    crossings: new Map(),
    stops: [],
  }
  const store = createStore<MarksState>(() => nothing)
  const now = store.getState
  const scenario = () => page.scenarioStore.getState().scenario
  const nameOf = (id: string) => scenario().nodes.find((node) => node.id === id)?.name ?? id
  let isShown = false
  let firstsKnown = false
  let inquiry: Inquiry | null = null
  let stopTimer = () => {}
  let playedFrom = page.playheadMicros()
  let nextId = 1

  function missing(): Question | null {
    const untilMicros = Math.round(scenario().durationSeconds * 1e6)
    const on = now().breakpoints.filter(({ isOn }) => isOn)
    if (now().message !== null) return null
    if (!firstsKnown && (isShown || on.some(({ when }) => when.is === 'first'))) return { kind: 'firsts', untilMicros }
    const of = on.flatMap(({ when }) =>
      when.is === 'crossing' && !now().crossings.has(crossingKey(when.crossing)) ? [when.crossing] : [],
    )
    return of.length > 0 ? { kind: 'crossings', of, untilMicros, atMost: CROSSINGS_MAX } : null
  }

  /** Asks for what is not known yet, one question after the other. */
  function look() {
    inquiry?.cancel()
    inquiry = null
    const question = missing()
    store.setState({ isLooking: question !== null, share: 0 })
    if (question === null) return arm()
    const asked = put(scenario(), question, (share) => inquiry === asked && store.setState({ share }))
    inquiry = asked
    void asked.answer.then((answer) => {
      if (inquiry !== asked) return
      take(question, answer)
      look()
    })
  }

  function take(question: Question, answer: Answer) {
    if (answer.kind === 'firsts') {
      firstsKnown = true
      store.setState({ firsts: answer.firsts })
    } else if (answer.kind === 'crossings' && question.kind === 'crossings') {
      const found = question.of.map((one, i) => [crossingKey(one), answer.moments[i] ?? []] as const)
      store.setState({ crossings: new Map([...now().crossings, ...found]) })
    } else giveUp(answer.kind === 'none' ? answer.message : 'The answer could not be read.')
  }

  /** What was found in the run before the last edit does not stand for this one. */
  function giveUp(message: string) {
    store.setState(({ firsts }) => ({ message, isLooking: false, firsts: firstsKnown ? firsts : null }))
  }

  function goTo(at: number) {
    page.session.pause()
    page.session.seek(at)
  }

  function arm() {
    const { breakpoints, firsts, crossings } = now()
    const stops = stopsOf(breakpoints, firstsKnown ? (firsts ?? []) : [], crossings, nameOf)
    store.setState({ stops })
    page.setStops(stops.map(({ at }) => at))
    // Where it should have stopped was not known yet when it came past.
    if (page.sessionStore.getState().state !== 'running') return
    const playhead = page.playheadMicros()
    const passed = stops.find(({ at }) => at > playedFrom && at <= playhead)
    if (passed === undefined) return
    goTo(passed.at)
    tell(passed)
  }

  let told: unknown = null
  function tell({ text }: Stop) {
    told = { text: `Stopped: ${text}.` }
    page.viewStore.setState({ notice: told as { text: string } })
  }

  page.sessionStore.subscribe((after, before) => {
    if (after.state === 'running' && before.state !== 'running') {
      playedFrom = page.playheadMicros()
      if (told !== null && page.viewStore.getState().notice === told) page.viewStore.setState({ notice: null })
    }
    if (after.state !== 'paused' || before.state !== 'running') return
    const at = page.playheadMicros()
    const stop = now().stops.find((one) => one.at === at)
    if (stop !== undefined) tell(stop)
  })
  /** Those of nodes that were deleted; undo brings both back. */
  let away: readonly Breakpoint[] = []
  page.scenarioStore.subscribe((after, before) => {
    const isSame = after.opened === before.opened
    if (isSame && editEffect(before.scenario, after.scenario) === 'none') return
    const isThere = ({ when }: Breakpoint) =>
      when.is === 'first' || (isSame && after.scenario.nodes.some(({ id }) => id === when.crossing.node))
    const all = [...now().breakpoints, ...away].sort((a, b) => a.id - b.id)
    away = isSame ? all.filter((one) => !isThere(one)) : []
    inquiry?.cancel()
    inquiry = null
    firstsKnown = false
    page.setStops([])
    store.setState({
      stops: [],
      crossings: new Map(),
      message: null,
      breakpoints: all.filter(isThere),
    })
    stopTimer()
    // With the last breakpoint gone nothing is looked for any more, though a question may have been under way.
    const isLooking = missing() !== null
    store.setState({ isLooking })
    if (!isLooking) return
    stopTimer = later(look, AFTER_EDIT_MS)
  })

  const changeBreakpoints = (breakpoints: readonly Breakpoint[]) => {
    store.setState({ breakpoints })
    look()
  }
  const momentsKnown = () => {
    const { interventions, bookmarks = [] } = scenario()
    const firsts = (now().firsts ?? []).map(({ atMicros }) => atMicros)
    return [...firsts, ...now().stops.map(({ at }) => at), ...[...interventions, ...bookmarks].map(({ at }) => at)]
  }
  const settled = () =>
    new Promise<void>((resolve) => {
      if (!now().isLooking) return resolve()
      const stop = store.subscribe(({ isLooking }) => {
        if (isLooking) return
        stop()
        resolve()
      })
    })

  return {
    store,
    /** What happens first is looked for, and again after edits, until it is hidden. */
    show(shown: boolean) {
      isShown = shown
      look()
    },
    /** Ends what is being looked for; it stays unknown until somebody wants to look again, or edits the run. */
    cancel() {
      stopTimer()
      giveUp('Cancelled: the marks are not known.')
      look()
    },
    lookAgain() {
      store.setState({ message: null })
      look()
    },
    addBreakpoint: (when: When) => changeBreakpoints([...now().breakpoints, { id: nextId++, isOn: true, when }]),
    turnBreakpoint: (id: number, isOn: boolean) =>
      changeBreakpoints(now().breakpoints.map((one) => (one.id === id ? { ...one, isOn } : one))),
    removeBreakpoint: (id: number) => changeBreakpoints(now().breakpoints.filter((one) => one.id !== id)),
    /** Stands still at a moment. */
    goTo,
    /** To the next mark after the playhead, or the last one before it, when all of them are known. False: there is none. */
    async go(direction: 1 | -1): Promise<boolean> {
      await settled()
      const at = nearest(momentsKnown(), page.playheadMicros(), direction)
      if (at === null) return false
      goTo(at)
      return true
    },
  }
}
