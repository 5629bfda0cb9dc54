import type { Micros } from '../kernel/time.ts'
import type { Shard } from './shard.ts'

type Tell = (now: Micros) => void

/** Who is pushed the records of a stream's shards (KIN3). What they wait for is their own state; this list follows from the plan. */
export class PushedTo {
  private readonly ofShard: Tell[][] = []
  private readonly ofLimits: Tell[] = []

  /** Nobody: the stream is only polled. */
  get isEmpty(): boolean {
    return this.ofShard.length === 0
  }

  /** `shard` need not be made yet. */
  add(shard: number, tell: Tell): void {
    while (this.ofShard.length <= shard) this.ofShard.push([])
    this.ofShard[shard]!.push(tell)
  }

  /** Who must know when a limit of the stream is turned. */
  onLimits(tell: Tell): void {
    this.ofLimits.push(tell)
  }

  limitTurned(now: Micros): void {
    for (const tell of this.ofLimits) tell(now)
  }

  /** A record was stored in the shard. */
  stored(shard: number, now: Micros): void {
    for (const tell of this.ofShard[shard]!) tell(now)
  }

  /** Some shards may have been closed now. */
  closed(shards: readonly Shard[], now: Micros): void {
    if (this.isEmpty) return
    for (const { number, closedAt } of shards) if (closedAt === now) this.stored(number, now)
  }
}
