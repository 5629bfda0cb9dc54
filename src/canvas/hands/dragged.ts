import type { PointerEvent } from 'react'

type Drag = {
  /** How far the pointer has gone, in the drawing's own pixels, and where it is inside the handle. */
  moves: (dx: number, dy: number) => void
  /** Let go of after it has moved. */
  ends: () => void
  /** Given up: Escape, a second finger, or the pointer is gone. */
  stops: () => void
  /** Let go of where it was taken. */
  clicks?: () => void
}

/** A tremble of the hand is no drag. */
const LEAST_PIXELS = 3

/** Follows the pointer from its press on a handle until it lets go. */
export function dragged(event: PointerEvent<HTMLElement>, { moves, ends, stops, clicks }: Drag): void {
  if (event.button !== 0) return
  const handle: HTMLElement = event.currentTarget
  const { clientX, clientY, pointerId } = event
  const zoom = handle.getBoundingClientRect().width / handle.offsetWidth || 1
  let isDrag = false
  event.preventDefault()
  event.stopPropagation()
  handle.focus()
  handle.setPointerCapture(pointerId)
  const over = new AbortController()
  const until = { signal: over.signal }
  handle.addEventListener(
    'pointermove',
    (move) => {
      const [dx, dy] = [move.clientX - clientX, move.clientY - clientY]
      isDrag ||= Math.hypot(dx, dy) >= LEAST_PIXELS
      if (isDrag) moves(dx / zoom, dy / zoom)
    },
    until,
  )
  handle.addEventListener(
    'pointerup',
    () => {
      over.abort()
      if (isDrag) ends()
      else clicks?.()
    },
    until,
  )
  const giveUp = () => {
    over.abort()
    stops()
  }
  handle.addEventListener('pointercancel', giveUp, until)
  addEventListener('pointerdown', giveUp, { ...until, capture: true })
  addEventListener(
    'keydown',
    (press) => {
      if (press.key !== 'Escape') return
      giveUp()
      press.stopPropagation()
    },
    { ...until, capture: true },
  )
}
