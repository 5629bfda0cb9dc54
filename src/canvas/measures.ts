// The grid that every drawing shares, in pixels at zoom 1. Values from the design tokens.

/** One cell of a tape: one dot, and one column of time. */
export const PITCH = 6
/** A tape is ten cells high: the write limit, when one dot stands for a tenth of it. */
export const CELLS = 10
export const TAPE_HEIGHT = PITCH * CELLS
/** Cells above the tape's top line that a burst out of saved tokens may use before its dots move together. */
export const BURST_CELLS = 3
export const GRAIN_RADIUS = 2.3
export const BEAD_RADIUS = 8
/** Distance of two beads on a tape. */
export const BEAD_PITCH = 21
export const BEAD_TAPE_HEIGHT = 34
/** Width of a ribbon for one record a second: 15 px for 1,000. */
export const RIBBON_WIDTH_PER_RATE = 0.015
/** Room for a node's name above its box. */
export const NAME_HEIGHT = 24
/** Letters of the painted keys; the last paint, "other", has none. */
export const PAINT_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const

export type Point = { x: number; y: number }
export type Box = { x: number; y: number; width: number; height: number }
