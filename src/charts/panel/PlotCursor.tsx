import type { KeyboardEvent, PointerEvent } from 'react'
import { session, useGauges, useView, viewStore } from '../../state/index.ts'
import { clockText } from '../../ui/clockText.ts'
import { valueAt } from '../lineValues.ts'
import type { ChartView } from './chartView.ts'
import { cursorKey } from './cursorKey.ts'
import { LEFT_PX, RIGHT_PX } from './ViewPlot.tsx'

type PlotCursorProps = { view: ChartView; title: string; durationMicros: number; width: number }

/** Where the run stands, and a cursor by pointer or arrow keys; a click or Enter goes there. */
export function PlotCursor({ view, title, durationMicros, width }: PlotCursorProps) {
  const pointed = useView((state) => state.cursorMicros)
  const now = useGauges((reader) => reader.nowMicros)
  const wide = width - LEFT_PX - RIGHT_PX
  const x = (micros: number) => LEFT_PX + (durationMicros > 0 ? Math.min(1, micros / durationMicros) : 0) * wide
  const { setCursor } = viewStore.getState()
  const momentAt = ({ clientX, currentTarget }: Pick<PointerEvent, 'clientX' | 'currentTarget'>) =>
    Math.min(1, Math.max(0, (clientX - currentTarget.getBoundingClientRect().left - LEFT_PX) / Math.max(1, wide))) *
    durationMicros
  const at = pointed ?? now
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') session.seek(at)
    const to = cursorKey(event.key, at, view.stepMicros, durationMicros)
    if (to !== null) setCursor(to)
    if (to !== null || event.key === 'Enter') event.preventDefault()
  }
  const read = view.lines.map(({ label, values }) => `${label} ${view.text(valueAt(values, view.stepMicros, at))}`)
  return (
    <div
      className="bench-cursor"
      role="slider"
      tabIndex={0}
      aria-label={`Moment in ${title}; Enter goes there`}
      aria-valuemin={0}
      aria-valuemax={durationMicros / 1e6}
      aria-valuenow={at / 1e6}
      aria-valuetext={[clockText(at), ...read].join(', ')}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
      onPointerMove={(event) => setCursor(momentAt(event))}
      onPointerLeave={() => setCursor(null)}
      onClick={(event) => session.seek(momentAt(event as unknown as PointerEvent))}
    >
      <i className="chart-playhead" style={{ transform: `translateX(${x(now).toFixed(1)}px)` }} />
      {pointed !== null && <i className="chart-pointed" style={{ left: x(pointed) }} />}
    </div>
  )
}
