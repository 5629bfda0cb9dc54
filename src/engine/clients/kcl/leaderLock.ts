import type { State } from '../../kernel/state.ts'
import type { Micros } from '../../kernel/time.ts'
import { NOBODY } from '../coordination.ts'
import type { KclPlan } from './kclPlan.ts'
import type { KclWorkers } from './kclWorkers.ts'

/**
 * Who leads (KCL.04b): whoever holds a lock in a table, and moves a number in it every 30 s. Others look at least 30 s apart; who
 * has seen the same number for 120 s takes the lock.
 */
export class LeaderLock {
  private readonly workers: KclWorkers
  private readonly plan: KclPlan
  private readonly k: Float64Array

  constructor(state: State, workers: KclWorkers, plan: KclPlan) {
    this.workers = workers
    this.plan = plan
    this.k = state.column(FIELDS)
    this.k[LEADER] = NOBODY
  }

  /** The worker that the lock names, dead or alive. */
  get leader(): number {
    return this.k[LEADER]!
  }

  isHeldBy(worker: number): boolean {
    return this.k[LEADER] === worker && this.k[LEADER_LIFE] === this.workers.lifeOf(worker)
  }

  /** The leader is alive. */
  beat(now: Micros): void {
    this.k[BEAT_AT] = now
  }

  /** A worker would do what leaders do: it does when it holds the lock, or finds that it may take it. */
  leads(worker: number, now: Micros): boolean {
    if (this.isHeldBy(worker)) return true
    const { workers, plan, k } = this
    const askedAt = workers.askedLockAt(worker)
    if (askedAt >= 0 && now - askedAt < plan.recheckMicros) return false
    workers.setAskedLockAt(worker, now)
    if (k[LEADER] !== NOBODY) {
      const isNewBeat = workers.sawBeat(worker) !== k[BEAT_AT]
      if (isNewBeat) workers.setSawBeat(worker, k[BEAT_AT]!, now)
      if (isNewBeat || now - workers.sawBeatAt(worker) < plan.lockMicros) return false
    }
    k[LEADER] = worker
    k[LEADER_LIFE] = workers.lifeOf(worker)
    k[BEAT_AT] = now
    workers.forget(worker)
    return true
  }
}

const LEADER = 0
const LEADER_LIFE = LEADER + 1
const BEAT_AT = LEADER_LIFE + 1
const FIELDS = BEAT_AT + 1
