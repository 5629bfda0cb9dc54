import type { MessageForm } from '../../src/canvas/messageForms.ts'
import type { NodeKind, Scenario } from '../../src/scenario/scenario.ts'

/** One picture of the gallery: a place of a scene at a moment, and what the design says of it. */
export type GalleryEntry = {
  /** Names its files. */
  id: string
  title: string
  /** The design's words for it. */
  says: string
  /** What of the code's tables it shows. */
  shows: { kind: NodeKind } | { form: MessageForm }
  /** A built-in scene by its id, or the same changed. */
  scene: string
  change?: (scenario: Scenario) => Scenario
  atSeconds: number
  /** Moments before, looked at one after another: what the view remembers, such as what has just been done. */
  fromSeconds?: readonly number[]
  node: string
  /** Where the close picture looks, as shares of the node's box. */
  focus: readonly [number, number]
  /** A narrower picture in place of the whole node, in pixels at zoom 1 around the focus. */
  around?: readonly [width: number, height: number]
  /** Where the design's sheet has it (docs/design), in pixels; absent: it has not. */
  sheet?: readonly [x: number, y: number, width: number, height: number]
}

export const SIZES = ['far', 'normal', 'close'] as const
export const THEMES = ['light', 'dark'] as const
export type Size = (typeof SIZES)[number]
export type Theme = (typeof THEMES)[number]

export const designFileOf = (entry: GalleryEntry, theme: Theme): string => `${entry.id}-design-${theme}.webp`

export const fileOf = (entry: GalleryEntry, size: Size, theme: Theme): string => `${entry.id}-${size}-${theme}.webp`
