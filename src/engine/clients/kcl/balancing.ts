import { NOBODY } from '../coordination.ts'
import type { Assigning } from './assigning.ts'
import { isUneven, leasesMakingUp, overloaded, shareToMove } from './balanceRules.ts'
import type { Fleet } from './fleet.ts'
import { shuffle } from './shuffle.ts'

type Move = (shard: number, to: number) => void

/** KCL.15: load, not the number of leases, is made even; only so many leases move that nobody gets above the average. */
export function moveByLoad(fleet: Fleet, parts: Assigning, move: Move): void {
  const { plan, table } = parts
  const { active, averageLoad } = fleet
  const loads = active.map((worker) => fleet.loadOf(worker))
  if (averageLoad === 0 || !isUneven(loads, averageLoad, plan.threshold)) return
  const from = overloaded(loads, averageLoad, plan.threshold).map((i) => {
    const worker = active[i]!
    return { worker, bytes: shareToMove(loads[i]!, averageLoad, plan.dampening) * fleet.rateOf(worker) }
  })
  for (const { worker, bytes } of from.sort((a, b) => b.bytes - a.bytes || a.worker - b.worker)) {
    const movable = fleet.leasesOf(worker).filter((shard) => canMove(shard, worker, parts))
    const chosen = leasesMakingUp(bytes, shuffle(movable, parts.random, parts.stream), (shard) => table.rateOf(shard))
    for (const shard of chosen) {
      const to = fleet.roomiest()
      if (to === worker || fleet.loadOf(to) + fleet.loadOfLease(shard) > averageLoad) break
      move(shard, to)
    }
  }
}

/** KCL.18: the numbers of leases are made even, to a difference of one. */
export function moveByCount(fleet: Fleet, parts: Assigning, move: Move): void {
  for (;;) {
    const to = fleet.roomiest()
    if (to === NOBODY) return
    let from = to
    for (const worker of fleet.active) if (fleet.leasesOf(worker).length > fleet.leasesOf(from).length) from = worker
    if (fleet.leasesOf(from).length - fleet.leasesOf(to).length < 2) return
    const movable = fleet.leasesOf(from).filter((shard) => canMove(shard, from, parts))
    const [shard] = shuffle(movable, parts.random, parts.stream)
    if (shard === undefined) return
    move(shard, to)
  }
}

/** A lease that is being handed over already is left alone. */
function canMove(shard: number, owner: number, { table }: Assigning): boolean {
  return table.belongsTo(shard, owner) && table.nextOwnerOf(shard) === NOBODY
}
