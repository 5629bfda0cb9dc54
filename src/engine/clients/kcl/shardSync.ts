import type { Micros } from '../../kernel/time.ts'
import { ShardState } from '../../kinesis/shard.ts'
import type { Coordinated } from '../coordination.ts'
import { LeaseState, type LeaseTable } from './leaseTable.ts'

// How leases come and go with the shards of the stream.

/** KCL.13: a shard is read to its end, so its children get leases, unless they have them; one of two parents is enough. */
export function createChildren(shard: number, { stream }: Coordinated, table: LeaseTable, now: Micros): void {
  stream.trim(shard, now)
  const { children, state } = stream.shards[shard]!
  // Nobody tells the children of a shard that does not exist any more: the audit finds them.
  if (state === ShardState.expired) return
  for (const child of children) if (table.stateOf(child) === LeaseState.none) table.create(child, now)
}

/** KCL.14: shards that can be read and have no lease get one. */
export function audit({ stream, places }: Coordinated, table: LeaseTable, now: Micros): void {
  for (const { number } of stream.shards)
    if (table.stateOf(number) === LeaseState.none && places.parentsEnded(number)) table.create(number, now)
}

/** KCL.14: the lease of a finished shard is removed once all its children are being read. When exactly is our assumption. */
export function removeFinished({ stream, places, readers }: Coordinated, table: LeaseTable): void {
  const isBegun = (child: number) => places.hasEnded(child) || readers[child]!.deliveries > 0
  for (const { number, children } of stream.shards)
    if (table.stateOf(number) === LeaseState.ended && children.length > 0 && children.every(isBegun))
      table.remove(number)
}
