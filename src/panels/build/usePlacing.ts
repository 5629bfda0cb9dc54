import { type PointerEvent, useRef, useState } from 'react'
import { viewStore } from '../../state/index.ts'
import { placeNew } from '../../state/workbench/placing.ts'
import { say } from '../../state/workbench/selection.ts'
import { stage } from '../../state/workbench/stageDoor.ts'
import type { PaletteEntry } from './paletteKinds.ts'

/** A press that moves less than this is a click. */
const DRAG_PX = 4

type Dragged = { entry: PaletteEntry; x: number; y: number }

/** Drag a kind out of the palette, or place it where its column has room: by click, Enter or Space. */
export function usePlacing() {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  // The click that may follow a drag places nothing a second time.
  const hasDragged = useRef(false)

  function onPointerDown(event: PointerEvent<HTMLElement>, entry: PaletteEntry) {
    if (event.button !== 0) return
    const { clientX: startX, clientY: startY, pointerId } = event
    let isDrag = false
    const move = (moved: globalThis.PointerEvent) => {
      if (moved.pointerId !== pointerId) return
      isDrag ||= Math.hypot(moved.clientX - startX, moved.clientY - startY) >= DRAG_PX
      if (isDrag) setDragged({ entry, x: moved.clientX, y: moved.clientY })
    }
    const end = (ended: Event) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      removeEventListener('keydown', cancel, true)
      setDragged(null)
      if (!isDrag) return
      hasDragged.current = true
      setTimeout(() => {
        hasDragged.current = false
      })
      if (ended.type === 'pointerup' && 'clientX' in ended) {
        const { clientX, clientY } = ended as globalThis.PointerEvent
        const at = stage()?.pointAt(clientX, clientY)
        if (at != null) placeNew(entry.kind, at, entry.named)
      }
    }
    const cancel = (key: globalThis.KeyboardEvent) => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      end(key)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    addEventListener('keydown', cancel, true)
  }

  /** By keyboard the node has the arrows until it is settled. */
  function place(entry: PaletteEntry, byKeyboard: boolean) {
    if (hasDragged.current) return
    const id = placeNew(entry.kind, null, entry.named)
    if (id === null) return
    stage()?.show(id)
    if (!byKeyboard) return
    viewStore.setState({ placingId: id })
    stage()?.focus(id)
    say('Placed. Arrow keys move it, Enter goes back to the palette, Escape stays on the canvas.')
  }

  return { dragged, onPointerDown, place }
}
