import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import type { ReshardingPlan } from '../plan.ts'
import { CallWindow } from './callWindow.ts'
import { HASH_KEY_WORDS, hashKeyFrom, hashKeyWords } from './hashKey.ts'
import { countAllowed, mergedRange, nextRound, shardsMade, splitRanges } from './reshardRules.ts'
import type { Shard } from './shard.ts'
import type { Shards } from './shards.ts'

const STARTED = 0
const BUSY = STARTED + 1
const NO_SUCH_SHARD = BUSY + 1
const NOT_IN_RANGE = NO_SUCH_SHARD + 1
const NOT_ADJACENT = NOT_IN_RANGE + 1
const COUNT_OUT_OF_BOUNDS = NOT_ADJACENT + 1
const TOO_MANY_CALLS = COUNT_OUT_OF_BOUNDS + 1
const NO_ROOM = TOO_MANY_CALLS + 1

/** What a stream says to a call that changes its shards. All but `started` change nothing. */
export const ReshardAnswer = {
  started: STARTED,
  busy: BUSY,
  noSuchShard: NO_SUCH_SHARD,
  notInRange: NOT_IN_RANGE,
  notAdjacent: NOT_ADJACENT,
  countOutOfBounds: COUNT_OUT_OF_BOUNDS,
  tooManyCalls: TOO_MANY_CALLS,
  /** Ours: the plan has no rows for so many shards, closed ones included. */
  noRoom: NO_ROOM,
} as const
export type ReshardAnswer = (typeof ReshardAnswer)[keyof typeof ReshardAnswer]

/**
 * Splits, merges and changes of the count on their way (KIN4). A stream does one at a time (KIN4.03); shards close and open at
 * its end, and at the end of each round of a change of the count. How long a round takes is our assumption (KIN4.08).
 */
export class Resharding {
  private readonly plan: ReshardingPlan
  private readonly shards: Shards
  private readonly counts: CallWindow
  private readonly c: Float64Array

  constructor(state: State, plan: ReshardingPlan, shards: Shards) {
    this.plan = plan
    this.shards = shards
    this.counts = new CallWindow(state, plan.countCallsMost, plan.countWindowMicros)
    this.c = state.column(FIELDS)
    this.c[ENDS_AT] = Infinity
  }

  /** KIN4.03: the stream is UPDATING. */
  get isBusy(): boolean {
    return this.c[KIND] !== NOTHING
  }

  /** When shards will close and open next; Infinity when nothing is under way. */
  get endsAt(): Micros {
    return this.c[ENDS_AT]!
  }

  split(shard: number, newStartingHashKey: bigint, now: Micros): ReshardAnswer {
    const parent = this.openShard(shard)
    if (parent === undefined) return NO_SUCH_SHARD
    if (splitRanges(parent.range, newStartingHashKey) === null) return NOT_IN_RANGE
    if (this.isBusy) return BUSY
    if (!this.shards.hasRoom(2)) return NO_ROOM
    this.c.set(hashKeyWords(newStartingHashKey), KEY)
    return this.start(SPLIT, shard, 0, now)
  }

  merge(shard: number, adjacent: number, now: Micros): ReshardAnswer {
    const one = this.openShard(shard)
    const other = this.openShard(adjacent)
    if (one === undefined || other === undefined) return NO_SUCH_SHARD
    if (mergedRange(one.range, other.range) === null) return NOT_ADJACENT
    if (this.isBusy) return BUSY
    return this.shards.hasRoom(1) ? this.start(MERGE, shard, adjacent, now) : NO_ROOM
  }

  updateCount(target: number, now: Micros): ReshardAnswer {
    if (this.isBusy) return BUSY
    const { countTimesMost: timesMost, countTimesLeast: timesLeast, countShardsMost: shardsMost } = this.plan
    if (!countAllowed(this.shards.openOnes.length, target, { timesMost, timesLeast, shardsMost }))
      return COUNT_OUT_OF_BOUNDS
    if (!this.counts.hasRoom(now)) return TOO_MANY_CALLS
    if (!this.hasRoomFor(target)) return NO_ROOM
    this.counts.add(now)
    return this.start(COUNT, target, 0, now)
  }

  /** KIN5.09: on-demand goes to its count without the bounds of UpdateShardCount. */
  scaleTo(target: number, now: Micros): ReshardAnswer {
    if (this.isBusy) return BUSY
    return this.hasRoomFor(target) ? this.start(COUNT, target, 0, now) : NO_ROOM
  }

  /** Closes and opens the shards whose moment has come. */
  advance(now: Micros): void {
    const { c, shards } = this
    if (now < c[ENDS_AT]!) return
    const first = shards.list[c[FIRST]!]
    if (c[KIND] === SPLIT) {
      shards.split(first!, splitRanges(first!.range, hashKeyFrom(c.subarray(KEY, FIELDS)))!, now)
    } else if (c[KIND] === MERGE) {
      const second = shards.list[c[SECOND]!]!
      shards.merge(first!, second, mergedRange(first!.range, second.range)!, now)
    } else if (this.playRound(c[FIRST]!, now)) {
      c[ENDS_AT] = now + this.plan.micros
      return
    }
    c[KIND] = NOTHING
    c[ENDS_AT] = Infinity
  }

  /** True while more rounds follow. */
  private playRound(target: number, now: Micros): boolean {
    const open = this.shards.openOnes
    const { splits, merges } = nextRound(rangesOf(open), target)
    // On-demand may have split others on its way and taken the room.
    if (!this.shards.hasRoom(2 * splits.length + merges.length)) return false
    for (const { place, at } of splits) this.shards.split(open[place]!, splitRanges(open[place]!.range, at)!, now)
    for (const place of merges) {
      const [low, high] = [open[place]!, open[place + 1]!]
      this.shards.merge(low, high, mergedRange(low.range, high.range)!, now)
    }
    const next = nextRound(rangesOf(this.shards.openOnes), target)
    return next.splits.length + next.merges.length > 0
  }

  private hasRoomFor(target: number): boolean {
    return this.shards.hasRoom(shardsMade(rangesOf(this.shards.openOnes), target))
  }

  private openShard(shard: number): Shard | undefined {
    const found = this.shards.list[shard]
    return found?.isOpen ? found : undefined
  }

  private start(kind: number, first: number, second: number, now: Micros): ReshardAnswer {
    this.c[KIND] = kind
    this.c[FIRST] = first
    this.c[SECOND] = second
    this.c[ENDS_AT] = now + this.plan.micros
    return STARTED
  }
}

const rangesOf = (shards: readonly Shard[]) => shards.map(({ range }) => range)

const NOTHING = 0
const SPLIT = NOTHING + 1
const MERGE = SPLIT + 1
const COUNT = MERGE + 1

const KIND = 0
const ENDS_AT = KIND + 1
/** A shard, or the target of a change of the count. */
const FIRST = ENDS_AT + 1
const SECOND = FIRST + 1
const KEY = SECOND + 1
const FIELDS = KEY + HASH_KEY_WORDS
