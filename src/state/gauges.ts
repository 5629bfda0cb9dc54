import type { FrameSource } from './frames.ts'
import { type GaugeReader, readerOf } from './gaugeReader.ts'

/** People cannot read faster, and React need not render oftener. */
export const GAUGE_INTERVAL_MS = 250

export type Gauges = {
  read: () => GaugeReader
  subscribe: (listener: () => void) => () => void
}

/** Turns the stream of frames into readings: at most four a second while running, each one at once while standing. */
export function createGauges(frames: FrameSource, isRunning: () => boolean, nowMs: () => number): Gauges {
  const listeners = new Set<() => void>()
  let reader = readerOf(null, null)
  let readAtMs = Number.NEGATIVE_INFINITY

  frames.onFrame((frame, layout) => {
    const now = nowMs()
    if (isRunning() && now - readAtMs < GAUGE_INTERVAL_MS) return
    readAtMs = now
    reader = readerOf(frame, layout)
    for (const listener of [...listeners]) listener()
  })

  return {
    read: () => reader,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
