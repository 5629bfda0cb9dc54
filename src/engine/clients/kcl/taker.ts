import { min } from '../../kernel/detMath.ts'
import type { RandomStreams } from '../../kernel/random.ts'
import type { Micros } from '../../kernel/time.ts'
import { NOBODY } from '../coordination.ts'
import type { KclPlan } from './kclPlan.ts'
import type { KclWorkers } from './kclWorkers.ts'
import type { LeaseTable } from './leaseTable.ts'
import { shuffle } from './shuffle.ts'
import { leasesToHave, leasesToSteal } from './takeRules.ts'
import { hasExpired } from './timing.ts'

/**
 * One pass of a worker's taker (KCL 2, KCL.05): it looks at the whole lease table, takes leases that have expired or have no
 * owner, and, when there are none and it has too few, steals from the worker with the most. Returns what it has taken.
 */
export function takeLeases(
  table: LeaseTable,
  workers: KclWorkers,
  worker: number,
  plan: KclPlan,
  failoverMicros: Micros,
  random: RandomStreams,
  stream: number,
  now: Micros,
): number[] {
  const lookedAt = workers.lookedAt(worker)
  workers.setLookedAt(worker, now)
  const leases = liveLeases(table)
  const free = leases.filter(
    (shard) => table.ownerOf(shard) === NOBODY || hasExpired(table.movedAt(shard), lookedAt, now, failoverMicros),
  )
  const owned = leases.filter((shard) => !free.includes(shard))
  // A worker that died counts apart from its next life.
  const ownerIn = (shard: number) => {
    const owner = table.ownerOf(shard)
    return table.belongsTo(shard, owner) ? owner : workers.count + owner
  }
  const counts = new Float64Array(2 * workers.count)
  for (const shard of owned) counts[ownerIn(shard)]! += 1
  const others = counts.filter((count, owner) => count > 0 && owner !== worker).length
  const target = leasesToHave(leases.length, others + 1)
  const missed = target - counts[worker]!
  if (missed <= 0) return []
  const fromMost = () => {
    let most = -1
    counts.forEach((count, owner) => {
      if (owner !== worker && count > 0 && (most < 0 || count > counts[most]!)) most = owner
    })
    return owned.filter((shard) => ownerIn(shard) === most)
  }
  const choice = free.length > 0 ? free : fromMost()
  const number =
    free.length > 0 ? min(missed, free.length) : leasesToSteal(choice.length, target, missed, plan.stealAtMost)
  const taken = shuffle(choice, random, stream).slice(0, number)
  for (const shard of taken) table.give(shard, worker, now)
  return taken
}

/** Leases whose shards are to be read; those that are read to their end need no worker. */
export function liveLeases(table: LeaseTable): number[] {
  const live: number[] = []
  for (let shard = 0; shard < table.rows; shard++) if (table.isLive(shard)) live.push(shard)
  return live
}
