import type { Box } from '../measures.ts'

/** Half the width of what is left free about a node's middle. */
const FREE = 6

/** The part of a place that can be clicked: the middle of its node stays free to be selected, dragged, renamed and linked to. */
export function gripOf(place: Box, nodeWidth: number): Box {
  const free = nodeWidth / 2 - FREE
  const holdsMiddle = place.x < free && place.x + place.width > free
  return holdsMiddle ? { ...place, width: free - place.x } : place
}
