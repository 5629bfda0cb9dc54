import { useRef } from 'react'
import { type GaugeReader, useGauges, useSession } from '../../state/index.ts'

/** Whoever reads a table line by line, or hears it, has no use for more than two readings a second. */
export const SLOW_MS = 500

/** The gauges, at most twice a second while it runs; those of the moment while it stands. */
export function useSlowReader(): GaugeReader {
  const isRunning = useSession().state === 'running'
  const held = useRef<{ reader: GaugeReader; atMs: number } | null>(null)
  return useGauges((reader) => {
    const nowMs = performance.now()
    if (isRunning && held.current !== null && nowMs - held.current.atMs < SLOW_MS) return held.current.reader
    held.current = { reader, atMs: nowMs }
    return reader
  })
}
