import { MICROS_PER_SECOND, type Micros } from '../../kernel/time.ts'
import { millionthsOf, refilled } from '../../kernel/tokenBucket.ts'
import type { Bucket } from '../../life/bucket.ts'

/** So many calls a second, of which one second can be saved (as X-K1). */
export class CallRate {
  private readonly perSecond: number
  private millionths: number
  private countedAt: Micros

  constructor(perSecond: number, now: Micros) {
    this.perSecond = perSecond
    this.millionths = millionthsOf(perSecond)
    this.countedAt = now
  }

  /** Whether a call may go ahead now; if so, it is counted. */
  take(now: Micros): boolean {
    this.millionths = this.left(now)
    this.countedAt = now
    if (this.millionths < MICROS_PER_SECOND) return false
    this.millionths -= MICROS_PER_SECOND
    return true
  }

  /** What decides about a call at this microsecond. */
  bucket(now: Micros): Bucket {
    return { capacity: this.perSecond, left: this.left(now) / MICROS_PER_SECOND, needed: 1, unit: 'calls' }
  }

  private left(now: Micros): number {
    return refilled(this.millionths, now - this.countedAt, this.perSecond, millionthsOf(this.perSecond))
  }
}
