import { ENGINE_VERSION } from '../protocol/engineVersion.ts'
import { decodeLink } from '../scenario/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Autosave, SavedWork } from './autosave.ts'
import { droppedText } from './droppedText.ts'
import { carriesTime } from './linkTime.ts'
import type { ScenarioHistory } from './scenarioStore.ts'
import type { SessionRunner } from './sessionRunner.ts'
import type { Notice, ViewStore } from './viewStore.ts'

export type Opening = {
  /**
   * Another scenario. Without a time it plays from the start; with one it stands there, unless `autoplay`. `covers`: what was
   * made here is not kept (the next step of a lesson).
   */
  openScenario: (scenario: Scenario, tSeconds?: number, autoplay?: boolean, covers?: boolean) => void
  /** A link's hash. What cannot be opened stays at hand and the starter scenario runs. */
  openHash: (hash: string) => Promise<void>
  /** Work of this tab, as it was left. */
  openWork: (work: SavedWork) => void
  /** A number that is another one as soon as anything else was opened. */
  opened: () => number
  /** Keeps work that a link is about to cover, and offers it. */
  setAside: (work: SavedWork) => void
}

type Parts = {
  runner: SessionRunner
  history: ScenarioHistory
  view: ViewStore
  autosave: Autosave
  starter: () => Scenario
  /** The work of this moment. */
  present: () => SavedWork
}

/** Every way in which the document is replaced by another one. Nothing that was made here is lost by any of them. */
export function createOpening({ runner, history, view, autosave, starter, present }: Parts): Opening {
  let newest = 0
  let aside = false

  function show(scenario: Scenario, toMicros: number, resume: boolean, engineMatches: boolean | null, edited = false) {
    newest += 1
    history.open(scenario, edited)
    view.getState().select(null)
    view.setState({ cursorMicros: null, tool: null, course: undefined, writing: false })
    runner.setEngineMatches(engineMatches)
    runner.send({ type: 'LOAD', toMicros, durationMicros: Math.round(scenario.durationSeconds * 1e6), resume })
  }

  function setAside(work: SavedWork) {
    if (!work.edited) return
    autosave.write('aside', work)
    aside = true
  }

  /** What is to be told after something was opened, with the offer of the work that it covered. */
  function tell(notice: Notice | null) {
    const offer: Notice['action'] = aside ? { label: 'Open my work again', run: () => void openAside() } : undefined
    aside = false
    if (offer === undefined) view.setState({ notice })
    else view.setState({ notice: { ...(notice ?? { text: 'Your own changes are kept in this tab.' }), action: offer } })
  }

  async function openAside() {
    const work = await autosave.read('aside')
    if (work === null) return
    setAside(present())
    openWork({ ...work, playing: false })
    tell(null)
  }

  function openWork(work: SavedWork) {
    show(work.scenario, work.playheadMicros, work.playing, work.engineMatches, work.edited)
  }

  function openScenario(scenario: Scenario, tSeconds?: number, autoplay = tSeconds === undefined, covers = false) {
    if (!covers) setAside(present())
    show(scenario, (tSeconds ?? 0) * 1e6, autoplay, null)
    tell(null)
  }

  async function openHash(hash: string) {
    newest += 1
    const mine = newest
    const result = await decodeLink(hash)
    if (mine !== newest) return
    setAside(present())
    if (!result.ok) {
      show(starter(), 0, true, null)
      return tell({ text: 'This link could not be opened.', detail: result.message, linkText: hash })
    }
    const { scenario, tSeconds, engine, dropped } = result
    const engineMatches = engine === null ? null : engine === ENGINE_VERSION
    show(scenario, tSeconds * 1e6, !carriesTime(hash), engineMatches)
    const texts = []
    if (engineMatches === false)
      texts.push('This link was made with another version of the engine: its run may differ here.')
    if (dropped.length > 0) texts.push('Parts of this link are not known here and were left out.')
    tell(
      texts.length === 0
        ? null
        : { text: texts.join(' '), linkText: hash, ...(dropped.length > 0 ? { detail: droppedText(dropped) } : {}) },
    )
  }

  return { openScenario, openHash, openWork, setAside, opened: () => newest }
}
