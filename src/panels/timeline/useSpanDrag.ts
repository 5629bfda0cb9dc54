import { type PointerEvent, useRef } from 'react'
import type { Scenario } from '../../scenario/scenario.ts'
import { type StepSpan, stepSpans } from '../../scenario/stepSpans.ts'
import { applyEdit, endGesture, scenarioStore } from '../../state/index.ts'
import { snapMicros } from './lanes.ts'
import { type Grip, moveSpan } from './retime.ts'

const GESTURE = 'move a step'
/** Less is a click. */
const DRAG_PX = 3

type Drag = { x: number; width: number; base: Scenario; span: StepSpan; grip: Grip; moved: boolean }

/**
 * Drags bars, their ends and marks. Listens on the list as a whole, because what is dragged past another changes its place in it.
 * `onMoved` tells where the dragged span stands now; `onClick` that it was pressed and not moved.
 */
export function useSpanDrag(onMoved: (begin: number) => void, onClick: (begin: number) => void) {
  const drag = useRef<Drag | null>(null)
  const end = () => {
    if (drag.current?.moved) endGesture()
    drag.current = null
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const item = (event.target as Element).closest<HTMLElement>('[data-begin]')
      if (event.button !== 0 || item === null) return
      const base = scenarioStore.getState().scenario
      const span = stepSpans(base).find(({ begin }) => begin === Number(item.dataset['begin']))
      if (span === undefined) return
      const grip = ((event.target as HTMLElement).dataset['grip'] ?? 'both') as Grip
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { x: event.clientX, width: event.currentTarget.clientWidth, base, span, grip, moved: false }
      onMoved(span.begin)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = drag.current
      if (held === null) return
      const px = event.clientX - held.x
      if (!held.moved && Math.abs(px) < DRAG_PX) return
      held.moved = true
      const durationMicros = held.base.durationSeconds * 1e6
      const snap = snapMicros(durationMicros, held.width)
      const by = (px / Math.max(1, held.width)) * durationMicros
      const place = held.grip === 'end' ? (held.span.end ?? held.span.begin) : held.span.begin
      const from = held.base.interventions[place]?.at ?? 0
      const after = moveSpan(held.base, held.span, held.grip, Math.round((from + by) / snap) * snap - from)
      applyEdit((now) => ({ ...now, interventions: after.scenario.interventions }), GESTURE)
      onMoved(after.begin)
    },
    onPointerUp() {
      const held = drag.current
      end()
      if (held !== null && !held.moved) onClick(held.span.begin)
    },
    onPointerCancel: end,
  }
}
