import { floor, max, min } from '../kernel/detMath.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'

const SEND = 0
const RECEIVE = SEND + 1
const DELETE = RECEIVE + 1
const CHANGE_VISIBILITY = DELETE + 1
/** Actions with a quota of their own. AWS names the first three (FIFO.01); the fourth is our reading (X-F1). */
export const FifoAction = {
  send: SEND,
  receive: RECEIVE,
  delete: DELETE,
  changeVisibility: CHANGE_VISIBILITY,
} as const
export type FifoActionName = keyof typeof FifoAction
export const FIFO_ACTIONS = CHANGE_VISIBILITY + 1

/**
 * FIFO.05: the partitions of a queue, each a range of hash values and a bucket of calls for each action. A queue begins with one.
 *
 * Ours (X-F2): a partition that has no call left is divided at once between the groups it has seen, and each half goes on as if
 * half of the calls had been its own. A partition that has seen one group alone is never divided (FIFO.06).
 */
export class FifoPartitions implements Growing {
  private rows = new Float64Array(FIELDS)
  private count = 1

  constructor(callsPerSecond: number) {
    this.rows[LOWEST] = Infinity
    this.rows[HIGHEST] = -1
    for (let action = 0; action < FIFO_ACTIONS; action++) this.rows[tokensAt(0, action)] = millionthsOf(callsPerSecond)
  }

  get length(): number {
    return this.count
  }

  /** The partition that a hash value belongs to. */
  find(hash: number): number {
    const { rows } = this
    let low = 0
    let high = this.count - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (rows[middle * FIELDS + FROM]! <= hash) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The same, and the partition has seen that value from now on. */
  of(hash: number): number {
    const { rows } = this
    const partition = this.find(hash)
    const row = partition * FIELDS
    rows[row + LOWEST] = min(rows[row + LOWEST]!, hash)
    rows[row + HIGHEST] = max(rows[row + HIGHEST]!, hash)
    return partition
  }

  /** Calls left, in millionths. */
  left(partition: number, action: number, callsPerSecond: number, now: Micros): number {
    const place = tokensAt(partition, action)
    const elapsed = now - this.rows[place + 1]!
    return refilled(this.rows[place]!, elapsed, callsPerSecond, millionthsOf(callsPerSecond))
  }

  take(partition: number, action: number, callsPerSecond: number, now: Micros): void {
    this.put(partition, action, this.left(partition, action, callsPerSecond, now) - millionthsOf(1), now)
  }

  canSplit(partition: number): boolean {
    return this.rows[partition * FIELDS + LOWEST]! < this.rows[partition * FIELDS + HIGHEST]!
  }

  split(partition: number, callsPerSecond: number, now: Micros): void {
    if ((this.count + 1) * FIELDS > this.rows.length) {
      const larger = new Float64Array(2 * this.rows.length)
      larger.set(this.rows)
      this.rows = larger
    }
    const { rows } = this
    const row = partition * FIELDS
    const upper = row + FIELDS
    rows.copyWithin(upper, row, this.count++ * FIELDS)
    const lowest = rows[row + LOWEST]!
    const highest = rows[row + HIGHEST]!
    rows[upper + FROM] = floor((lowest + highest) / 2) + 1
    rows[row + HIGHEST] = lowest
    rows[upper + LOWEST] = highest
    for (let action = 0; action < FIFO_ACTIONS; action++) {
      const left = this.left(partition, action, callsPerSecond, now)
      const half = (left + millionthsOf(callsPerSecond)) / 2
      this.put(partition, action, half, now)
      this.put(partition + 1, action, half, now)
    }
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.count)
    out.pushAll(this.rows, this.count * FIELDS)
  }

  loadFrom(from: SnapshotReader): void {
    this.count = from.nextWhole()
    const needed = this.count * FIELDS
    if (needed > this.rows.length) this.rows = new Float64Array(2 * needed)
    from.nextInto(this.rows, needed)
  }

  private put(partition: number, action: number, millionths: number, now: Micros): void {
    const place = tokensAt(partition, action)
    this.rows[place] = millionths
    this.rows[place + 1] = now
  }
}

/** First hash value of the range; it ends where the next one begins. */
const FROM = 0
/** Hash values of groups seen since the partition began. */
const LOWEST = FROM + 1
const HIGHEST = LOWEST + 1
/** Of each action: tokens in millionths, and when they were counted. */
const BUCKETS = HIGHEST + 1
const FIELDS = BUCKETS + 2 * FIFO_ACTIONS

function tokensAt(partition: number, action: number): number {
  return partition * FIELDS + BUCKETS + 2 * action
}
