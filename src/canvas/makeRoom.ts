import type { Box } from './measures.ts'

/** A node that has become taller than the document's author saw it, by so much. */
export type Grown = { id: string; box: Box; by: number }

/**
 * How far nodes move down so that one that has grown covers none: those below it in its columns, and what stands below these. Nobody
 * moves in the document.
 */
export function pushedDown(boxes: ReadonlyMap<string, Box>, grown: readonly Grown[]): Map<string, number> {
  const shifts = new Map<string, number>()
  for (const { id, box, by } of grown) {
    for (const [other, place] of boxes) {
      const isBelow = place.y >= box.y + box.height - SLACK
      const meets = place.x < box.x + box.width && place.x + place.width > box.x
      if (other !== id && by > 0 && isBelow && meets) shifts.set(other, (shifts.get(other) ?? 0) + by)
    }
  }
  return shifts
}

/** Boxes that an author let touch. */
const SLACK = 12
