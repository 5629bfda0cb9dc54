import { useEffect, useRef } from 'react'
import { HEADER } from '../protocol/frame.ts'
import type { Intervention } from '../scenario/scenario.ts'
import { frames, useGauges, useView } from '../state/index.ts'

type CursorProps = { durationMicros: number; width: number; interventions: readonly Intervention[] }

/** Finer moves than these are not seen, but would be painted. */
const STEP_PX = 1
const INSET_PX = 16

/** Where the playhead stands, what lies ahead of it, where the hand points, and the moments of what was done. */
export function Cursor({ durationMicros, width, interventions }: CursorProps) {
  const line = useRef<HTMLDivElement>(null)
  const pointed = useView((view) => view.cursorMicros)
  // Ahead of the playhead lies what was played once; a hair's breadth is the run itself, going on.
  const ahead = useGauges((reader) => reader.playedMicros - reader.nowMicros > durationMicros / 200)
  const place = (micros: number) => INSET_PX + (durationMicros > 0 ? micros / durationMicros : 0) * width
  useEffect(() => {
    let drawn = Number.NaN
    const put = () => {
      const now = frames.current()?.frame.header[HEADER.nowMicros] ?? 0
      const x = INSET_PX + (durationMicros > 0 ? Math.min(1, now / durationMicros) : 0) * width
      if (Math.abs(x - drawn) < STEP_PX || line.current === null) return
      drawn = x
      line.current.style.setProperty('--x', `${x.toFixed(1)}px`)
    }
    put()
    return frames.onFrame(put)
  }, [durationMicros, width])
  return (
    <>
      {interventions.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal steps of one moment differ only by their place
        <i key={i} className="chart-moment" style={{ left: place(step.at) }} />
      ))}
      <div ref={line} className="chart-playhead">
        {ahead && <i className="chart-ahead" />}
      </div>
      {pointed !== null && <i className="chart-pointed" style={{ left: place(pointed) }} />}
    </>
  )
}
