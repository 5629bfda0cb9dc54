import type { Micros } from '../../kernel/time.ts'
import { NOBODY } from '../coordination.ts'
import type { Assigning } from './assigning.ts'
import { moveByCount, moveByLoad } from './balancing.ts'
import { Fleet } from './fleet.ts'
import { liveLeases } from './taker.ts'
import { hasExpired } from './timing.ts'

/**
 * One pass of the leader (KCL 3): leases that have expired or have no owner go to the workers with the most room (KCL.04); a
 * handover that takes too long is cut short (KCL.17); every third pass loads are evened out (KCL.15).
 */
export function assignLeases(leader: number, parts: Assigning, now: Micros): void {
  const { table, workers, plan, failoverMicros } = parts
  const lookedAt = workers.lookedAt(leader)
  workers.setLookedAt(leader, now)
  const leases = liveLeases(table)
  const free = leases.filter(
    (shard) => table.ownerOf(shard) === NOBODY || hasExpired(table.movedAt(shard), lookedAt, now, failoverMicros),
  )
  const fleet = new Fleet(parts, leases, free, now)
  const give = (shard: number, worker: number) => {
    table.give(shard, worker, now)
    fleet.add(worker, shard)
    parts.moved(shard)
  }
  // Those without an owner first, then those that expired first.
  const sinceWhen = (shard: number) => (table.ownerOf(shard) === NOBODY ? -1 : table.movedAt(shard))
  for (const shard of free.sort((a, b) => sinceWhen(a) - sinceWhen(b) || a - b)) {
    const worker = fleet.roomiest()
    if (worker !== NOBODY) give(shard, worker)
  }
  for (const shard of leases) {
    const next = table.nextOwnerOf(shard)
    if (next !== NOBODY && now - table.handoffSince(shard) >= plan.handoffMicros) give(shard, next)
  }
  if (workers.countPass(leader) % plan.passesPerBalance !== 0) return
  const move = (shard: number, to: number) => {
    fleet.move(shard, to)
    if (plan.handoffMicros > 0) table.askToHandOver(shard, to, now)
    else {
      table.give(shard, to, now)
      parts.moved(shard)
    }
  }
  if (plan.balancesByCount) moveByCount(fleet, parts, move)
  else moveByLoad(fleet, parts, move)
}
