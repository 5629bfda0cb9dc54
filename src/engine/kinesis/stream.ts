import { ANSWERS, type Answer, BYTE_LIMIT, RECORD_LIMIT, STORED, type Store, TOO_LARGE } from '../clients/store.ts'
import { mix } from '../kernel/digest.ts'
import { GapLog } from '../kernel/gapLog.ts'
import { Float64Log, Uint32Log } from '../kernel/log.ts'
import type { Micros } from '../kernel/time.ts'
import { KIBI_BITS } from '../kernel/units.ts'
import type { KeyColumn, KeyTable } from '../keyTable.ts'
import { PAINTS } from '../metrics/trace.ts'
import type { StreamPlan } from '../plan.ts'
import type { World } from '../world.ts'
import { ReadVerdict, readVerdict } from './limits.ts'
import { ReadBuckets } from './readBuckets.ts'
import {
  GET_BYTES,
  GET_PENALTY,
  GET_RECORDS,
  limitColumn,
  limitIndex,
  PUT_BYTES,
  PUT_RECORDS,
  READ_CALLS,
  RETENTION,
} from './streamLimits.ts'
import { WriteBuckets } from './writeBuckets.ts'

const SUM_BITS = KIBI_BITS
const SUM_EVERY = 1 << SUM_BITS

/**
 * A provisioned Kinesis stream: per shard an append-only log of records, two write buckets (KIN1.01, KIN1.02)
 * and the read limits that all polling applications share (KIN2.01 to KIN2.05).
 */
export class Stream implements Store {
  readonly plan: StreamPlan
  readonly shardCount: number
  private readonly world: World
  private readonly keys: KeyTable
  private readonly limits: Float64Array
  private readonly shardOfKey: KeyColumn

  /** Record references and moments of storing, one log a shard. */
  readonly logs: Uint32Log[] = []
  readonly storedAt: GapLog[] = []
  /** Bytes before each 1,024th record, so that bytes between two places are quick to know. */
  private readonly byteSums: Float64Log[] = []

  /** How often each answer was given to a record: the shards' counts of one answer, then those of the next. */
  private readonly answersTotal: Float64Array
  readonly storedTotal: Float64Array
  readonly storedBytesTotal: Float64Array
  readonly attemptsTotal: Float64Array
  readonly refusedByRecordsTotal: Float64Array
  readonly refusedByBytesTotal: Float64Array
  readonly rejectedTotal: Float64Array
  readonly storedPaint: Float64Array
  readonly readCallsTotal: Float64Array
  readonly readBytesTotal: Float64Array
  readonly readCallsRefusedTotal: Float64Array
  readonly readBytesRefusedTotal: Float64Array
  readonly penaltyRefusedTotal: Float64Array
  /** First record not expired. */
  readonly trimIndex: Float64Array
  private readonly logHash: Int32Array

  readonly writeBuckets: WriteBuckets
  private readonly readBuckets: ReadBuckets
  private readonly penaltyUntil: Float64Array

