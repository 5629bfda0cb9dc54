// The only door of the state layer. Views read and act through these names and through nothing else.

import { createApp } from './app.ts'
import { browserPlatform } from './browserPlatform.ts'
import { createHooks } from './hooks.ts'

export { seenId } from '../protocol/layout.ts'
export type { GaugeReader } from './gaugeReader.ts'
export type { GaugeOfNode } from './series.ts'
export type { ChartWish, Course, Show, ViewState } from './viewStore.ts'

const app = createApp(browserPlatform())
const hooks = createHooks(app)

/** Opens the link in the address bar, else this tab's work, else the starter scenario. Calling it again changes nothing. */
export const bootstrap: () => Promise<void> = app.bootstrap

/** The document: `{scenario, canUndo, canRedo}`. */
export const scenarioStore = app.scenarioStore
export const useScenario = hooks.useScenario
export const { openScenario, applyEdit, endGesture, earliest, undo, redo, turn, act, playheadMicros, readGauges } = app

/** What is shown, never part of the document: selection, theme, notices. */
export const viewStore = app.viewStore
export const useView = hooks.useView

/** play, pause, toggle, step, seek, reset, newSeed, setSpeed, retry, cancel. */
export const { session, sessionStore, setStops } = app
export const useSession = hooks.useSession

/** Frames for painters: `current()`, `onFrame(fn)`, `setDotWindowMicros(micros)`. */
export const { frames } = app
/** Numbers for panels: at most four times a second while running, at once when paused. */
export const useGauges = hooks.useGauges
/** History for charts; never rejects: what is not known is NaN. */
export const { requestSeries } = app
/** Records that each shard of a stream got before a moment, exactly. */
export const { requestStored } = app

/** The absolute link of the present scenario at the present playhead. */
export const pageLink = app.pageLink
/** Painters say when the first moving message is on the screen (`data-first-message`). */
export const markFirstMessage = app.markFirstMessage
