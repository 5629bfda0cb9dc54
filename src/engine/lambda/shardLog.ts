import type { Micros } from '../kernel/time.ts'
import type { KeyTable } from '../keyTable.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { Records } from '../records.ts'

/** What a mapping reads of one shard: its records by their places, without counting against any limit. */
export class ShardLog {
  readonly stream: Stream
  readonly shard: number

  constructor(stream: Stream, shard: number) {
    this.stream = stream
    this.shard = shard
  }

  /** Whether the shard has been made yet. */
  get exists(): boolean {
    return this.shard < this.stream.shards.length
  }

  /** KIN4.04: no record will come any more. */
  get isClosed(): boolean {
    return !this.stream.shards[this.shard]!.isOpen
  }

  get parents(): readonly number[] {
    return this.stream.shards[this.shard]!.parents
  }

  /** Place of the next record to come. */
  get tip(): number {
    return this.stream.shards[this.shard]!.tip
  }

  referenceOf(place: number): number {
    return this.stream.shards[this.shard]!.log.get(place)
  }

  /** LKI.14: whether it came in an aggregated record (KIN6.06) and its key belongs to another shard. */
  isStranger(place: number, keys: KeyTable, records: Records): boolean {
    const { packs, range } = this.stream.shards[this.shard]!
    if (packs === null || packs.endOf(place) - packs.startOf(place) < 2) return false
    const hashKey = keys.hashKeyOf(records.keyOf(this.referenceOf(place)))
    return hashKey < range.startHashKey || hashKey > range.endHashKey
  }

  storedAt(place: number): Micros {
    return this.stream.shards[this.shard]!.storedAt.get(place)
  }

  /** Data and key. */
  bytesOf(place: number): number {
    return this.stream.bytesOf(this.referenceOf(place))
  }

  /** Place of the first record that has not expired. */
  trim(now: Micros): number {
    return this.stream.trim(this.shard, now)
  }

  /** First record from `from` on that was stored at this moment or later. */
  firstAtOrAfter(at: Micros, from: number): number {
    return this.stream.shards[this.shard]!.storedAt.firstAtOrAfter(at, from)
  }

  /** Bytes that reads of the shard have returned so far. */
  get readBytes(): number {
    return this.stream.readBytesOf(this.shard)
  }
}
