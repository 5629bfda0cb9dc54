import { type Answer, BYTE_LIMIT, RECORD_LIMIT, STORED, type Store } from '../clients/store.ts'
import { min } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import { KIBI_BITS } from '../kernel/units.ts'
import type { KeyColumn, KeyTable } from '../keyTable.ts'
import type { Bucket } from '../life/bucket.ts'
import type { StreamPlan } from '../plan.ts'
import type { World } from '../world.ts'
import { EvenSpread } from './evenSpread.ts'
import { type HashKeyRange, initialHashKeyRanges, shardIndexOf } from './hashKey.ts'
import { ReadVerdict } from './limits.ts'
import type { OnDemand } from './onDemand.ts'
import type { Packing } from './packing.ts'
import { PushedTo } from './pushedTo.ts'
import { fillReads, refillReads } from './readBuckets.ts'
import { admitRead, endOfRead } from './reading.ts'
import { ReshardAnswer, Resharding } from './resharding.ts'
import type { Shard } from './shard.ts'
import { ANSWERED, ATTEMPTS, LOG_HASH, READ_BYTES_TOTAL, STORED_BYTES, STORED_PAINT, TRIM } from './shardColumn.ts'
import { Shards } from './shards.ts'
import type { StreamBuilders } from './streamBuilders.ts'
import { StreamChanges } from './streamChanges.ts'
import { limitColumn, limitIndex, PUT_BYTES, PUT_RECORDS, RECORD_BYTES, RETENTION } from './streamLimits.ts'
import { fillWrites, refillWrites, takeWrite, writeBucket } from './writeBuckets.ts'

const SUM_EVERY = 1 << KIBI_BITS

/** What the numbering gives a stream. */
export type StreamResources = { timer: number; splits: number; createdAt: Micros }

/**
 * A Kinesis stream: shards with an append-only log of records each, two write buckets (KIN1.01, KIN1.02) and the read limits that
 * all polling applications share (KIN2.01 to KIN2.05). Shards are split and merged on request (KIN4) or by themselves (KIN5).
 */
export class Stream implements Store {
  readonly plan: StreamPlan
  /** All shards so far by their numbers, closed and expired ones included. */
  readonly shards: readonly Shard[]
  readonly limits: Float64Array
  readonly resharding: Resharding
  /** Null where the profile knows no on-demand streams. */
  readonly onDemand: OnDemand | null
  readonly spread: EvenSpread
  readonly pushedTo = new PushedTo()
  /** Null where nobody changes it but by single calls. */
  readonly changes: StreamChanges | null
  /** Null where nobody sends packed records. */
  readonly packing: Packing | null
  private readonly world: World
  private readonly keys: KeyTable
  private readonly timer: number
  private readonly allShards: Shards
  /** Open shards in the order of their hash keys, and which of them each key of the plan belongs to. Both follow from the shards. */
  private open: Shard[] = []
  private ranges: HashKeyRange[] = []
  private shardOfKey: KeyColumn = new Uint8Array(0)
  private shardsRouted = 0

  constructor(world: World, plan: StreamPlan, resources: StreamResources, builders: StreamBuilders | null) {
    const { state, random } = world
    this.world = world
    this.keys = world.keys
    this.plan = plan
    this.timer = resources.timer
    this.limits = limitColumn(state, plan.turnable)
    const { limits } = this
    this.allShards = state.part(
      new Shards(plan.shardsAtMost, plan.packing === undefined ? null : builders!.packs, (column, now) => {
        fillWrites(column, limits, now)
        fillReads(column, limits, now)
      }),
    )
    const { packing } = plan
    this.packing = packing === undefined ? null : builders!.packing(world, packing, limits, SUM_EVERY, this.pushedTo)
    const shards = this.allShards
    this.shards = shards.list
    for (const range of initialHashKeyRanges(plan.shards)) shards.open(range, resources.createdAt)
    this.route()
    state.part({ saveTo: () => {}, loadFrom: () => this.route() })
    this.spread = new EvenSpread(state, plan.spreadsEvenly)
    this.resharding = new Resharding(state, plan.resharding, shards)
    const parts = { state, random, randomStream: resources.splits, shards, limits, createdAt: resources.createdAt }
    this.onDemand = plan.onDemand === null ? null : builders!.onDemand(plan.onDemand, parts)
    this.changes = plan.changes === undefined ? null : new StreamChanges(state, this, plan.changes)
    this.schedule()
  }

