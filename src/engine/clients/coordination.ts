import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { ShardPlaces } from './shardPlaces.ts'
import type { ShardReader } from './shardReader.ts'

/** Nobody reads the shard at present. */
export const NOBODY = -1

/** What coordination needs of its application. */
export type Coordinated = {
  readonly plan: ApplicationPlan
  readonly stream: Stream
  readonly settings: Readonly<TurnableApplication>
  readonly readers: readonly ShardReader[]
  readonly places: ShardPlaces
  read(shard: number, now: Micros): void
}

/** Who of an application's workers reads which shard (KCL.01), and what becomes of a shard whose worker dies. */
export interface Coordination {
  /** The worker that a shard belongs to, dead or alive; NOBODY when it belongs to none. */
  ownerOf(shard: number): number
  /** The worker that reads it now, NOBODY when none does. */
  readerOf(shard: number): number
  /** A shard that can be read: the application has come, its parents are at their end, or it was moved. */
  ready(shard: number, now: Micros): void
  /** A shard that need not be read (any more). */
  ended(shard: number): void
  /** The shard's timer: its next poll, or whatever else was planned for it. */
  onShard(shard: number, now: Micros): void
  isAlive(worker: number): boolean
  crash(worker: number, now: Micros): void
  start(worker: number, now: Micros): void
}
