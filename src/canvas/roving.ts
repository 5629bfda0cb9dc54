import { type KeyboardEvent, useCallback, useSyncExternalStore } from 'react'
import { moveNode } from '../scenario/index.ts'
import { applyEdit, endGesture, scenarioStore, viewStore } from '../state/index.ts'
import { type Arrow, nextAlongLinks } from './followLinks.ts'

// One node of the canvas is in the tab order; arrows move between nodes along their links.

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

/** The first node from the left, until one has had the focus. */
function rovingId(): string | null {
  const { nodes } = scenarioStore.getState().scenario
  if (current !== null && nodes.some((node) => node.id === current)) return current
  return nodes.slice().sort((a, b) => a.x - b.x || a.y - b.y)[0]?.id ?? null
}

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
const isArrow = (key: string): key is Arrow => key in SHIFTS

export function useRoving(id: string) {
  const tabIndex = useSyncExternalStore(subscribe, () => (rovingId() === id ? 0 : -1))
  const onFocus = useCallback(() => setCurrent(id), [id])
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter') viewStore.getState().select(id)
      else if (event.key === 'Escape') {
        viewStore.getState().select(null)
        event.currentTarget.blur()
      } else if (isArrow(event.key) && event.altKey) {
        const [dx, dy] = SHIFTS[event.key]
        const node = scenarioStore.getState().scenario.nodes.find((entry) => entry.id === id)
        // Steps in one go are one move: the gesture ends when the key is let go of.
        if (node) applyEdit((scenario) => moveNode(scenario, id, node.x + dx, node.y + dy), `move:${id}`)
        event.currentTarget.addEventListener('keyup', endGesture, { once: true })
      } else if (isArrow(event.key) && !event.ctrlKey && !event.metaKey) {
        const next = nextAlongLinks(scenarioStore.getState().scenario, id, event.key)
        if (next !== null) focusNode(next)
      } else return
      event.preventDefault()
      event.stopPropagation()
    },
    [id],
  )
  return { tabIndex, onFocus, onKeyDown }
}
