import type { RandomStreams } from '../../kernel/random.ts'
import type { Micros } from '../../kernel/time.ts'
import type { KclPlan } from './kclPlan.ts'
import type { KclWorkers } from './kclWorkers.ts'
import type { LeaseTable } from './leaseTable.ts'

/** What a leader needs to assign leases. */
export type Assigning = {
  table: LeaseTable
  workers: KclWorkers
  plan: KclPlan
  failoverMicros: Micros
  random: RandomStreams
  stream: number
  /** A lease has another owner now. */
  moved: (shard: number) => void
}
