import { type Frame, HEADER } from '../../protocol/frame.ts'
import type { Layout } from '../../protocol/layout.ts'
import type { Box, Point } from '../measures.ts'

const MOST = 5
export const COPY_RADIUS = 5.5

/** Where the message that came in stands, and the copy for each queue; of more queues than fit the last line says how many. */
export function topicPlaces(box: Box, queues: number): { came: Point; copies: Point[]; more: Point | null } {
  const shown = queues > MOST ? MOST - 1 : queues
  const step = box.height / Math.max(1, Math.min(MOST, queues))
  const at = (i: number) => ({ x: 66, y: step * (i + 0.5) })
  return {
    came: { x: 12, y: box.height / 2 },
    copies: Array.from({ length: shown }, (_, i) => at(i)),
    more: queues > MOST ? at(MOST - 1) : null,
  }
}

/** The paint of the dot that came last to the topic, and of the one that it passed on last to each queue, by the end of its way. */
export function lastPaints(topic: string, frame: Frame, { tracks }: Layout): Map<string, number> {
  const paints = new Map<string, number>()
  for (let i = (frame.header[HEADER.dotCount] ?? 0) - 1; i >= 0; i--) {
    const track = tracks[frame.dotTrack[i] ?? 0]
    if (track?.kind !== 'stored' || (track.from !== topic && track.to !== topic)) continue
    if (!paints.has(track.to)) paints.set(track.to, frame.dotPaint[i] ?? 0)
  }
  return paints
}
