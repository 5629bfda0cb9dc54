import { ceil, max, min } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import type { ProvisionedPollers } from './lambdaPlan.ts'

/**
 * LSQ.06: what so many provisioned pollers may poll and carry a second, all together. Unused parts of one second are kept (ours); a
 * call may take the bytes below zero, and the next one waits.
 */
export class PollBudget {
  private readonly s: Float64Array
  private readonly one: ProvisionedPollers

  constructor(state: State, one: ProvisionedPollers) {
    this.s = state.column(BUDGET_FIELDS)
    this.one = one
    this.s[POLLS] = millionthsOf(one.least * one.pollsPerSecond)
    this.s[BYTES] = millionthsOf(one.least * one.bytesPerSecond)
  }

  /** How long until the next poll may begin, 0 = now. */
  waitMicros(pollers: number, now: Micros): Micros {
    const { s, one } = this
    const elapsed = now - s[AT]!
    for (const [field, perSecond] of [
      [POLLS, pollers * one.pollsPerSecond],
      [BYTES, pollers * one.bytesPerSecond],
    ] as const)
      s[field] = min(millionthsOf(perSecond), refilled(s[field]!, elapsed, perSecond, millionthsOf(perSecond)))
    s[AT] = now
    const forPoll = (MICROS_PER_SECOND - s[POLLS]!) / (pollers * one.pollsPerSecond)
    const forBytes = (1 - s[BYTES]!) / (pollers * one.bytesPerSecond)
    return max(0, ceil(max(forPoll, forBytes)))
  }

  take(bytes: number): void {
    this.s[POLLS]! -= MICROS_PER_SECOND
    this.s[BYTES]! -= millionthsOf(bytes)
  }
}

const POLLS = 0
const BYTES = POLLS + 1
const AT = BYTES + 1
const BUDGET_FIELDS = AT + 1