  /** Open shards in the order of their hash keys. */
  get openShards(): readonly Shard[] {
    return this.open
  }

  /** KIN1.04: data and key of the largest record. */
  get recordBytesMost(): number {
    return this.limits[RECORD_BYTES]!
  }

  /** KIN6.01 */
  get retentionMicros(): Micros {
    return this.limits[RETENTION]!
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
    const refill = () => {
      for (const { c } of this.shards) {
        refillWrites(c, this.limits, now)
        refillReads(c, this.limits, now)
      }
    }
    refill()
    this.settle(now)
    this.limits[limitIndex(name)] = value
    refill()
    this.pushedTo.limitTurned(now)
  }

  /** The shard that a key belongs to (KIN1.11), or that the last record went to when records are spread evenly (KIN1.14). */
  rowOf(key: number): number {
    return this.spread.isOn ? this.spread.last : this.shardOfKey[key]!
  }

  /** The open shard that holds a hash key (KIN1.11, KIN1.12). */
  shardOf(hashKey: bigint): Shard {
    if (this.spread.isOn) return this.shards[this.spread.next(this.open)]!
    return this.open[shardIndexOf(hashKey, this.ranges)]!
  }

  factOf(answer: Answer): string {
    if (answer === RECORD_LIMIT) return 'KIN1.02'
    return answer === BYTE_LIMIT ? 'KIN1.01' : 'KIN1.04'
  }

  /** KIN1.01, KIN1.02, KIN1.04 as X-K1: what refused, at this microsecond. */
  bucketOf(answer: Answer, key: number, bytes: number, now: Micros): Bucket {
    return this.bucketIn(this.shards[this.rowOf(key)]!, answer, bytes, now)
  }

  bucketIn(shard: Shard, answer: Answer, bytes: number, now: Micros): Bucket {
    return writeBucket(shard.c, this.limits, answer, bytes, now)
  }

  /** Readers poll. */
  callEnded(): void {}

