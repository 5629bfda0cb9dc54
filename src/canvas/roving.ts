import { type KeyboardEvent, useCallback, useSyncExternalStore } from 'react'
import { moveNode } from '../scenario/index.ts'
import { applyEdit, endGesture, scenarioStore, viewStore } from '../state/index.ts'
import type { Arrow } from './followLinks.ts'

// One node of the canvas is in the tab order; arrows move between nodes along their links, Page Up and Page Down to any.

let current: string | null = null
const listeners = new Set<() => void>()

function setCurrent(id: string): void {
  if (id === current) return
  current = id
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The first node from the left, until one has had the focus. Every handle of the drawing asks whenever it is drawn: nothing is sorted. */
function rovingId(): string | null {
  const { nodes } = scenarioStore.getState().scenario
  if (current !== null && nodes.some((node) => node.id === current)) return current
  let first = nodes[0]
  for (const node of nodes) if (first && (node.x - first.x || node.y - first.y) < 0) first = node
  return first?.id ?? null
}

/** Whether this node is the one in the tab order; what can be taken hold of on it follows it there. */
export const useIsCurrent = (id: string): boolean => useSyncExternalStore(subscribe, () => rovingId() === id)

export function focusNode(id: string): void {
  document.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus()
}

const STEP = 10
const SHIFTS: Record<Arrow, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}
const EDIT_KEYS = new Set(['Delete', 'Backspace', 'F2'])

/** What was just put down stays where it is; for the next one the keyboard goes back to the palette. */
function settle(goesBack: boolean): void {
  viewStore.setState({ placingId: null })
  if (goesBack) document.querySelector<HTMLElement>('[data-palette] [tabindex="0"]')?.focus()
}

function move(ids: readonly string[], [dx, dy]: readonly [number, number], times: number): void {
  applyEdit(
    (scenario) =>
      ids.reduce((now, id) => {
        const node = now.nodes.find((entry) => entry.id === id)
        return node ? moveNode(now, id, node.x + dx * times, node.y + dy * times) : now
      }, scenario),
    `move:${ids.join()}`,
  )
}

/** Who never comes to a node by keyboard needs no way on; whoever does has it before the next key. */
const links = () => import('./followLinks.ts')

const goTo = (id: string | null) => {
  if (id !== null) focusNode(id)
}

const isArrow = (key: string): key is Arrow => key in SHIFTS

export function useRoving(id: string) {
  const tabIndex = useIsCurrent(id) ? 0 : -1
  const onFocus = useCallback(() => {
    setCurrent(id)
    void links()
  }, [id])
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { key } = event
      const { scenario } = scenarioStore.getState()
      const { selectedId, alsoSelected, selectedLink, placingId, select } = viewStore.getState()
      const isSelected = selectedId === id || alsoSelected.includes(id)
      if (key === 'Enter' && placingId === id) settle(true)
      else if (key === 'Enter' && event.shiftKey) {
        const others = selectedId === null ? [] : [selectedId, ...alsoSelected]
        viewStore.getState().selectAll(isSelected ? others.filter((other) => other !== id) : [...others, id])
      } else if (key === 'Enter') select(id)
      else if (key === 'Escape') {
        if (placingId === id) settle(false)
        else {
          select(null)
          event.currentTarget.blur()
        }
      } else if (key === 'c' && !event.ctrlKey && !event.metaKey && !event.altKey)
        viewStore.setState({ tool: { is: 'connect', fromId: id } })
      else if (isArrow(key) && (event.altKey || placingId === id)) {
        move(isSelected ? [selectedId ?? id, ...alsoSelected] : [id], SHIFTS[key], event.shiftKey ? 5 : 1)
        // Steps in one go are one move: the gesture ends when the key is let go of.
        event.currentTarget.addEventListener('keyup', endGesture, { once: true })
      } else if (isArrow(key) && !event.ctrlKey && !event.metaKey) {
        void links().then(({ nextAlongLinks }) => goTo(nextAlongLinks(scenario, id, key)))
      } else if (key === 'PageDown' || key === 'PageUp') {
        void links().then(({ nextInOrder }) => goTo(nextInOrder(scenario, id, key === 'PageDown' ? 1 : -1)))
      } else if (key === 'l' && !event.ctrlKey && !event.metaKey && !event.altKey)
        void import('./chooseLink.ts').then(({ chooseLink }) => chooseLink(id))
      else {
        // A key for what is selected (Delete, F2, Ctrl D, ...) means this node, or a link that was chosen.
        const edits = EDIT_KEYS.has(key) || ((event.ctrlKey || event.metaKey) && 'dxc'.includes(key))
        if (edits && !isSelected && selectedLink === null) select(id)
        return
      }
      event.preventDefault()
      event.stopPropagation()
    },
    [id],
  )
  return { tabIndex, onFocus, onKeyDown }
}
