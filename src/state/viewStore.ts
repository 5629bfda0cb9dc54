import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LifeAnswer, Question } from '../protocol/inquiry.ts'
import type { ByteUnits } from '../scenario/byteUnits.ts'
import type { Beat } from '../scenario/show/beats.ts'
import type { Rounds } from '../scenario/show/votes.ts'
import type { Aside } from './actions.ts'

/** One message for the person at the page. `linkText` keeps a link that could not be opened at hand. */
export type Notice = {
  text: string
  detail?: string
  linkText?: string
  /** What may be done about it, as a button. */
  action?: { label: string; run: () => void }
}

/** Projector: the highest contrast, large, panels behind a key. */
export type Theme = 'system' | 'light' | 'dark' | 'projector'
/** Calm: nothing crosses a link, tapes move on; reduced: nothing travels at all. */
export type Motion = 'system' | 'full' | 'calm' | 'reduced'
/** What a person has chosen for all scenes; it is kept by the browser and never in a link. */
export type Preferences = {
  theme: Theme
  motion: Motion
  /** Paints of keys and inks of readers; far: as far apart as can be for eyes that mix red with green. */
  paints: 'usual' | 'far'
  /** How sizes and byte rates are written, and kB and MB are read. */
  bytes: ByteUnits
  /** Kafka's words stand beside ours. */
  kafkaWords: boolean
  /** A summary is spoken while it runs. */
  spoken: boolean
  /** A table stands in the canvas's place. */
  table: boolean
}
/** On narrow screens one of these is in front. */
export type PanelTab = 'canvas' | 'inspector' | 'charts' | 'library'

/** What lies over the page for as long as it is used; one at a time. */
export type Tool =
  /** `typed`: what was typed before the list was there; `isTaken`: and Enter after it. */
  | { is: 'commands'; typed?: string; isTaken?: boolean }
  | { is: 'faults' }
  | { is: 'marks' }
  | { is: 'bookmark' }
  /** At a point of the window; `at` is the same in the canvas's own coordinates. */
  | { is: 'menu'; x: number; y: number; at: { x: number; y: number } }
  | { is: 'rename'; nodeId: string }
  | { is: 'connect'; fromId: string }
  | { is: 'settings' }
  /** A word of a text, explained beside it, or all of them. */
  | { is: 'word'; id: string; x: number; y: number }
  | { is: 'glossary'; id?: string }
  | { is: 'compare' }
  | { is: 'workshop' }
  | { is: 'handout' }

/** A step of a lesson, or a broken scene to be diagnosed (`step` 1). `opens`: its document is to be opened; `first`: over other work. */
export type Course = { id: string; step: number; opens?: 'first' | 'again' }

/** This page is what the class sees; another window, for the teacher, turns its pages. */
export type Show = {
  id: string
  beat: Beat
  isDark: boolean
  rounds: Rounds
  /** What the run said to the guess, once it was asked; NaN: it did not come to that. */
  answer: number | null
}

/** Scenes in an order. `at` counts from 0; `list` is how they stand in a link. */
export type Workshop = { ids: readonly string[]; at: number; list: string }

/** The message whose life is told. */
export type Biography = {
  /** By which it was asked for; null: it is still to be found, by its key or number. */
  question: Extract<Question, { kind: 'life' | 'mark' }> | null
  /** More than 1: asked by a mark that stands for so many. */
  standsFor: number
  /** Its place among the marks of a node, when one goes through these. */
  step: { node: string; index: number } | null
  /** What was answered. */
  life?: LifeAnswer
  /** The view stays with it; all other keys are dimmed. */
  isFollowed?: boolean
  isLit?: boolean
}

/** A chart of a node: a gauge of it (of one row, of each, of all together, or of the node as a whole), or one of the special ones. */
export type ChartWish =
  | { is: 'gauge'; nodeId: string; gauge: string; rows?: number | 'each' | 'sum' }
  | { is: 'shards' | 'latency' | 'backlog' | 'five'; nodeId: string }

export type ViewState = Preferences & {
  /** The one that the inspector and the first chart show. */
  selectedId: string | null
  /** Selected beside it. */
  alsoSelected: readonly string[]
  selectedLink: { from: string; to: string } | null
  /** The palette stands where the question stood. */
  building: boolean
  /** The form in which its question is written stands there. */
  writing: boolean
  /** A node that has just been put down: arrows move it until it is settled. */
  placingId: string | null
  tool: Tool | null
  /** Futures that were left, the last one first. */
  asides: readonly Aside[]
  /** What happens for the first time stands on the timeline. */
  marks: boolean
  biography: Biography | null
  /** A store of which was just asked why it refuses: its panel answers. */
  whyId: string | null
  /** The charts lie over the picture; `show`: the one that was just asked for. */
  bench?: { show?: ChartWish } | undefined
  /** It stands where the question stood. */
  course?: Course | undefined
  show?: Show | undefined
  workshop?: Workshop | undefined
  /** A stream or queue to which single calls are made. */
  consoleId?: string | undefined
  /** What a command has done, for those who hear the page. */
  said: string
  /** Panels that the projector's theme keeps away. */
  panelsShown: boolean
  helpOpen: boolean
  galleryOpen: boolean
  notice: Notice | null
  /** The moment under the cursor, shared by all charts; null when nothing is pointed at. */
  cursorMicros: number | null
  panel: PanelTab
  /** One node and nothing else; null: nothing. */
  select: (id: string | null) => void
  /** Selects a store and asks why it refuses. */
  askWhy: (id: string) => void
  /** Several; the first is the one that is shown. */
  selectAll: (ids: readonly string[]) => void
  setHelpOpen: (open: boolean) => void
  setGalleryOpen: (open: boolean) => void
  setNotice: (notice: Notice | null) => void
  setCursor: (micros: number | null) => void
  setPanel: (panel: PanelTab) => void
}

export type ViewStore = StoreApi<ViewState>

/** What is looked at. It is never undone, never in a link and never touches the run. */
export function createViewStore(kept: Preferences): ViewStore {
  return createStore<ViewState>((set) => ({
    selectedId: null,
    alsoSelected: [],
    selectedLink: null,
    building: false,
    writing: false,
    placingId: null,
    tool: null,
    marks: false,
    asides: [],
    biography: null,
    whyId: null,
    said: '',
    panelsShown: false,
    ...kept,
    helpOpen: false,
    galleryOpen: false,
    notice: null,
    cursorMicros: null,
    panel: 'canvas',
    select: (selectedId) => set({ selectedId, alsoSelected: [], selectedLink: null, biography: null }),
    askWhy: (id) => set({ selectedId: id, alsoSelected: [], selectedLink: null, whyId: id }),
    selectAll: ([selectedId = null, ...alsoSelected]) => set({ selectedId, alsoSelected, selectedLink: null }),
    setHelpOpen: (helpOpen) => set({ helpOpen }),
    setGalleryOpen: (galleryOpen) => set({ galleryOpen }),
    setNotice: (notice) => set({ notice }),
    setCursor: (cursorMicros) => set({ cursorMicros }),
    setPanel: (panel) => set({ panel }),
  }))
}
