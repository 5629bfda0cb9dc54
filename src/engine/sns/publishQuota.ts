import { min } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'

/** SNS.03, in messages a second; 0 = not limited. */
export type PublishQuotaLimits = { messagesPerSecond: number; standardPerSecond: number }

/**
 * What an account may publish in one Region (SNS.03): messages of all its topics take from one bucket, whatever call they
 * came in. Where AWS names a lower number for standard topics, their messages take from a second one too (our reading).
 * Room for one second, as in X-K1.
 */
export class PublishQuota {
  private readonly limits: Readonly<PublishQuotaLimits>
  private readonly q: Float64Array

  constructor(state: State, limits: Readonly<PublishQuotaLimits>) {
    this.limits = limits
    this.q = state.column(FIELDS)
    this.q[ALL] = millionthsOf(limits.messagesPerSecond)
    this.q[STANDARD] = millionthsOf(limits.standardPerSecond)
  }

  /** Millionths of messages that a topic may still publish. Changes nothing. */
  tokens(isFifo: boolean, now: Micros): number {
    const { messagesPerSecond, standardPerSecond } = this.limits
    const all = this.left(ALL, messagesPerSecond, now)
    return isFifo ? all : min(all, this.left(STANDARD, standardPerSecond, now))
  }

  /** Messages that the narrowest bucket of such a topic holds at most. */
  capacity(isFifo: boolean): number {
    const { messagesPerSecond, standardPerSecond } = this.limits
    return !isFifo && standardPerSecond > 0 ? min(messagesPerSecond, standardPerSecond) : messagesPerSecond
  }

  /** A message of a topic is published. */
  take(isFifo: boolean, now: Micros): void {
    const { messagesPerSecond, standardPerSecond } = this.limits
    const { q } = this
    if (messagesPerSecond > 0) q[ALL] = this.left(ALL, messagesPerSecond, now) - MICROS_PER_SECOND
    if (standardPerSecond > 0)
      q[STANDARD] = this.left(STANDARD, standardPerSecond, now) - (isFifo ? 0 : MICROS_PER_SECOND)
    q[COUNTED_AT] = now
  }

  private left(field: number, perSecond: number, now: Micros): number {
    if (perSecond === 0) return Infinity
    return refilled(this.q[field]!, now - this.q[COUNTED_AT]!, perSecond, millionthsOf(perSecond))
  }
}

const ALL = 0
const STANDARD = ALL + 1
const COUNTED_AT = STANDARD + 1
const FIELDS = COUNTED_AT + 1
