import type { Mark } from '../../protocol/inquiry.ts'
import type { Point } from '../measures.ts'

/** A drawn mark in flow coordinates: which message it stands for, and in or before which node it is. */
export type PlacedMark = Point & {
  radius: number
  node: string
  /** More than 1: the mark stands for so many messages, of which this is the first. */
  standsFor: number
  mark: Mark
}

/** The mark whose edge is nearest to a point, none that is further away than `reach`. Later ones lie on top. */
export function nearestMark(marks: readonly PlacedMark[], { x, y }: Point, reach: number): PlacedMark | null {
  let best: PlacedMark | null = null
  let distance = reach
  for (const mark of marks) {
    const away = Math.hypot(mark.x - x, mark.y - y) - mark.radius
    if (away > distance) continue
    best = mark
    distance = away
  }
  return best
}
