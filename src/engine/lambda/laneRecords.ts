import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import type { World } from '../world.ts'
import type { ShardLog } from './shardLog.ts'
import type { Batch } from './work.ts'

/** The records of one lane among those of its shard (LKI.05), by their places in the shard. */
export class LaneRecords {
  readonly log: ShardLog
  private readonly world: World
  private readonly lane: number
  private readonly laneOfKey: Uint8Array | null
  private readonly dropsStrangers: boolean
  /** Whether every record of the shard is its. */
  private readonly ownsAll: boolean

  /** `dropsStrangers`: LKI.14, of a mapping that is pushed its records. */
  constructor(world: World, log: ShardLog, lane: number, laneOfKey: Uint8Array | null, dropsStrangers: boolean) {
    this.world = world
    this.log = log
    this.lane = lane
    this.laneOfKey = laneOfKey
    this.dropsStrangers = dropsStrangers
    this.ownsAll = laneOfKey === null && !dropsStrangers
  }

  owns(place: number): boolean {
    const { log, laneOfKey, world } = this
    if (laneOfKey !== null && laneOfKey[world.records.keyOf(log.referenceOf(place))] !== this.lane) return false
    return !this.dropsStrangers || !log.isStranger(place, world.keys, world.records)
  }

  /** First record of the lane from `place` on, `end` when there is none before it. */
  firstFrom(place: number, end: number): number {
    let at = place
    while (at < end && !this.owns(at)) at++
    return at
  }

  /** Place of the n-th record (from 0) of the lane from `place` on; there are more than n. */
  nthFrom(place: number, n: number): number {
    if (this.ownsAll) return place + n
    let at = this.firstFrom(place, Infinity)
    for (let i = 0; i < n; i++) at = this.firstFrom(at + 1, Infinity)
    return at
  }

  /** Records of the lane in [from, to). */
  count(from: number, to: number): number {
    if (to <= from) return 0
    if (this.ownsAll) return to - from
    let count = 0
    for (let place = from; place < to; place++) if (this.owns(place)) count++
    return count
  }

  /** Tells whoever looks on what came of the records of the lane in [from, to). */
  tell(step: LifeStep, from: number, to: number, reader: string, now: Micros): void {
    const { watch } = this.world
    if (watch === null) return
    for (let place = this.firstFrom(from, to); place < to; place = this.firstFrom(place + 1, to))
      watch.note(step, this.log.referenceOf(place), reader, this.log.shard, 0, now)
  }

  fill(batch: Batch, from: number, to: number): void {
    batch.clear()
    for (let place = from; place < to; place++) if (this.owns(place)) batch.add(this.log.referenceOf(place), place)
  }

  /**
   * A batch for the next invocation: the place after its last record, and whether it can take no more. LKI.02: at most
   * `records`, at most `bytes` of payload but for a first record that is larger; LKI.13: none stored at `before` or later.
   */
  cut(
    from: number,
    end: number,
    records: number,
    bytes: number,
    before: number,
  ): { to: number; count: number; isFull: boolean } {
    let to = from
    let count = 0
    let sum = 0
    for (let place = this.firstFrom(from, end); place < end; place = this.firstFrom(place + 1, end)) {
      sum += this.log.bytesOf(place)
      const isOver = count > 0 && (sum > bytes || this.log.storedAt(place) >= before)
      if (isOver) return { to, count, isFull: true }
      to = place + 1
      if (++count === records) return { to, count, isFull: true }
    }
    return { to, count, isFull: false }
  }
}
