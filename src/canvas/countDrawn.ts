import type { Layout } from '../protocol/layout.ts'
import type { Placement } from './dotPlacement.ts'

/** What the picture shows of one producer's records for one store, in records. */
export type DrawnCount = { from: string; to: string; onLink: number; inStore: number; recordsPerDot: number }

/**
 * Adds up what is drawn: on the link plus in the store. As long as the frame's window reaches back to
 * the start, the sum differs from the engine's stored total by less than `recordsPerDot`.
 */
export function countDrawn(placement: Placement, layout: Layout): DrawnCount[] {
  const counts = new Map<string, DrawnCount>()
  layout.tracks.forEach((track, index) => {
    if (track.kind !== 'stored') return
    const key = `${track.from}>${track.to}`
    const count = counts.get(key) ?? {
      from: track.from,
      to: track.to,
      onLink: 0,
      inStore: 0,
      recordsPerDot: track.recordsPerDot,
    }
    count.onLink += (placement.onLink[index] ?? 0) * track.recordsPerDot
    count.inStore += (placement.arrived[index] ?? 0) * track.recordsPerDot
    counts.set(key, count)
  })
  return [...counts.values()]
}