  /**
   * One record of a PutRecord or PutRecords call (KIN1.07: each is judged on its own; KIN1.08).
   * `bytes` holds data and key. A refused record consumes nothing (X-K1).
   */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    const number = this.spread.isOn ? this.spread.next(this.open) : this.shardOfKey[key]!
    return this.acceptIn(this.shards[number]!, reference, key, bytes, now)
  }

  /** The same for a shard that was chosen by `shardOf`. */
  acceptIn(shard: Shard, reference: number, key: number, bytes: number, now: Micros): Answer {
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
      if (!this.pushedTo.isEmpty) this.pushedTo.stored(shard.number, now)
    }
    return answer
  }

  /** May a GetRecords call on this shard go ahead now? Counts it, refused or not; a refused one returns no data (KIN2.05). */
  admitRead(h: number, now: Micros, caller = ''): ReadVerdict {
    const verdict = admitRead(this.shards[h]!.c, this.limits, now)
    if (verdict !== ReadVerdict.admitted) this.world.watch?.readRefused?.(caller, this.plan.id, h, verdict, now)
    return verdict
  }

  /** Index after the last record of one admitted call: at least one if there is one, at most what the call and KIN2.03 allow. */
  read(h: number, from: number, fromBytes: number, recordsWanted: number, now: Micros): number {
    const before = this.readBytesOf(h)
    const end = endOfRead(this, this.shards[h]!, from, fromBytes, recordsWanted, now)
    this.world.watch?.wasRead?.(this.plan.id, h, this.readBytesOf(h) - before, now)
    return end
  }

  /** Bytes that reads of a shard have returned so far. */
  readBytesOf(h: number): number {
    return this.shards[h]!.c[READ_BYTES_TOTAL]!
  }

  /** Data and key of a stored record. */
  bytesOf(reference: number): number {
    const { records, keys } = this.world
    const bytes = records.bytesOf(reference) + keys.bytes[records.keyOf(reference)]!
    return this.packing === null ? bytes : this.packing.sizeOf(reference, bytes)
  }

  /** Bytes of all records before `index` in a shard. */
  bytesBefore(h: number, index: number): number {
    const { log, byteSums, storedBytes } = this.shards[h]!
    if (index >= log.length) return storedBytes
    let sum = byteSums.get(index >>> KIBI_BITS)
    for (let i = index & ~(SUM_EVERY - 1); i < index; i++) sum += this.bytesOf(log.get(i))
    return sum
  }

  /** KIN6.01: what is older than the retention has expired, and a closed shard with it (KIN4.04). Returns the first record left. */
  trim(h: number, now: Micros): number {
    const shard = this.shards[h]!
    const { c, storedAt } = shard
    const horizon = now - this.limits[RETENTION]!
    let index = c[TRIM]!
    if (horizon < 0) return index
    if (index < storedAt.length && storedAt.get(index) <= horizon) {
      index = storedAt.firstAtOrAfter(horizon + 1, index)
      c[TRIM] = index
    }
    if (shard.closedAt <= horizon) shard.expire()
    return index
  }

  settle(now: Micros): void {
    for (let h = 0; h < this.shards.length; h++) this.trim(h, now)
  }

  /** KIN4.01. Shards change when the stream is ACTIVE again. */
  splitShard(shard: number, newStartingHashKey: bigint, now: Micros): ReshardAnswer {
    return this.started(this.resharding.split(shard, newStartingHashKey, now))
  }

  /** KIN4.02 */
  mergeShards(shard: number, adjacent: number, now: Micros): ReshardAnswer {
    return this.started(this.resharding.merge(shard, adjacent, now))
  }

  /** KIN4.06 */
  updateShardCount(target: number, now: Micros): ReshardAnswer {
    return this.started(this.resharding.updateCount(target, now))
  }

  /** KIN5.09: asks an on-demand stream to take so many bytes a second. */
  warm(bytesPerSecond: number, now: Micros): ReshardAnswer {
    if (this.resharding.isBusy) return ReshardAnswer.busy
    return this.started(this.resharding.scaleTo(this.onDemand!.warm(bytesPerSecond, now), now))
  }

  /** Shards close and open, on-demand measures. */
  onTimer(now: Micros): void {
    this.resharding.advance(now)
    const shrinkTo = this.onDemand?.advance(now) ?? 0
    if (shrinkTo > 0) this.resharding.scaleTo(shrinkTo, now)
    this.route()
    this.pushedTo.closed(this.shards, now)
    this.schedule()
  }

  /** Sets the timer anew after anything that may change when it is due. */
  schedule(): void {
    this.world.events.schedule(this.timer, min(this.resharding.endsAt, this.onDemand?.nextAt ?? Infinity))
  }

  private started(answer: ReshardAnswer): ReshardAnswer {
    if (answer === ReshardAnswer.started) this.schedule()
    return answer
  }

  private route(): void {
    if (this.shardsRouted === this.shards.length) return
    this.open = this.allShards.openOnes
    this.ranges = this.open.map(({ range }) => range)
    this.shardOfKey = this.keys.shardOfKeys(this.open, this.plan.shardsAtMost)
    this.shardsRouted = this.shards.length
  }

  /** Bytes that the logs hold. */
  get memoryBytes(): number {
    return this.shards.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0)
  }
}
