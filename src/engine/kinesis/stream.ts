import { type Answer, BYTE_LIMIT, RECORD_LIMIT, STORED, type Store } from '../clients/store.ts'
import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import { KIBI_BITS } from '../kernel/units.ts'
import type { KeyColumn, KeyTable } from '../keyTable.ts'
import type { Bucket } from '../life/bucket.ts'
import type { StreamPlan } from '../plan.ts'
import type { World } from '../world.ts'
import { initialHashKeyRanges } from './hashKey.ts'
import type { ReadVerdict } from './limits.ts'
import { fillReads, refillReads } from './readBuckets.ts'
import { admitRead, endOfRead } from './reading.ts'
import type { Shard } from './shard.ts'
import { ANSWERED, ATTEMPTS, LOG_HASH, READ_BYTES_TOTAL, STORED_BYTES, STORED_PAINT, TRIM } from './shardColumn.ts'
import { Shards } from './shards.ts'
import { limitColumn, limitIndex, PUT_BYTES, PUT_RECORDS, RETENTION } from './streamLimits.ts'
import { fillWrites, refillWrites, takeWrite, writeBucket } from './writeBuckets.ts'

const SUM_BITS = KIBI_BITS
const SUM_EVERY = 1 << SUM_BITS

/**
 * A Kinesis stream: shards with an append-only log of records each, two write buckets (KIN1.01, KIN1.02) and the read limits that
 * all polling applications share (KIN2.01 to KIN2.05).
 */
export class Stream implements Store {
  readonly plan: StreamPlan
  /** All shards so far by their numbers, closed and expired ones included. */
  readonly shards: readonly Shard[]
  readonly limits: Float64Array
  private readonly world: World
  private readonly keys: KeyTable
  private readonly allShards: Shards
  /** Which open shard each key of the plan belongs to: follows from the shards, and is worked out anew when they change. */
  private shardOfKey: KeyColumn
  private shardsRouted = 0

  constructor(world: World, plan: StreamPlan) {
    const { state, keys } = world
    this.world = world
    this.keys = keys
    this.plan = plan
    this.limits = limitColumn(state, plan.turnable)
    this.allShards = state.part(new Shards())
    this.shards = this.allShards.list
    for (const range of initialHashKeyRanges(plan.shards)) this.filled(this.allShards.open(range, 0), 0)
    this.shardOfKey = keys.shardOfKeys(this.allShards.openOnes, plan.shardsAtMost)
    this.shardsRouted = this.shards.length
    state.part({ saveTo: () => {}, loadFrom: () => this.route() })
  }

  /** KIN1.06 */
  get recordsPerCallLimit(): number {
    return this.limits[PUT_RECORDS]!
  }

  /** KIN1.06 */
  get bytesPerCallLimit(): number {
    return this.limits[PUT_BYTES]!
  }

  /** Data and key count (KIN1.01). */
  sizeOf(key: number, dataBytes: number): number {
    return dataBytes + this.keys.bytes[key]!
  }

  /** A limit is turned: what was saved up until now is settled at the old rate first. */
  set(name: string, value: number, now: Micros): void {
    for (const { c, number } of this.shards) {
      refillWrites(c, this.limits, now)
      refillReads(c, this.limits, now)
      this.trim(number, now)
    }
    this.limits[limitIndex(name)] = value
    for (const { c } of this.shards) {
      refillWrites(c, this.limits, now)
      refillReads(c, this.limits, now)
    }
  }

  /** The shard that a key belongs to (KIN1.11). */
  rowOf(key: number): number {
    return this.shardOfKey[key]!
  }

  factOf(answer: Answer): string {
    if (answer === RECORD_LIMIT) return 'KIN1.02'
    return answer === BYTE_LIMIT ? 'KIN1.01' : 'KIN1.04'
  }

  /** KIN1.01, KIN1.02, KIN1.04 as X-K1: what refused, at this microsecond. */
  bucketOf(answer: Answer, key: number, bytes: number, now: Micros): Bucket {
    return writeBucket(this.shards[this.rowOf(key)]!.c, this.limits, answer, bytes, now)
  }

