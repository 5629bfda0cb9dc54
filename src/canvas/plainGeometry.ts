import type { PlainNode } from '../scenario/plainKinds.ts'
import { type Box, NAME_HEIGHT } from './measures.ts'

export type PlainGeometry = {
  width: number
  height: number
  box: Box
  portY: number
  /** Where the kind draws what is its own, between the main number and the foot. */
  drawing: Box
  /** Baseline of the first of two lines below the drawing. */
  footY: number
}

/** Width of the box and height of the kind's own drawing. */
const SIZES: Readonly<Record<PlainNode['kind'], { width: number; height: number }>> = {
  monolith: { width: 224, height: 66 },
  topic: { width: 224, height: 78 },
  fifoQueue: { width: 304, height: 120 },
  lambda: { width: 224, height: 58 },
  downstream: { width: 224, height: 54 },
  kinesisQueue: { width: 264, height: 120 },
  archive: { width: 224, height: 58 },
  aggregator: { width: 224, height: 54 },
}
const INSET = 10
const MAIN_HEIGHT = 32
const FOOT_HEIGHT = 40

/** A box with a name, one large number, the drawing of its kind and two lines of words. */
export function plainGeometry(node: PlainNode): PlainGeometry {
  const { width, height } = SIZES[node.kind]
  const top = NAME_HEIGHT + MAIN_HEIGHT
  const boxHeight = MAIN_HEIGHT + height + FOOT_HEIGHT
  return {
    width,
    height: NAME_HEIGHT + boxHeight,
    box: { x: 0, y: NAME_HEIGHT, width, height: boxHeight },
    portY: top + height / 2,
    drawing: { x: INSET, y: top, width: width - 2 * INSET, height },
    footY: top + height + 16,
  }
}
