import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Scenario } from '../scenario/scenario.ts'

/** More steps than anybody takes back, few enough to cost nothing: documents share their unchanged parts. */
export const UNDO_STEPS_MAX = 200

export type ScenarioState = {
  scenario: Scenario
  canUndo: boolean
  canRedo: boolean
  /** Counts documents that were opened: what belongs to one of them alone begins anew with the next. */
  opened: number
}

/** Told after every change of the document, with the document before. */
export type DocumentChange = (
  after: Scenario,
  before: Scenario,
  cause: 'open' | 'edit' | 'gesture' | 'undo' | 'redo',
) => void

export type ScenarioHistory = {
  store: StoreApi<ScenarioState>
  /** Another document; its history starts empty. `edited`: it holds work that is nowhere else. */
  open: (scenario: Scenario, edited?: boolean) => void
  /** Edits with the same gesture key are one undo step, until the gesture ends. */
  apply: (edit: (scenario: Scenario) => Scenario, gesture?: string) => void
  endGesture: () => void
  undo: () => void
  redo: () => void
  /** The key of the gesture under way. */
  gesture: () => string | null
  /** The document as it was opened, or as far back as undo goes. */
  earliest: () => Scenario
  /** True when the document holds something that opening another one would lose. */
  edited: () => boolean
}

/** The document and its undo stacks. Knows nothing of runs: `onChange` decides what a change means for them. */
export function createScenarioHistory(first: Scenario, onChange: DocumentChange): ScenarioHistory {
  const store = createStore<ScenarioState>(() => ({ scenario: first, canUndo: false, canRedo: false, opened: 0 }))
  let past: Scenario[] = []
  let future: Scenario[] = []
  let gesture: string | null = null
  let editedBefore = false
  let opened = 0

  const present = () => store.getState().scenario
  const show = (scenario: Scenario) =>
    store.setState({ scenario, canUndo: past.length > 0, canRedo: future.length > 0, opened })

  function endGesture() {
    if (gesture === null) return
    gesture = null
    // A drag that came back to where it began is not a step.
    if (JSON.stringify(past.at(-1)) === JSON.stringify(present())) past.pop()
    show(present())
  }

  function apply(edit: (scenario: Scenario) => Scenario, key?: string) {
    if (gesture !== null && gesture !== key) endGesture()
    const before = present()
    const after = edit(before)
    if (after === before) return
    const continues = key !== undefined && gesture === key
    if (!continues) past = [...past.slice(1 - UNDO_STEPS_MAX), before]
    future = []
    gesture = key ?? null
    show(after)
    onChange(after, before, key === undefined ? 'edit' : 'gesture')
  }

  function move(from: Scenario[], to: Scenario[], cause: 'undo' | 'redo') {
    const target = from.pop()
    if (target === undefined) return
    const before = present()
    to.push(before)
    show(target)
    onChange(target, before, cause)
  }

  return {
    store,
    open(scenario, edited = false) {
      const before = present()
      past = []
      future = []
      gesture = null
      editedBefore = edited
      opened += 1
      show(scenario)
      onChange(scenario, before, 'open')
    },
    apply,
    endGesture,
    undo() {
      endGesture()
      move(past, future, 'undo')
    },
    redo() {
      endGesture()
      move(future, past, 'redo')
    },
    gesture: () => gesture,
    earliest: () => past[0] ?? present(),
    edited: () => editedBefore || past.length > 0,
  }
}
