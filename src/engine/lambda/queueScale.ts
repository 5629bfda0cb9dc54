import { max } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import type { Micros } from '../kernel/time.ts'
import type { LambdaPlan, TurnableLambda } from './lambdaPlan.ts'
import { scaleBounds, scaleStep } from './queueRules.ts'

/**
 * How many places a queue's mapping has (LSQ.01 to LSQ.06): when it next adds or takes one, and which. The ramp is a straight line of
 * single places, and so is the way down (ours; AWS says how many a minute at most).
 */
export class QueueScale {
  private readonly s: Float64Array
  private readonly plan: LambdaPlan
  private readonly settings: Readonly<TurnableLambda>

  constructor(state: State, plan: LambdaPlan, settings: Readonly<TurnableLambda>) {
    this.s = state.column(SCALE_FIELDS)
    this.plan = plan
    this.settings = settings
  }

  get first(): number {
    return scaleBounds(this.plan, this.settings).first
  }

  /** A batch began: the mapping is not idle. */
  busy(now: Micros): void {
    this.s[BUSY_AT] = now
  }

  /** LSQ.09 and throttles: nothing is added for a while (ours). */
  backOff(now: Micros): void {
    this.s[GROWS_FROM] = now + this.plan.limits.growthPauseMicros
  }

  /**
   * Whether a place is given up at the end of its batch: LSQ.09, it failed, but no more are taken than the ramp would add (ours); or
   * the mapping may have fewer than it has.
   */
  losesPlace(places: number, failed: boolean, now: Micros): boolean {
    const { least, most } = scaleBounds(this.plan, this.settings)
    if (places > most) return true
    if (!failed || places <= least || now < this.s[TAKES_FROM]!) return false
    this.s[TAKES_FROM] = now + this.plan.limits.rampMicros
    return true
  }

  /** One step: 1, 0 or -1 places. */
  step(places: number, idle: number, messagesWait: boolean, now: Micros): number {
    const { most } = scaleBounds(this.plan, this.settings)
    return scaleStep(places, idle, messagesWait, now >= this.s[GROWS_FROM]!, this.floor(now), most)
  }

  /** When to take the next step; Infinity: nothing can change before a batch begins or ends. */
  nextStepAt(places: number, idle: number, now: Micros): Micros {
    const { rampMicros, idleAfterMicros } = this.plan.limits
    const { first, least, most } = scaleBounds(this.plan, this.settings)
    const next = now + rampMicros
    if (idle === 0 && places < most) return max(next, this.s[GROWS_FROM]!)
    if (idle === 0 || places <= least) return places > most ? next : Infinity
    return places > first ? next : max(next, this.s[BUSY_AT]! + idleAfterMicros)
  }

  private floor(now: Micros): number {
    const { first, least } = scaleBounds(this.plan, this.settings)
    return now >= this.s[BUSY_AT]! + this.plan.limits.idleAfterMicros ? least : first
  }
}

const BUSY_AT = 0
const GROWS_FROM = BUSY_AT + 1
const TAKES_FROM = GROWS_FROM + 1
const SCALE_FIELDS = TAKES_FROM + 1
