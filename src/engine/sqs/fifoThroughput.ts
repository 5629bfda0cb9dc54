import { ceil, max } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import { MD5_BITS, WORD_BITS } from '../kernel/units.ts'
import type { KeyTable } from '../keyTable.ts'
import type { Bucket } from '../life/bucket.ts'
import { FIFO_ACTIONS, FifoAction, type FifoActionName, FifoPartitions } from './fifoPartitions.ts'
import type { FifoQueuePlan, TurnableFifoQueue } from './fifoPlan.ts'
import { isHighThroughput } from './fifoRules.ts'

/**
 * How many calls a FIFO queue takes (X-F1): a bucket of a second's calls for each action, of the queue as a whole (FIFO.01) or, in
 * high throughput, of each partition (FIFO.05) and of the Region's quota for all of them together (FIFO.04).
 */
export class FifoThroughput {
  private readonly settings: Readonly<TurnableFifoQueue>
  private readonly keys: KeyTable
  private readonly partitionsFactor: number
  readonly partitions: FifoPartitions
  /** Of each action, tokens in millionths and when they were counted: those of the queue, then those of the Region's quota. */
  private readonly b: Float64Array
  /** Hash values of the groups that the present call is about. */
  private readonly hashes: number[] = []
  /** Partitions that it has been counted against. */
  private readonly spanned: number[] = []
  /** Hash values of the groups that the present receive has messages of. */
  private readonly received: number[] = []
  /** Hash of each key, as far as it was asked for. */
  private readonly hashOfKey: number[] = []

  constructor(state: State, plan: FifoQueuePlan, settings: Readonly<TurnableFifoQueue>, keys: KeyTable) {
    this.partitionsFactor = plan.partitionsFactor
    this.settings = settings
    this.keys = keys
    this.b = state.column(2 * 2 * FIFO_ACTIONS)
    this.partitions = state.part(new FifoPartitions(settings.callsPerSecond))
    for (let action = 0; action < FIFO_ACTIONS; action++) {
      this.b[2 * action] = millionthsOf(settings.callsPerSecond)
      this.b[REGION + 2 * action] = millionthsOf(settings.highThroughputCallsPerSecond)
    }
  }

  /** Whether a call about these groups (keys) fits; if so it is counted, in high throughput once for each partition it spans. */
  admits(name: FifoActionName, groups: readonly number[], now: Micros): boolean {
    const action = FifoAction[name]
    const { callsPerSecond } = this.settings
    if (callsPerSecond === 0) return true
    if (!isHighThroughput(this.settings)) return this.take(2 * action, callsPerSecond, 1, now)
    this.hashes.length = 0
    for (const group of groups) this.hashes.push(this.hashOf(group))
    const quota = this.settings.highThroughputCallsPerSecond
    if (this.left(REGION + 2 * action, quota, now) < millionthsOf(1) || !this.span(action, now)) return false
    // A receive that finds nothing asks no partition in particular.
    const calls = this.spanned.length > 0 ? this.spanned.length : 1
    if (!this.take(REGION + 2 * action, quota, calls, now)) return false
    for (const partition of this.spanned) this.partitions.take(partition, action, callsPerSecond, now)
    return true
  }

  /**
   * The limit that has just refused a call, and what its bucket had; `group`: of the entry that is asked about,
   * -1: none. As when the call is
   * judged, the Region's quota is asked first. Changes nothing.
   */
  refusedBy(name: FifoActionName, group: number, now: Micros): { factId: string; bucket: Bucket } {
    const action = FifoAction[name]
    const { callsPerSecond, highThroughputCallsPerSecond: quota } = this.settings
    const limit = (factId: string, capacity: number, millionths: number, needed: number) => {
      return { factId, bucket: { capacity, left: millionths / MICROS_PER_SECOND, needed, unit: 'calls' } as const }
    }
    if (!this.isByPartition) return limit('FIFO.01', callsPerSecond, this.left(2 * action, callsPerSecond, now), 1)
    const { partitions } = this
    const hashes = group < 0 ? this.hashes : [this.hashOf(group), ...this.hashes]
    const spanned = new Set(hashes.map((hash) => partitions.find(hash)))
    const leftIn = (partition: number) => partitions.left(partition, action, callsPerSecond, now)
    const short = [...spanned].find((partition) => leftIn(partition) < millionthsOf(1))
    const ofRegion = this.left(REGION + 2 * action, quota, now)
    if (ofRegion < millionthsOf(1) || short === undefined)
      return limit('FIFO.04', quota, ofRegion, max(1, spanned.size))
    return limit('FIFO.05', callsPerSecond, leftIn(short), 1)
  }

  /** A receive begins, already counted against the partition of its first group. */
  beginReceive(group: number): void {
    if (!this.isByPartition) return
    this.received.length = 0
    this.received.push(this.hashOf(group))
  }

  /** Whether the receive may go on with another group (FIFO.05): in a partition further it counts once more. */
  reaches(group: number, now: Micros): boolean {
    if (!this.isByPartition) return true
    const hash = this.hashOf(group)
    const { partitions, received } = this
    const partition = partitions.of(hash)
    const isCounted = received.some((other) => partitions.of(other) === partition)
    if (!isCounted && !this.admits('receive', [group], now)) return false
    received.push(hash)
    return true
  }

  private get isByPartition(): boolean {
    return this.settings.callsPerSecond > 0 && isHighThroughput(this.settings)
  }

  /** The partitions that the call needs, each with a call left; false when one has none and there can be no more partitions. */
  private span(action: number, now: Micros): boolean {
    const { partitions, spanned, settings } = this
    const { callsPerSecond } = settings
    for (;;) {
      spanned.length = 0
      let short = -1
      for (const hash of this.hashes) {
        const partition = partitions.of(hash)
        if (spanned.includes(partition)) continue
        spanned.push(partition)
        if (partitions.left(partition, action, callsPerSecond, now) < millionthsOf(1)) short = partition
      }
      if (short < 0) return true
      // Groups never spread quite evenly: with partitions to spare the quota can still be reached (X-F2).
      const most = this.partitionsFactor * ceil(settings.highThroughputCallsPerSecond / callsPerSecond)
      if (partitions.length >= most || !partitions.canSplit(short)) return false
      partitions.split(short, callsPerSecond, now)
    }
  }

  private take(place: number, perSecond: number, calls: number, now: Micros): boolean {
    const left = this.left(place, perSecond, now)
    if (left < millionthsOf(calls)) return false
    this.b[place] = left - millionthsOf(calls)
    this.b[place + 1] = now
    return true
  }

  private left(place: number, perSecond: number, now: Micros): number {
    return refilled(this.b[place]!, now - this.b[place + 1]!, perSecond, millionthsOf(perSecond))
  }

  /** Ours: AWS does not publish its hash function. The first word of MD5 spreads evenly. */
  private hashOf(key: number): number {
    const known = this.hashOfKey[key]
    if (known !== undefined) return known
    const hash = Number(this.keys.hashKeyOf(key) >> BigInt(MD5_BITS - WORD_BITS))
    this.hashOfKey[key] = hash
    return hash
  }
}

const REGION = 2 * FIFO_ACTIONS
