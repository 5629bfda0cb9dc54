import { min } from '../kernel/detMath.ts'
import type { Growing, SnapshotReader, SnapshotWriter } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import type { Bucket } from '../life/bucket.ts'

/**
 * Execution environments of one function that stand idle, and how many more may be made now. The one that was used last
 * is used next, so the others may run out of their time.
 */
export class Environments implements Growing {
  /** When each idle one became idle, oldest first. */
  private readonly idleSince: number[] = []
  private tokens: number
  private tokensAt: Micros = 0
  private readonly newAtOnce: number
  private readonly newPerSecond: number

  /** LSQ.13: so many new ones at once, refilled at so many a second; what is not used is not saved up beyond that. */
  constructor(newAtOnce: number, newPerSecond: number) {
    this.newAtOnce = newAtOnce
    this.newPerSecond = newPerSecond
    this.tokens = millionthsOf(newAtOnce)
  }

  get idle(): number {
    return this.idleSince.length
  }

  /** Takes an idle one; false when there is none. */
  takeWarm(now: Micros, keepWarmMicros: Micros): boolean {
    this.expire(now, keepWarmMicros)
    return this.idleSince.pop() !== undefined
  }

  /** Makes a new one; false when the function has made too many in the last seconds. */
  takeNew(now: Micros): boolean {
    this.tokens = refilled(this.tokens, now - this.tokensAt, this.newPerSecond, millionthsOf(this.newAtOnce))
    this.tokensAt = now
    if (this.tokens < MICROS_PER_SECOND) return false
    this.tokens -= MICROS_PER_SECOND
    return true
  }

  giveBack(now: Micros): void {
    this.idleSince.push(now)
  }

  /** Those that have done nothing for so long are gone. */
  expire(now: Micros, keepWarmMicros: Micros): void {
    let gone = 0
    while (gone < this.idleSince.length && this.idleSince[gone]! + keepWarmMicros <= now) gone++
    if (gone > 0) this.idleSince.splice(0, gone)
  }

  /** What decides about a new one at this microsecond. */
  bucket(now: Micros): Bucket {
    return { capacity: this.newAtOnce, left: this.newOnesLeft(now), needed: 1, unit: 'environments' }
  }

  /** New ones that may be made at a moment. */
  newOnesLeft(now: Micros): number {
    const left = this.tokens + (now - this.tokensAt) * this.newPerSecond
    return min(this.newAtOnce, left / MICROS_PER_SECOND)
  }

  saveTo(out: SnapshotWriter): void {
    out.push(this.tokens)
    out.push(this.tokensAt)
    out.push(this.idleSince.length)
    out.pushAll(this.idleSince, this.idleSince.length)
  }

  loadFrom(from: SnapshotReader): void {
    this.tokens = from.next()
    this.tokensAt = from.next()
    this.idleSince.length = 0
    const idle = from.nextWhole()
    for (let i = 0; i < idle; i++) this.idleSince.push(from.next())
  }
}
