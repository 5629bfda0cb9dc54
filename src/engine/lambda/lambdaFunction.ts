import { max, min, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { MICROS_PER_MILLISECOND, type Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { type Concurrency, concurrencyLeft, fitsConcurrency } from './concurrencyRules.ts'
import {
  COLD_STARTS,
  DUPLICATES,
  EFFECTS,
  FAILED,
  HASH,
  INVOCATIONS,
  LAMBDA_COUNTERS,
  RUNNING,
  STOPPED,
  THROTTLED,
  TIMED_OUT,
} from './counters.ts'
import { Environments } from './environments.ts'
import type { LambdaLimits, TurnableLambda } from './lambdaPlan.ts'
import { Batch, NO_FAILURE, TIMEOUT, type Work } from './work.ts'

/** The invocation is refused. */
export const REFUSED = -1

/** A function: who may run at once, warm and cold environments, and what its work brings about. */
export class LambdaFunction {
  readonly settings: Readonly<TurnableLambda>
  readonly c: Float64Array
  private readonly world: World
  private readonly id: string
  readonly environments: Environments
  /** What the invocation that begins gets. Scratch. */
  readonly batch = new Batch()
  /** All functions of the account, this one among them. */
  private account: readonly LambdaFunction[]

  constructor(world: World, id: string, settings: Readonly<TurnableLambda>, limits: LambdaLimits) {
    this.world = world
    this.id = id
    this.settings = settings
    this.c = world.state.column(LAMBDA_COUNTERS)
    this.environments = world.state.part(new Environments(limits.newEnvironments, limits.newEnvironmentsPerSecond))
    this.account = [this]
  }

  /** LSQ.13: whom it shares the account's concurrency with. */
  share(account: readonly LambdaFunction[]): void {
    this.account = account
  }

  /**
   * Begins an invocation. Returns the time that a cold start takes (0 when an environment was warm), or REFUSED when
   * the function is throttled: no concurrency left, or too many new environments.
   */
  begin(now: Micros): Micros {
    const { c, settings, environments } = this
    if (c[STOPPED] === 1 || !fitsConcurrency(this.concurrency())) return this.throttled(false, now)
    const isWarm = environments.takeWarm(now, settings.keepWarmMicros)
    if (!isWarm && !environments.takeNew(now)) return this.throttled(true, now)
    c[INVOCATIONS]! += 1
    c[RUNNING]! += 1
    if (isWarm) return 0
    c[COLD_STARTS]! += 1
    return settings.coldStartMicros
  }

  /** When an invocation that began now and does this work ends: a microsecond from now at the earliest, or a failing one would be tried for ever at one moment. */
  endOf(work: Work, coldStartMicros: Micros, now: Micros): Micros {
    return now + max(1, round(coldStartMicros + work.durationMicros))
  }

  /** When a failed or throttled invocation is tried again: a millisecond from now at the earliest. */
  retryAt(now: Micros): Micros {
    return now + max(MICROS_PER_MILLISECOND, this.settings.retryPauseMicros)
  }

  /** An invocation ends; `reference` is of the last record in it, for the fingerprint. */
  end(failure: number, reference: number, now: Micros): void {
    const { c } = this
    c[RUNNING]! -= 1
    this.environments.giveBack(now)
    if (failure !== NO_FAILURE) c[FAILED]! += 1
    if (failure === TIMEOUT) c[TIMED_OUT]! += 1
    c[HASH] = mix(mix(c[HASH]!, now | 0), reference)
  }

  /** The work on so many records was done, on `again` of them not for the first time. */
  worked(records: number, again: number): void {
    const { c, settings } = this
    c[DUPLICATES]! += again
    c[EFFECTS]! += settings.idempotent === 1 ? records - again : records
  }

  private throttled(wantsEnvironment: boolean, now: Micros): number {
    const { c, world, environments } = this
    c[THROTTLED]! += 1
    if (world.watch === null) return REFUSED
    const { factId, capacity, left } = concurrencyLeft(this.concurrency(), c[STOPPED] === 1)
    if (wantsEnvironment) world.watch.throttled?.(this.id, 'LSQ.13', environments.bucket(now), now)
    else world.watch.throttled?.(this.id, factId, { capacity, left, needed: 1, unit: 'invocations' }, now)
    return REFUSED
  }

  private concurrency(): Concurrency {
    let unreservedRunning = 0
    let reservedInAll = 0
    let accountQuota = Infinity
    for (const { c, settings } of this.account) {
      if (settings.reservedInvocations > 0) reservedInAll += settings.reservedInvocations
      else unreservedRunning += c[RUNNING]!
      accountQuota = min(accountQuota, settings.accountInvocations)
    }
    const { c, settings } = this
    return {
      running: c[RUNNING]!,
      reserved: settings.reservedInvocations,
      unreservedRunning,
      accountQuota,
      reservedInAll,
    }
  }
}
