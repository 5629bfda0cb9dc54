import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import type { HashKeyRange } from './hashKey.ts'
import { Shard } from './shard.ts'
import { NO_SHARD } from './shardColumn.ts'

/**
 * All shards that a stream has had so far, closed and expired ones included, numbered in the order in which they were made.
 * A run that is wound back keeps the later ones aside, because a snapshot holds only the lengths of their logs.
 */
export class Shards implements Growing {
  readonly list: Shard[] = []
  private readonly made: Shard[] = []

  open(range: HashKeyRange, now: Micros, parent = NO_SHARD, otherParent = NO_SHARD): Shard {
    const number = this.list.length
    const shard = this.made[number] ?? new Shard(number, range)
    if (number === this.made.length) this.made.push(shard)
    shard.open(range, parent, otherParent, now)
    this.list.push(shard)
    return shard
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
