import type { BagPicture, createBag } from './bagBeads.ts'
import type { GrainCode } from './bagGrains.ts'
import type { PlacedBead } from './beadTape.ts'
import type { Placement } from './dotPlacement.ts'
import type { RailSpan } from './railSpans.ts'
import type { BagPlan } from './stagePlan.ts'

/** What is shown: the moment, and how time is drawn at this speed. */
export type Moment = {
  nowMicros: number
  travelMicros: number
  /** Time of a change of place; 0 when nothing travels. */
  shiftMicros: number
  reduced: boolean
}

/** What the view remembers from picture to picture: where beads and grains lie in a bag. */
export type Memory = { bags: Map<string, ReturnType<typeof createBag>>; grains: Map<string, GrainCode[]> }
export const newMemory = (): Memory => ({ bags: new Map(), grains: new Map() })

export type StagePicture = Placement & {
  bags: { plan: BagPlan; picture: BagPicture | null }[]
  /** Per tape; empty at grain zoom. */
  beadPlaces: PlacedBead[][]
}

/** Labels of the rails, by `stream.shard.reader`. */
export type LabelSpans = ReadonlyMap<string, RailSpan>
