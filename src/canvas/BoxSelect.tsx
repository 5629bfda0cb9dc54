import { type RefObject, useEffect, useState } from 'react'
import { scenarioStore, viewStore } from '../state/index.ts'
import { selectedIds } from '../state/workbench/selection.ts'
import { stage } from '../state/workbench/stageDoor.ts'

type Corners = { fromX: number; fromY: number; toX: number; toY: number }

/** With Shift held, a drag over empty canvas selects what the rectangle touches, beside what was selected before. */
export function BoxSelect({ surface }: { surface: RefObject<HTMLElement | null> }) {
  const [corners, setCorners] = useState<Corners | null>(null)
  useEffect(() => {
    const element = surface.current
    if (element === null) return
    const begin = (event: PointerEvent) => {
      const pane = event.target instanceof Element && event.target.classList.contains('react-flow__pane')
      if (!pane || !event.shiftKey || event.button !== 0) return
      const before = selectedIds()
      const start = { fromX: event.clientX, fromY: event.clientY }
      const move = (moved: PointerEvent) => {
        const now = { ...start, toX: moved.clientX, toY: moved.clientY }
        setCorners(now)
        viewStore.getState().selectAll([...new Set([...before, ...touched(now)])])
      }
      const end = () => {
        setCorners(null)
        removeEventListener('pointermove', move)
        removeEventListener('pointerup', end)
        removeEventListener('pointercancel', end)
      }
      addEventListener('pointermove', move)
      addEventListener('pointerup', end)
      addEventListener('pointercancel', end)
    }
    // Panning begins with the mouse event that follows; here it must not.
    const hold = (event: MouseEvent) => {
      if (event.shiftKey && event.target instanceof Element && event.target.classList.contains('react-flow__pane'))
        event.stopPropagation()
    }
    element.addEventListener('pointerdown', begin, true)
    element.addEventListener('mousedown', hold, true)
    element.addEventListener('click', hold, true)
    return () => {
      element.removeEventListener('pointerdown', begin, true)
      element.removeEventListener('mousedown', hold, true)
      element.removeEventListener('click', hold, true)
    }
  }, [surface])
  if (corners === null) return null
  const frame = surface.current?.getBoundingClientRect()
  const { left, top, width, height } = rectangle(corners)
  return (
    <div
      className="stage-box-select"
      style={{ left: left - (frame?.left ?? 0), top: top - (frame?.top ?? 0), width, height }}
    />
  )
}

function rectangle({ fromX, fromY, toX, toY }: Corners) {
  return {
    left: Math.min(fromX, toX),
    top: Math.min(fromY, toY),
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
  }
}

function touched(corners: Corners): string[] {
  const { left, top, width, height } = rectangle(corners)
  const door = stage()
  const [from, to] = [door?.pointAt(left, top), door?.pointAt(left + width, top + height)]
  if (!door || !from || !to) return []
  const boxes = door.boxesOf(scenarioStore.getState().scenario)
  return [...boxes].flatMap(([id, box]) =>
    box.x < to.x && box.x + box.width > from.x && box.y < to.y && box.y + box.height > from.y ? [id] : [],
  )
}
