import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import { READ_BYTES, READ_CALLS, RECORD_BYTES, WRITE_BYTES, WRITE_RECORDS } from './streamLimits.ts'

/** The token buckets of a stream's shards, in millionths of tokens: two for writing (X-K1), two for reading (X-K2). */
export class ShardBuckets {
  readonly recordMillionths: Float64Array
  readonly byteMillionths: Float64Array
  readonly callMillionths: Float64Array
  readonly budgetMillionths: Float64Array
  private readonly limits: Float64Array
  private readonly writtenAt: Float64Array
  private readonly readAt: Float64Array

  constructor(state: State, shards: number, limits: Float64Array) {
    this.limits = limits
    this.recordMillionths = state.column(shards).fill(millionthsOf(this.recordCapacity))
    this.byteMillionths = state.column(shards).fill(millionthsOf(this.byteCapacity))
    this.writtenAt = state.column(shards)
    this.callMillionths = state.column(shards).fill(millionthsOf(this.callCapacity))
    this.budgetMillionths = state.column(shards).fill(millionthsOf(limits[READ_BYTES]!))
    this.readAt = state.column(shards)
  }

  /** X-K1: one second of refill may be saved. */
  private get recordCapacity(): number {
    return this.limits[WRITE_RECORDS]!
  }

  /** X-K1: the larger of one second of refill and the largest record that the stream takes (KIN1.05). */
  private get byteCapacity(): number {
    const perSecond = this.limits[WRITE_BYTES]!
    const largest = this.limits[RECORD_BYTES]!
    return perSecond > largest ? perSecond : largest
  }

  /** One second of refill; at less than one call a second still one call, or there would never be any. */
  private get callCapacity(): number {
    const perSecond = this.limits[READ_CALLS]!
    return perSecond > 0 && perSecond < 1 ? 1 : perSecond
  }

  /** Both write buckets of shard `h` as of now. */
  refillWrite(h: number, now: Micros): void {
    this.recordMillionths[h] = this.recordsAt(h, now)
    this.byteMillionths[h] = this.bytesAt(h, now)
    this.writtenAt[h] = now
  }

  /** Both read buckets of shard `h` as of now. */
  refillRead(h: number, now: Micros): void {
    const elapsed = now - this.readAt[h]!
    const bytes = this.limits[READ_BYTES]!
    this.callMillionths[h] = refilled(this.callMillionths[h]!, elapsed, this.limits[READ_CALLS]!, this.callCapacity)
    this.budgetMillionths[h] = refilled(this.budgetMillionths[h]!, elapsed, bytes, bytes)
    this.readAt[h] = now
  }

  /** Record tokens left at this microsecond. Changes nothing: looking at a run must not change its bits. */
  recordTokens(h: number, now: Micros): number {
    return this.recordsAt(h, now) / MICROS_PER_SECOND
  }

  /** Byte tokens left at this microsecond. */
  byteTokens(h: number, now: Micros): number {
    return this.bytesAt(h, now) / MICROS_PER_SECOND
  }

  private recordsAt(h: number, now: Micros): number {
    return refilled(
      this.recordMillionths[h]!,
      now - this.writtenAt[h]!,
      this.limits[WRITE_RECORDS]!,
      this.recordCapacity,
    )
  }

  private bytesAt(h: number, now: Micros): number {
    return refilled(this.byteMillionths[h]!, now - this.writtenAt[h]!, this.limits[WRITE_BYTES]!, this.byteCapacity)
  }
}
