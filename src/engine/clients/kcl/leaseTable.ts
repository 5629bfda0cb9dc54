import type { State } from '../../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../../kernel/time.ts'
import { NOBODY } from '../coordination.ts'
import type { KclWorkers } from './kclWorkers.ts'

/** The lease table (KCL.01): one row for a shard, which all workers see. The checkpoint of a lease stands with its shard's work. */
export class LeaseTable {
  readonly rows: number
  private readonly l: Float64Array
  private readonly workers: KclWorkers

  /** The first `shards` rows belong to the workers in turn, as if the application had run for long. */
  constructor(state: State, rows: number, shards: number, workers: KclWorkers) {
    this.rows = rows
    this.workers = workers
    this.l = state.column(rows * FIELDS)
    for (let shard = 0; shard < rows; shard++) {
      this.set(shard, OWNER, NOBODY)
      this.set(shard, NEXT_OWNER, NOBODY)
    }
    for (let shard = 0; shard < shards && workers.count > 0; shard++) this.give(shard, shard % workers.count, 0)
  }

  stateOf(shard: number): number {
    return this.get(shard, STATE)
  }

  /** Its shard is to be read, by whomever. */
  isLive(shard: number): boolean {
    return this.get(shard, STATE) === LeaseState.live
  }

  /** Dead or alive. */
  ownerOf(shard: number): number {
    return this.get(shard, OWNER)
  }

  /** A worker that died and came back is another one for the table: what it had belongs to a dead one until it expires. */
  belongsTo(shard: number, worker: number): boolean {
    return this.get(shard, OWNER) === worker && this.get(shard, OWNER_LIFE) === this.workers.lifeOf(worker)
  }

  isOwnedByLiving(shard: number): boolean {
    const owner = this.ownerOf(shard)
    return owner !== NOBODY && this.workers.isAlive(owner) && this.belongsTo(shard, owner)
  }

  /** When its counter last moved. */
  movedAt(shard: number): Micros {
    return this.get(shard, MOVED_AT)
  }

  /** To whom it is being handed over (KCL.17), and since when. */
  nextOwnerOf(shard: number): number {
    return this.get(shard, NEXT_OWNER)
  }

  handoffSince(shard: number): Micros {
    return this.get(shard, HANDOFF_AT)
  }

  /** Bytes a second that are read under it, averaged (KCL.15). */
  rateOf(shard: number): number {
    return this.get(shard, RATE)
  }

  /** A new row without an owner, or one whose shard is to be read again. */
  create(shard: number, now: Micros): void {
    if (this.isLive(shard)) return
    if (this.stateOf(shard) !== LeaseState.none) this.set(shard, OWNER, NOBODY)
    this.set(shard, STATE, LeaseState.live)
    this.set(shard, MOVED_AT, now)
    this.set(shard, NEXT_OWNER, NOBODY)
  }

  /** SHARD_END is its checkpoint. */
  end(shard: number): void {
    this.set(shard, STATE, LeaseState.ended)
    this.set(shard, NEXT_OWNER, NOBODY)
  }

  /** Its shard waits for its parents again: there is no lease yet. */
  forget(shard: number): void {
    this.remove(shard)
    this.set(shard, STATE, LeaseState.none)
  }

  remove(shard: number): void {
    this.set(shard, STATE, LeaseState.removed)
    this.set(shard, OWNER, NOBODY)
    this.set(shard, NEXT_OWNER, NOBODY)
  }

  give(shard: number, worker: number, now: Micros): void {
    this.set(shard, OWNER, worker)
    this.set(shard, OWNER_LIFE, this.workers.lifeOf(worker))
    this.set(shard, MOVED_AT, now)
    this.set(shard, NEXT_OWNER, NOBODY)
  }

  /** KCL.17: the owner is asked to finish and hand over. */
  askToHandOver(shard: number, to: number, now: Micros): void {
    this.set(shard, NEXT_OWNER, to)
    this.set(shard, HANDOFF_AT, now)
  }

  /** The owner is alive. `bytes`: read from the shard so far; a rate comes from what came since the renewal before. */
  renew(shard: number, now: Micros, bytes: number, weight: number): void {
    const elapsed = now - this.get(shard, MEASURED_AT)
    if (elapsed > 0) {
      const rate = ((bytes - this.get(shard, BYTES_THEN)) * MICROS_PER_SECOND) / elapsed
      this.set(shard, RATE, weight * rate + (1 - weight) * this.get(shard, RATE))
    }
    this.set(shard, MEASURED_AT, now)
    this.set(shard, BYTES_THEN, bytes)
    this.set(shard, MOVED_AT, now)
  }

  private get(shard: number, field: number): number {
    return this.l[shard * FIELDS + field]!
  }

  private set(shard: number, field: number, value: number): void {
    this.l[shard * FIELDS + field] = value
  }
}

const NONE = 0
const LIVE = NONE + 1
const ENDED = LIVE + 1
const REMOVED = ENDED + 1

/** None: not made yet. Live: its shard is to be read. Ended: read to its end. Removed: some time after that (KCL.14). */
export const LeaseState = { none: NONE, live: LIVE, ended: ENDED, removed: REMOVED } as const

const STATE = 0
const OWNER = STATE + 1
const OWNER_LIFE = OWNER + 1
const MOVED_AT = OWNER_LIFE + 1
const NEXT_OWNER = MOVED_AT + 1
const HANDOFF_AT = NEXT_OWNER + 1
const RATE = HANDOFF_AT + 1
const BYTES_THEN = RATE + 1
const MEASURED_AT = BYTES_THEN + 1
const FIELDS = MEASURED_AT + 1
