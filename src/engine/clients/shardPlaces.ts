import { max, min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { World } from '../world.ts'
import type { ShardReader } from './shardReader.ts'

/** The application has not come, or a parent is not read to its end. */
const WAITS = 0
const LIVE = WAITS + 1
/** Read and worked to its end. */
const ENDED = LIVE + 1

const TRIM_HORIZON = -1
const LATEST = -2

/** How far an application is in each shard of its stream: parents first, then their children (KIN4.05). */
export class ShardPlaces {
  private readonly stream: Stream
  private readonly readers: readonly ShardReader[]
  /** Of each shard, one of the three states. */
  private readonly reading: Float64Array

  constructor(world: World, stream: Stream, readers: readonly ShardReader[]) {
    this.stream = stream
    this.readers = readers
    this.reading = world.state.column(stream.plan.shardsAtMost)
  }

  isLive(shard: number): boolean {
    return this.reading[shard] === LIVE
  }

  hasEnded(shard: number): boolean {
    return this.reading[shard] === ENDED
  }

  /** Whether the application has a place in the stream. */
  get hasCome(): boolean {
    return this.reading.some((reading) => reading !== WAITS)
  }

  /**
   * A place in every shard: -1 trim horizon, -2 latest, else microseconds back (KIN2.08). It is a checkpoint too: a worker that
   * dies at once is followed by one that begins there. A closed shard without a record from there on is at its end; its children
   * are read from their oldest record when all their parents are at their ends.
   */
  goTo(to: number, now: Micros): void {
    for (const { number } of this.stream.shards) {
      const isReady = this.parentsEnded(number)
      this.placeAt(number, isReady ? this.placeOf(number, to, now) : this.stream.trim(number, now), now)
      this.reading[number] = isReady ? (this.isAtEnd(number) ? ENDED : LIVE) : WAITS
    }
  }

  /** One shard alone, at the index-th record that it ever had (KIN2.08). */
  goToRecord(shard: number, index: number, now: Micros): void {
    const { storedAt } = this.stream.shards[shard]!
    this.placeAt(shard, min(max(index, this.stream.trim(shard, now)), storedAt.length), now)
    this.reading[shard] = this.isAtEnd(shard) ? ENDED : LIVE
  }

  /** The shard is worked to its end. Returns the children that can be read from now on, at TRIM_HORIZON (KCL.13). */
  end(shard: number, now: Micros): number[] {
    const { children, tip } = this.stream.shards[shard]!
    this.reading[shard] = ENDED
    this.readers[shard]!.processor.setCheckpoint(tip, now)
    return children.filter((child) => this.parentsEnded(child) && this.reading[child] === WAITS)
  }

  /** A child begins at its oldest record. */
  begin(shard: number, now: Micros): void {
    this.placeAt(shard, this.stream.trim(shard, now), now)
    this.reading[shard] = LIVE
  }

  parentsEnded(shard: number): boolean {
    return this.stream.shards[shard]!.parents.every((parent) => this.reading[parent] === ENDED)
  }

  private isAtEnd(shard: number): boolean {
    const { isOpen, tip } = this.stream.shards[shard]!
    return !isOpen && this.readers[shard]!.fetched >= tip
  }

  private placeAt(shard: number, index: number, now: Micros): void {
    const reader = this.readers[shard]!
    reader.moveTo(index)
    reader.processor.placeAt(index, now)
  }

  private placeOf(shard: number, to: number, now: Micros): number {
    const trim = this.stream.trim(shard, now)
    if (to === TRIM_HORIZON) return trim
    const { storedAt } = this.stream.shards[shard]!
    if (to === LATEST) return storedAt.length
    return storedAt.firstAtOrAfter(now - to, trim)
  }
}