  constructor(world: World, plan: StreamPlan, shardOfKey: KeyColumn) {
    this.world = world
    this.keys = world.keys
    this.plan = plan
    this.shardOfKey = shardOfKey
    const shards = plan.shards
    this.shardCount = shards
    const state = world.state
    this.limits = limitColumn(state, plan.turnable)
    for (let h = 0; h < shards; h++) {
      this.logs.push(state.part(new Uint32Log()))
      this.storedAt.push(state.part(new GapLog()))
      this.byteSums.push(state.part(new Float64Log()))
    }
    this.answersTotal = state.column(ANSWERS * shards)
    const totalOf = (answer: Answer) => this.answersTotal.subarray(answer * shards, (answer + 1) * shards)
    this.storedTotal = totalOf(STORED)
    this.refusedByRecordsTotal = totalOf(RECORD_LIMIT)
    this.refusedByBytesTotal = totalOf(BYTE_LIMIT)
    this.rejectedTotal = totalOf(TOO_LARGE)
    this.storedBytesTotal = state.column(shards)
    this.attemptsTotal = state.column(shards)
    this.storedPaint = state.column(shards * PAINTS)
    this.readCallsTotal = state.column(shards)
    this.readBytesTotal = state.column(shards)
    this.readCallsRefusedTotal = state.column(shards)
    this.readBytesRefusedTotal = state.column(shards)
    this.penaltyRefusedTotal = state.column(shards)
    this.trimIndex = state.column(shards)
    this.logHash = state.adopt(new Int32Array(shards))
    this.writeBuckets = new WriteBuckets(state, shards, this.limits)
    this.readBuckets = new ReadBuckets(state, shards, this.limits)
    this.penaltyUntil = state.column(shards)
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
    for (let h = 0; h < this.shardCount; h++) {
      this.writeBuckets.refill(h, now)
      this.readBuckets.refill(h, now)
      this.trim(h, now)
    }
    this.limits[limitIndex(name)] = value
    for (let h = 0; h < this.shardCount; h++) {
      this.writeBuckets.refill(h, now)
      this.readBuckets.refill(h, now)
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

  /** Nothing waits for a call to end: readers poll. */
  callEnded(): void {}

  /**
   * One record of a PutRecord or PutRecords call (KIN1.07: each is judged on its own; KIN1.08).
   * `bytes` holds data and key. A refused record consumes nothing (X-K1).
   */
  accept(reference: number, key: number, bytes: number, now: Micros): Answer {
    const h = this.shardOfKey[key]!
    this.attemptsTotal[h]! += 1
    const answer = this.writeBuckets.take(h, bytes, now)
    this.answersTotal[answer * this.shardCount + h]! += 1
    if (answer === STORED) this.append(h, reference, key, bytes, now)
    return answer
  }

  private append(h: number, reference: number, key: number, bytes: number, now: Micros): void {
    const log = this.logs[h]!
    if ((log.length & (SUM_EVERY - 1)) === 0) this.byteSums[h]!.push(this.storedBytesTotal[h]!)
    log.push(reference)
    this.storedAt[h]!.push(now)
    this.storedBytesTotal[h]! += bytes
    this.storedPaint[h * PAINTS + this.keys.paint[key]!]! += 1
    this.logHash[h] = mix(mix(this.logHash[h]!, now | 0), reference)
  }

  /**
   * May a GetRecords call on this shard go ahead now? Counts it, refused or not. Throwing calls return no
   * data (KIN2.05).
   */
  admitRead(h: number, now: Micros): ReadVerdict {
    this.readCallsTotal[h]! += 1
    this.readBuckets.refill(h, now)
    const callLimit = this.limits[READ_CALLS]!
    const { calls, bytes } = this.readBuckets
    const verdict = readVerdict(callLimit, calls[h]!, bytes[h]!, now, this.penaltyUntil[h]!)
    if (verdict === ReadVerdict.callLimit) this.readCallsRefusedTotal[h]! += 1
    else if (verdict === ReadVerdict.byteLimit) this.readBytesRefusedTotal[h]! += 1
    else if (verdict === ReadVerdict.penalty) this.penaltyRefusedTotal[h]! += 1
    else if (callLimit > 0) this.readBuckets.takeCall(h)
    return verdict
  }

  /**
   * Records of one admitted call, from `from` on: returns the index after the last. At least one record if there
   * is one, at most `recordsWanted`, the stream's limits on records and bytes (KIN2.03). A response cut by the byte
   * limit starts the penalty (KIN2.04); bytes returned go into debt (X-K2).
   */
  read(h: number, from: number, fromBytes: number, recordsWanted: number, now: Micros): number {
    const tip = this.logs[h]!.length
    let end = tip
    const most = recordsWanted < this.limits[GET_RECORDS]! ? recordsWanted : this.limits[GET_RECORDS]!
    if (end - from > most) end = from + most
    const bytesLimit = this.limits[GET_BYTES]!
    let bytes = end === tip ? this.storedBytesTotal[h]! - fromBytes : this.bytesBefore(h, end) - fromBytes
    if (bytes >= bytesLimit) this.penaltyUntil[h] = now + this.limits[GET_PENALTY]!
    if (bytes > bytesLimit && end > from + 1) {
      end = from
      bytes = 0
      const log = this.logs[h]!
      for (;;) {
        const next = this.bytesOf(log.get(end))
        if (bytes + next > bytesLimit && end > from) break
        bytes += next
        end++
        if (end === tip) break
      }
    }
    this.readBuckets.takeBytes(h, bytes)
    this.readBytesTotal[h]! += bytes
    return end
  }

  /** Data and key of a stored record. */
  bytesOf(reference: number): number {
    const { records, keys } = this.world
    return records.bytesOf(reference) + keys.bytes[records.keyOf(reference)]!
  }

  /** Bytes of all records before `index` in a shard. */
  bytesBefore(h: number, index: number): number {
    const log = this.logs[h]!
    if (index >= log.length) return this.storedBytesTotal[h]!
    let sum = this.byteSums[h]!.get(index >>> SUM_BITS)
    for (let i = index & ~(SUM_EVERY - 1); i < index; i++) sum += this.bytesOf(log.get(i))
    return sum
  }

  /** KIN6.01: what is older than the retention has expired. Returns the first record that is left. */
  trim(h: number, now: Micros): number {
    const horizon = now - this.limits[RETENTION]!
    let index = this.trimIndex[h]!
    if (horizon < 0) return index
    const storedAt = this.storedAt[h]!
    if (index < storedAt.length && storedAt.get(index) <= horizon) {
      index = storedAt.firstAtOrAfter(horizon + 1, index)
      this.trimIndex[h] = index
    }
    return index
  }

  /** Bytes that the logs hold. */
  get memoryBytes(): number {
    let sum = 0
    for (let h = 0; h < this.shardCount; h++)
      sum += this.logs[h]!.bytes + this.storedAt[h]!.bytes + this.byteSums[h]!.bytes
    return sum
  }
}
