import type { EventList } from '../kernel/eventList.ts'
import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import type { AggregatorPlan, TurnableAggregator } from './aggregatorPlan.ts'
import type { KeyTotals } from './keyTotals.ts'

const IN_MEMORY = 0
const SAVED = IN_MEMORY + 1
const OUTSIDE = SAVED + 1

/** Where the counts are. */
export const Counts = { inMemory: IN_MEMORY, saved: SAVED, outside: OUTSIDE } as const

/** What both ways of counting share. */
export type CountingContext = {
  readonly world: World
  readonly plan: AggregatorPlan
  readonly settings: Readonly<TurnableAggregator>
  readonly totals: KeyTotals
  /** Its numbers from `firstTimer` on are the counting's own. */
  readonly due: EventList
  readonly firstTimer: number
  readonly firstTrack: number
  /** See aggregatorNode.ts. */
  readonly c: Float64Array
}

/** How an aggregator reads its source. */
export interface Counting {
  /** It (re)starts. */
  start(now: Micros): void
  onTimer(row: number, now: Micros): void
  /** The place is kept, where there is one. */
  checkpoint(): void
  /** Records that it will come past again after a crash now. */
  readonly toRepeat: number
  /** It dies: what it had at work is as far as it got. */
  die(now: Micros): void
  /** A message came while its long poll waited. */
  serve(now: Micros): boolean
  readonly backlog: number
  /** The next record of a shard that it will count; 0 when it reads no stream. */
  placeIn(shard: number): number
  /** Records that it will never come past. */
  readonly missed: number
}
