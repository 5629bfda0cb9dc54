import type { Micros } from '../../kernel/time.ts'

/** How the Kinesis Client Library (KCL) shares shards over workers: its times and shares, as they come from the plan. */
export type KclPlan = {
  /** True: an elected leader assigns leases (KCL 3). False: every worker takes what it misses (KCL 2). */
  hasLeader: boolean
  /** Leases are renewed so often within one failover time, less `epsilonMicros` (KCL.03). */
  renewalsPerFailover: number
  epsilonMicros: Micros
  /** Leases that one pass of KCL 2 steals at most (KCL.05). */
  stealAtMost: number
  /** Wait before the next call when one was refused: KCL measures its interval from the last call that succeeded (KCL.06). */
  retryMicros: Micros
  /** How often a child looks whether its parents are at their ends (KCL.13). */
  parentPollMicros: Micros
  /** How often leases are compared with the shards there are, and leases of finished shards are removed (KCL.14). */
  auditMicros: Micros
  syncMicros: Micros
  /** The leader's lock: its life, how often the leader renews it, how often the others look at it (KCL.04b). */
  lockMicros: Micros
  heartbeatMicros: Micros
  recheckMicros: Micros
  /** Balancing of KCL 3 (KCL.15): reports of load, weight of the newest one, tolerated distance, share moved, every how many passes. */
  reportMicros: Micros
  loadWeight: number
  threshold: number
  dampening: number
  passesPerBalance: number
  /** False: by load. True: by the number of leases (KCL.18). */
  balancesByCount: boolean
  /** How long the old owner may take to hand over a lease; 0 = it is not asked (KCL.17). */
  handoffMicros: Micros
  /** Seconds of work a second that are 100 % of a worker's CPU. */
  cores: number
}
