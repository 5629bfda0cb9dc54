import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import type { KclPlan } from './kcl/kclPlan.ts'
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

/** What the numbering gives an application for its leases. */
export type LeaseResources = {
  firstTimer: number
  /** Random streams: of the moments at which workers do things again and again, of the leader, of each worker. */
  phaseStream: number
  leaderStream: number
  workerStreams: number[]
}

/** Who of an application's workers reads which shard (KCL.01), and what becomes of a shard whose worker dies. */
export interface Coordination {
  /** The worker that a shard belongs to, dead or alive; NOBODY when it belongs to none. */
  ownerOf(shard: number): number
  /** The worker that reads it now, NOBODY when none does. */
  readerOf(shard: number): number
  /** 0: no lease. 1: its shard is to be read. 2: read to its end. 3: removed after that. */
  leaseStateOf(shard: number): number
  /** The worker that leads, dead or alive; NOBODY where there is no leader. */
  readonly leader: number
  /** Shards that are to be read, and nobody reads. */
  readonly waiting: number
  /** A shard that can be read: the application has come, its parents are at their ends, or it was moved. */
  ready(shard: number, now: Micros): void
  /** A shard that need not be read (any more, or yet). */
  ended(shard: number): void
  /** All of a closed shard is worked. */
  endShard(shard: number, now: Micros): void
  /** The shard's timer: its next poll, or whatever else was planned for it. */
  onShard(shard: number, now: Micros): void
  /** A timer of the leases. */
  onTimer(row: number, now: Micros): void
  isAlive(worker: number): boolean
  crash(worker: number, now: Micros): void
  start(worker: number, now: Micros): void
  /** Its process stands still, and goes on. */
  pause(worker: number, now: Micros): void
  resume(worker: number, now: Micros): void
  /** It reaches the stream, but not the table of leases and checkpoints; and reaches it again. */
  cutOff(worker: number): void
  reconnect(worker: number): void
}

/** Builds a coordination with machinery of its own; a page loads it only for a scene that needs it. */
export type BuildCoordination = (
  world: World,
  application: Coordinated,
  plan: KclPlan,
  resources: LeaseResources,
) => Coordination