  /** Nothing waits for a call to end: readers poll. */
  callEnded(): void {}

  /**
   * One record of a PutRecord or PutRecords call (KIN1.07: each is judged on its own; KIN1.08).
   * `bytes` holds data and key. A refused record consumes nothing (X-K1).
   */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    return this.acceptIn(this.shards[this.shardOfKey[key]!]!, reference, key, bytes, now)
  }

  private acceptIn(shard: Shard, reference: number, key: number, bytes: number, now: Micros): Answer {
    const { c } = shard
    c[ATTEMPTS]! += 1
    const answer = takeWrite(c, this.limits, bytes, now)
    c[ANSWERED + answer]! += 1
    if (answer === STORED) {
      const { log } = shard
      if ((log.length & (SUM_EVERY - 1)) === 0) shard.byteSums.push(c[STORED_BYTES]!)
      log.push(reference)
      shard.storedAt.push(now)
      c[STORED_BYTES]! += bytes
      c[STORED_PAINT + this.keys.paint[key]!]! += 1
      c[LOG_HASH] = mix(mix(c[LOG_HASH]!, now | 0), reference)
    }
    return answer
  }

  /**
   * May a GetRecords call on this shard go ahead now? Counts it, refused or not. Throwing calls return no
   * data (KIN2.05).
   */
  admitRead(h: number, now: Micros): ReadVerdict {
    return admitRead(this.shards[h]!.c, this.limits, now)
  }

  /**
   * Records of one admitted call, from `from` on: returns the index after the last. At least one record if there
   * is one, at most `recordsWanted`, the stream's limits on records and bytes (KIN2.03).
   */
  read(h: number, from: number, fromBytes: number, recordsWanted: number, now: Micros): number {
    return endOfRead(this, this.shards[h]!, from, fromBytes, recordsWanted, now)
  }

  /** Bytes that reads of a shard have returned so far. */
  readBytesOf(h: number): number {
    return this.shards[h]!.c[READ_BYTES_TOTAL]!
  }

  /** Data and key of a stored record. */
  bytesOf(reference: number): number {
    const { records, keys } = this.world
    return records.bytesOf(reference) + keys.bytes[records.keyOf(reference)]!
  }

  /** Bytes of all records before `index` in a shard. */
  bytesBefore(h: number, index: number): number {
    const { log, byteSums, storedBytes } = this.shards[h]!
    if (index >= log.length) return storedBytes
    let sum = byteSums.get(index >>> SUM_BITS)
    for (let i = index & ~(SUM_EVERY - 1); i < index; i++) sum += this.bytesOf(log.get(i))
    return sum
  }

  /** KIN6.01: what is older than the retention has expired. Returns the first record that is left. */
  trim(h: number, now: Micros): number {
    const { c, storedAt } = this.shards[h]!
    const horizon = now - this.limits[RETENTION]!
    let index = c[TRIM]!
    if (horizon < 0) return index
    if (index < storedAt.length && storedAt.get(index) <= horizon) {
      index = storedAt.firstAtOrAfter(horizon + 1, index)
      c[TRIM] = index
    }
    return index
  }

  settle(now: Micros): void {
    for (let h = 0; h < this.shards.length; h++) this.trim(h, now)
  }

  /** A new shard's buckets are full (X-K1). */
  private filled(shard: Shard, now: Micros): void {
    fillWrites(shard.c, this.limits, now)
    fillReads(shard.c, this.limits, now)
  }

  private route(): void {
    if (this.shardsRouted === this.shards.length) return
    this.shardOfKey = this.keys.shardOfKeys(this.allShards.openOnes, this.plan.shardsAtMost)
    this.shardsRouted = this.shards.length
  }

  /** Bytes that the logs hold. */
  get memoryBytes(): number {
    let sum = 0
    for (const shard of this.shards) sum += shard.memoryBytes
    return sum
  }
}
