import { editEffect, STARTER } from '../scenario/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { createActions } from './actions.ts'
import { createFirstMessageMark, writeAttributes } from './attributes.ts'
import { createAutosave, type SavedWork } from './autosave.ts'
import { createBootstrap } from './bootstrap.ts'
import { createCommands } from './commands.ts'
import type { FrameSource } from './frames.ts'
import { createGauges } from './gauges.ts'
import { createOpening } from './opening.ts'
import type { Platform } from './platform.ts'
import { createRememberedView } from './preferences.ts'
import { createRerun } from './rerun.ts'
import { createScenarioHistory } from './scenarioStore.ts'
import { createSessionRunner } from './sessionRunner.ts'
import { throttle } from './throttle.ts'
import { createUrlSync } from './urlSync.ts'
import type { ViewStore } from './viewStore.ts'

const SAVE_INTERVAL_MS = 1000
/** More futures than these are one too many to choose from. */
const ASIDES_MAX = 5

/** The door: one producer, one shard, one reader. */
const starter = (): Scenario => STARTER

export type App = ReturnType<typeof createApp>

/** What is gone is not selected. */
function keepSelection(view: ViewStore, { nodes, links }: Scenario): void {
  const { selectedId, alsoSelected, selectedLink: link } = view.getState()
  const selected = selectedId === null ? alsoSelected : [selectedId, ...alsoSelected]
  const left = selected.filter((id) => nodes.some((node) => node.id === id))
  if (left.length < selected.length) view.getState().selectAll(left)
  if (link !== null && !links.some(({ from, to }) => from === link.from && to === link.to))
    view.setState({ selectedLink: null })
}

/** Puts the state layer together over one platform. The browser has one of these; each test has its own. */
export function createApp(platform: Platform) {
  const { view, remember } = createRememberedView(platform)
  const history = createScenarioHistory(starter(), (after, before, cause) => {
    if (cause === 'open') {
      view.setState({ asides: [] })
      return
    }
    if (editEffect(before, after) === 'rerun') rerun.request(cause === 'gesture' ? 'drag' : 'edit')
    keepSelection(view, after)
    save.ask()
    urlSync.documentChanged()
  })
  const runner = createSessionRunner(platform, () => history.store.getState().scenario)
  const gauges = createGauges(runner.frames, () => runner.store.getState().state === 'running', platform.nowMs)
  const rerun = createRerun(() => {
    const { durationSeconds } = history.store.getState().scenario
    runner.send({ type: 'LOAD', toMicros: runner.playheadMicros(), durationMicros: Math.round(durationSeconds * 1e6) })
  })

  const autosave = createAutosave(platform.tabStore, () =>
    view.setState({ notice: { text: 'This browser keeps nothing for this tab: copy the link to keep your work.' } }),
  )
  const present = (): SavedWork => ({
    scenario: history.store.getState().scenario,
    playheadMicros: runner.playheadMicros(),
    playing: runner.store.getState().playing,
    edited: history.edited(),
    engineMatches: runner.store.getState().engineMatches,
    hash: platform.hash(),
  })
  // What this tab was left with is read before anything is written over it.
  let opened = false
  const save = throttle(
    () => opened && autosave.write('work', present()),
    SAVE_INTERVAL_MS,
    platform.nowMs,
    platform.later,
  )
  const urlSync = createUrlSync(platform, present, view.getState)
  const opening = createOpening({ runner, history, view, autosave, starter, present })
  const open = createBootstrap({ platform, view, autosave, opening, urlSync, starter, warmUp: runner.warmUp })

  let stops = false
  runner.onChange((now, before) => {
    if (now !== 'booting' && now !== 'seeking' && (before === 'booting' || before === 'seeking')) rerun.ended()
    if (now === 'running') {
      stops = true
      return
    }
    save.ask()
    // A pause is written at once; steps and scrubbing may come sixty times a second.
    if (stops && now === 'paused' && runner.exact()) {
      stops = false
      urlSync.now()
    } else urlSync.ask()
  })
  gauges.subscribe(() => {
    save.ask()
    urlSync.ask()
  })
  // Before this the browser is not touched: views can be tested where there is none.
  async function begin() {
    remember()
    const see = () => runner.send({ type: platform.hidden() ? 'HIDE' : 'SHOW' })
    platform.onVisibility(() => {
      see()
      save.now()
    })
    platform.onLeave(save.now)
    writeAttributes(platform, runner, gauges)
    see()
    await open()
    opened = true
    save.now()
  }
  let begun: Promise<void> | null = null

  const { frames } = runner
  const source: FrameSource = {
    current: frames.current,
    onFrame: frames.onFrame,
    setDotWindowMicros: frames.setDotWindowMicros,
  }
  return {
    bootstrap() {
      begun ??= begin()
      return begun
    },
    scenarioStore: history.store,
    viewStore: view,
    sessionStore: runner.store,
    session: createCommands(runner, history, platform.randomSeed),
    frames: source,
    readGauges: gauges.read,
    onGauges: gauges.subscribe,
    requestSeries: runner.requestSeries,
    requestStored: runner.requestStored,
    openScenario: opening.openScenario,
    applyEdit: history.apply,
    endGesture: history.endGesture,
    earliest: history.earliest,
    undo: history.undo,
    redo: history.redo,
    ...createActions(history, runner.playheadMicros, (aside) =>
      view.setState(({ asides }) => ({ asides: [aside, ...asides].slice(0, ASIDES_MAX) })),
    ),
    playheadMicros: runner.playheadMicros,
    setStops: runner.setStops,
    pageLink: urlSync.pageLink,
    markFirstMessage: createFirstMessageMark(platform),
  }
}
