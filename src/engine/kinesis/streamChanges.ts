import { answerOf, type InterventionAnswer } from '../interventionAnswer.ts'
import { max } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_HOUR, type Micros } from '../kernel/time.ts'
import { CallWindow } from './callWindow.ts'
import type { EvenSpread } from './evenSpread.ts'
import { middleOf } from './hashKey.ts'
import type { OnDemand } from './onDemand.ts'
import { ReshardAnswer, type Resharding } from './resharding.ts'
import type { Shard } from './shard.ts'
import type { StreamChangesPlan } from './streamChangesPlan.ts'

/** What changes need of their stream. */
type Changed = {
  readonly shards: readonly Shard[]
  readonly resharding: Resharding
  readonly onDemand: OnDemand | null
  readonly spread: EvenSpread
  readonly retentionMicros: Micros
  set(name: string, value: number, now: Micros): void
  splitShard(shard: number, newStartingHashKey: bigint, now: Micros): ReshardAnswer
  mergeShards(shard: number, adjacent: number, now: Micros): ReshardAnswer
  updateShardCount(target: number, now: Micros): ReshardAnswer
  warm(bytesPerSecond: number, now: Micros): ReshardAnswer
  schedule(): void
}

/** Capacity modes; Advantage is a setting of the account (KIN5.08), here of the stream that it is about. */
export const CapacityMode = { provisioned: 0, standard: 1, advantage: 2 } as const

/**
 * What a person changes of a stream during a run, as AWS lets one: one thing at a time (KIN4.03), so often and so far and no more.
 * Every call says whether it was done; one that was refused has changed nothing.
 */
export class StreamChanges {
  private readonly stream: Changed
  private readonly plan: StreamChangesPlan
  private readonly modeSwitches: CallWindow
  private readonly c: Float64Array

  constructor(state: State, stream: Changed, plan: StreamChangesPlan) {
    this.stream = stream
    this.plan = plan
    this.modeSwitches = new CallWindow(state, plan.modeSwitchesMost, plan.modeSwitchWindowMicros)
    this.c = state.column(FIELDS)
    this.c[MODE] = plan.mode
    // Who has had it from before the run may leave it at once.
    this.c[ADVANTAGE_SINCE] = -Infinity
  }

  get mode(): number {
    return this.c[MODE]!
  }

  /** KIN4.03 */
  isUpdating(now: Micros): boolean {
    return this.stream.resharding.isBusy || now < this.c[UPDATING_UNTIL]!
  }

  /** KIN4.01: at the named hash key, or, with null, into halves (W06). */
  split(shard: number, startingHashKey: bigint | null, now: Micros): InterventionAnswer {
    if (this.isOnDemand) return 'onDemandSplits'
    const parent = this.stream.shards[shard]
    if (parent === undefined) return 'noSuchShard'
    if (!parent.isOpen) return 'shardClosed'
    const key = startingHashKey ?? middleOf(parent.range)
    return this.reshard(now, () => this.stream.splitShard(shard, key, now))
  }

  /** KIN4.02 */
  merge(shard: number, adjacent: number, now: Micros): InterventionAnswer {
    if (this.isOnDemand) return 'onDemandMerges'
    // KIN4.04: one that was split or merged before is known, and closed.
    const both = [this.stream.shards[shard], this.stream.shards[adjacent]]
    if (both.every((one) => one !== undefined) && both.some((one) => !one.isOpen)) return 'shardClosed'
    return this.reshard(now, () => this.stream.mergeShards(shard, adjacent, now))
  }

  /** KIN4.06 */
  updateCount(target: number, now: Micros): InterventionAnswer {
    if (this.isOnDemand) return 'onDemandCounts'
    return this.reshard(now, () => this.stream.updateShardCount(target, now))
  }

  /** KIN6.01: what has expired stays so; what is older than a shorter period expires at once. */
  setRetention(micros: Micros, now: Micros): InterventionAnswer {
    const { stream, plan } = this
    if (!retentionAllowed(micros, plan)) return 'retentionOutOfBounds'
    if (micros === stream.retentionMicros) return 'retentionUnchanged'
    if (this.isUpdating(now)) return 'updating'
    stream.set('retentionMicros', micros, now)
    return 'done'
  }

  /** KIN5.10: twice a day, and the shards stay; KIN5.08: Advantage is kept for a day at least. */
  setMode(mode: number, now: Micros): InterventionAnswer {
    const { stream, plan, c } = this
    if (stream.onDemand === null) return 'noOnDemand'
    if (mode === c[MODE]) return 'modeUnchanged'
    if (c[MODE] === CapacityMode.advantage && now < c[ADVANTAGE_SINCE]! + plan.advantageLeastMicros)
      return 'advantageTooSoon'
    const isSwitch = (mode === CapacityMode.provisioned) === this.isOnDemand
    if (isSwitch) {
      if (this.isUpdating(now)) return 'updating'
      if (!this.modeSwitches.hasRoom(now)) return 'tooManyModes'
      this.modeSwitches.add(now)
      c[UPDATING_UNTIL] = max(c[UPDATING_UNTIL]!, now + plan.updateMicros)
      if (mode === CapacityMode.provisioned) this.toProvisioned()
      else stream.onDemand.begin(now)
    }
    if (mode === CapacityMode.advantage) c[ADVANTAGE_SINCE] = now
    c[MODE] = mode
    stream.schedule()
    return 'done'
  }

  /** KIN5.09: with Advantage only. */
  setWarm(bytesPerSecond: number, now: Micros): InterventionAnswer {
    if (this.mode !== CapacityMode.advantage) return 'warmNeedsAdvantage'
    if (bytesPerSecond > this.plan.warmBytesMost) return 'warmOutOfBounds'
    return this.reshard(now, () => this.stream.warm(bytesPerSecond, now))
  }

  /** KIN1.14: from now on; what is stored stays where it is. */
  setSpread(isEven: boolean, now: Micros): InterventionAnswer {
    if (isEven && !this.isOnDemand) return 'autoNeedsOnDemand'
    if (this.isUpdating(now)) return 'updating'
    this.stream.spread.isOn = isEven
    return 'done'
  }

  private get isOnDemand(): boolean {
    return this.mode !== CapacityMode.provisioned
  }

  private toProvisioned(): void {
    this.stream.onDemand!.end()
    this.stream.spread.isOn = false
  }

  /** Another change of the stream may be under way that is none of its shards (KIN4.03). */
  private reshard(now: Micros, begin: () => ReshardAnswer): InterventionAnswer {
    return answerOf(this.isUpdating(now) ? ReshardAnswer.busy : begin())
  }
}

/** KIN6.01: whole hours, from a day to a year. */
function retentionAllowed(micros: Micros, plan: StreamChangesPlan): boolean {
  return micros % MICROS_PER_HOUR === 0 && micros >= plan.retentionLeastMicros && micros <= plan.retentionMostMicros
}

const MODE = 0
const ADVANTAGE_SINCE = MODE + 1
const UPDATING_UNTIL = ADVANTAGE_SINCE + 1
const FIELDS = UPDATING_UNTIL + 1
