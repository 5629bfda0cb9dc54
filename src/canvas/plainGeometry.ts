import { KIND_WORDS, type PlainNode } from '../scenario/kindWords.ts'
import { type Box, NAME_HEIGHT } from './measures.ts'

export type PlainGeometry = { width: number; height: number; box: Box; portY: number }

const WIDTH = 210
export const PLAIN_ROW = 17
/** Baseline of the first row of numbers. */
export const PLAIN_ROWS_TOP = NAME_HEIGHT + 44

/** A box with a name, one large number and a row for each other number. */
export function plainGeometry(node: PlainNode): PlainGeometry {
  const rows = KIND_WORDS[node.kind].readings.length
  const height = 44 + rows * PLAIN_ROW
  return {
    width: WIDTH,
    height: NAME_HEIGHT + height,
    box: { x: 0, y: NAME_HEIGHT, width: WIDTH, height },
    portY: NAME_HEIGHT + 18,
  }
}
