import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import { READ_BYTES, READ_CALLS } from './streamLimits.ts'

/** What may still be read from each shard, by all who poll it: one bucket of calls, one of bytes (KIN2.01, KIN2.02 as X-K2). */
export class ReadBuckets {
  /** Tokens in millionths; bytes go into debt. */
  readonly calls: Float64Array
  readonly bytes: Float64Array
  private readonly limits: Float64Array
  private readonly countedAt: Float64Array

  constructor(state: State, shards: number, limits: Float64Array) {
    this.limits = limits
    this.calls = state.column(shards).fill(fullOfCalls(limits))
    this.bytes = state.column(shards).fill(millionthsOf(limits[READ_BYTES]!))
    this.countedAt = state.column(shards)
  }

  refill(h: number, now: Micros): void {
    const { limits } = this
    const elapsed = now - this.countedAt[h]!
    const bytesLimit = limits[READ_BYTES]!
    this.calls[h] = refilled(this.calls[h]!, elapsed, limits[READ_CALLS]!, fullOfCalls(limits))
    this.bytes[h] = refilled(this.bytes[h]!, elapsed, bytesLimit, millionthsOf(bytesLimit))
    this.countedAt[h] = now
  }

  takeCall(h: number): void {
    this.calls[h]! -= MICROS_PER_SECOND
  }

  takeBytes(h: number, bytes: number): void {
    this.bytes[h]! -= millionthsOf(bytes)
  }
}

/** One second of refill; at less than one call a second still one call, or there would never be any. */
function fullOfCalls(limits: Float64Array): number {
  const perSecond = limits[READ_CALLS]!
  return millionthsOf(perSecond > 0 && perSecond < 1 ? 1 : perSecond)
}
