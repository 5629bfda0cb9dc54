import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import type { HashKeyRange } from './hashKey.ts'
import type { Packs } from './packs.ts'
import { Shard } from './shard.ts'
import { NO_SHARD } from './shardColumn.ts'

/**
 * All shards that a stream has had so far, closed and expired ones included, numbered in the order in which they were made.
 * A run that is wound back keeps the later ones aside, because a snapshot holds only the lengths of their logs.
 */
export class Shards implements Growing {
  readonly list: Shard[] = []
  private readonly made: Shard[] = []
  readonly most: number
  private readonly packs: (() => Packs) | null
  private readonly fill: (column: Float64Array, now: Micros) => void

  /** `most`: shards that the plan has room for; `packs`: where records come packed; `fill` fills the buckets of a new one. */
  constructor(most: number, packs: (() => Packs) | null, fill: (column: Float64Array, now: Micros) => void) {
    this.most = most
    this.fill = fill
    this.packs = packs
  }

  /** Whether so many more can be made. */
  hasRoom(count: number): boolean {
    return this.list.length + count <= this.most
  }

  open(range: HashKeyRange, now: Micros, parent = NO_SHARD, otherParent = NO_SHARD): number {
    const number = this.list.length
    const shard = this.made[number] ?? new Shard(number, range, this.packs === null ? null : this.packs())
    if (number === this.made.length) this.made.push(shard)
    shard.open(range, parent, otherParent, now)
    this.fill(shard.c, now)
    this.list.push(shard)
    return number
  }

  /** The parent closes and its children open, the lower one first (KIN4.01, KIN4.04). */
  split(parent: Shard, [lower, upper]: readonly [HashKeyRange, HashKeyRange], now: Micros): void {
    parent.close(now, this.open(lower, now, parent.number), this.open(upper, now, parent.number))
  }

  /** Both parents close and one child opens (KIN4.02, KIN4.04). */
  merge(parent: Shard, adjacent: Shard, range: HashKeyRange, now: Micros): void {
    const child = this.open(range, now, parent.number, adjacent.number)
    for (const shard of [parent, adjacent]) shard.close(now, child, NO_SHARD)
  }

  /** Open shards in the order of their hash keys: together they hold every hash key once. */
  get openOnes(): Shard[] {
    return this.list
      .filter(({ isOpen }) => isOpen)
      .sort((a, b) => (a.range.startHashKey < b.range.startHashKey ? -1 : 1))
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.list.length)
    for (const shard of this.list) shard.saveTo(out)
  }

  loadFrom(from: SnapshotReader): void {
    const count = from.nextWhole()
    this.list.length = 0
    for (let number = 0; number < count; number++) {
      const shard = this.made[number]!
      shard.loadFrom(from)
      this.list.push(shard)
    }
  }
}
