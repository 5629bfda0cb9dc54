import type { Box } from '../../scenario/alignNodes.ts'
import type { Scenario } from '../../scenario/scenario.ts'

export type Point = { x: number; y: number }

/** What commands need of the canvas, which alone knows how large a node is drawn and what is in sight. */
export type Stage = {
  /** The boxes of all nodes, in canvas coordinates. */
  boxesOf: (scenario: Scenario) => Map<string, Box>
  /** A point of the window in canvas coordinates; null beside the canvas. */
  pointAt: (clientX: number, clientY: number) => Point | null
  /** The part of the canvas that is in sight. */
  inSight: () => Box
  /** Shows the whole scene. */
  fit: () => void
  /** Moves the view so that a node is in it. */
  show: (id: string) => void
  /** Gives a node the keyboard, as soon as it is drawn. */
  focus: (id: string) => void
}

let present: Stage | null = null

/** The canvas comes and goes; null while there is none that can be worked on. */
export const stage = (): Stage | null => present

/** Called by the canvas; the result takes it away again. */
export function openStage(opened: Stage): () => void {
  present = opened
  return () => {
    if (present === opened) present = null
  }
}
