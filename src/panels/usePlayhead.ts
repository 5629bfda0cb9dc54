import { type RefObject, useEffect } from 'react'
import { frames } from '../state/index.ts'

/** Finer moves than these are not seen, but would be painted. */
const STEP_PX = 1

/** Keeps `--playhead` (a length in px) on an element up to date with the frames, past React. */
export function usePlayhead(ref: RefObject<HTMLElement | null>, headerPlace: number, durationMicros: number): void {
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let width = element.clientWidth
    let drawn = Number.NaN
    const put = () => {
      const now = frames.current()?.frame.header[headerPlace] ?? 0
      const x = durationMicros > 0 ? Math.min(width, (now / durationMicros) * width) : 0
      if (Math.abs(x - drawn) < STEP_PX) return
      drawn = x
      element.style.setProperty('--playhead', `${x.toFixed(1)}px`)
    }
    const sizes = new ResizeObserver(() => {
      width = element.clientWidth
      drawn = Number.NaN
      put()
    })
    sizes.observe(element)
    const stop = frames.onFrame(put)
    put()
    return () => {
      stop()
      sizes.disconnect()
    }
  }, [ref, headerPlace, durationMicros])
}
