import { max } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import type { World } from '../../world.ts'
import { type Coordinated, NOBODY } from '../coordination.ts'
import type { ShardReader } from '../shardReader.ts'
import type { KclPlan } from './kclPlan.ts'
import type { KclWorkers } from './kclWorkers.ts'

/**
 * Which worker is at which shard, whatever the lease table says: a worker learns late that it has lost a lease, and until then it
 * goes on (KCL.11). What it had fetched when another one took over is worked beside the new owner's work, for nothing.
 */
export class Custody {
  private readonly application: Coordinated
  private readonly workers: KclWorkers
  private readonly plan: KclPlan
  private readonly c: Float64Array

  constructor(world: World, application: Coordinated, workers: KclWorkers, plan: KclPlan) {
    this.application = application
    this.workers = workers
    this.plan = plan
    const { shards, shardsAtMost } = application.stream.plan
    this.c = world.state.column(shardsAtMost * FIELDS)
    for (let shard = 0; shard < shardsAtMost; shard++) {
      this.set(shard, HOLDER, shard < shards && workers.count > 0 ? shard % workers.count : NOBODY)
      this.set(shard, ZOMBIE, NOBODY)
    }
  }

  /** Who reads the shard, rightly or not; NOBODY when nobody does. */
  holderOf(shard: number): number {
    return this.c[shard * FIELDS + HOLDER]!
  }

  isHandingOver(shard: number): boolean {
    return this.c[shard * FIELDS + HANDING] === 1
  }

  /** Shards that a worker is at. */
  shardsOf(worker: number): number[] {
    return this.rowsWith(HOLDER, worker)
  }

  /** KCL.10: a worker begins with a shard at its checkpoint. Whoever was at it goes on beside it. */
  begin(shard: number, worker: number, now: Micros): void {
    const holder = this.holderOf(shard)
    const reader = this.readers[shard]!
    if (holder === worker) {
      reader.catchUp(now)
      reader.processor.refuseCheckpoints(false)
      return
    }
    if (holder !== NOBODY) this.leaveBehind(shard, holder, reader.processor.batchCount, now)
    this.set(shard, HOLDER, worker)
    this.set(shard, HANDING, 0)
    reader.begin()
    this.readOrWait(shard, now)
  }

  /** The shard's timer. Returns true when its handing over is complete. */
  onShard(shard: number, now: Micros): boolean {
    const holder = this.holderOf(shard)
    if (holder === NOBODY || this.workers.isPaused(holder)) return false
    if (this.isHandingOver(shard)) return this.handOver(shard, holder, now)
    if (this.application.places.isLive(shard)) this.application.read(shard, now)
    else this.readOrWait(shard, now)
    return false
  }

  /** Its shard was moved, or may be read from now on: whoever is at it goes on there. */
  goOn(shard: number, now: Micros): void {
    const holder = this.holderOf(shard)
    this.set(shard, HANDING, 0)
    if (holder !== NOBODY && !this.workers.isPaused(holder))
      this.readers[shard]!.pollAt(max(now, this.application.plan.startAtMicros))
  }

  /** The lease belongs to somebody else now; who is at the shard does not know, but its checkpoints fail. */
  disown(shard: number, now: Micros): void {
    const reader = this.readers[shard]!
    reader.catchUp(now)
    reader.processor.refuseCheckpoints(true)
  }

  /** A worker has learnt that a shard is not its own any more: it ends the batch that it is at, and no more. */
  lapse(shard: number, now: Micros): void {
    this.leaveBehind(shard, this.holderOf(shard), 1, now)
    this.release(shard)
  }

  /** What a worker still works of shards that it has lost ends with the batch that it is at. */
  endZombiesOf(worker: number, now: Micros): void {
    for (const shard of this.rowsWith(ZOMBIE, worker)) {
      const reader = this.readers[shard]!
      reader.catchUp(now)
      reader.zombie!.batches.keep(1)
    }
  }

  /** KCL.17: the owner fetches no more, ends its batch, checkpoints and lets go. */
  beginHandover(shard: number, now: Micros): void {
    const reader = this.readers[shard]!
    reader.catchUp(now)
    this.set(shard, HANDING, 1)
    reader.processor.batches.keep(1)
    reader.finish(now)
  }

  /** Nobody is at the shard any more. */
  release(shard: number): void {
    const reader = this.readers[shard]!
    reader.begin()
    reader.stop()
    this.set(shard, HOLDER, NOBODY)
    this.set(shard, HANDING, 0)
  }

  crash(worker: number, now: Micros): void {
    for (const shard of this.shardsOf(worker)) {
      this.readers[shard]!.die(now)
      this.set(shard, HOLDER, NOBODY)
      this.set(shard, HANDING, 0)
      if (!this.application.places.hasCome) this.readers[shard]!.pollAt(this.application.plan.startAtMicros)
    }
    for (const shard of this.rowsWith(ZOMBIE, worker)) {
      this.readers[shard]!.zombie!.die(now)
      this.set(shard, ZOMBIE, NOBODY)
    }
  }

  pause(worker: number, now: Micros): void {
    for (const shard of this.shardsOf(worker)) {
      this.readers[shard]!.processor.pause(now)
      this.readers[shard]!.stop()
    }
    for (const shard of this.rowsWith(ZOMBIE, worker)) this.readers[shard]!.zombie!.pause(now)
  }

  /** Everything goes on where it stood. */
  resume(worker: number, now: Micros): void {
    for (const shard of this.shardsOf(worker)) {
      const reader = this.readers[shard]!
      reader.processor.resume(now)
      if (reader.hasReadAll || this.isHandingOver(shard)) reader.finish(now)
      else reader.pollAt(max(now, this.application.plan.startAtMicros))
    }
    for (const shard of this.rowsWith(ZOMBIE, worker)) this.readers[shard]!.zombie!.resume(now)
  }

  /** Checkpoints of what the worker holds fail, or succeed again. */
  refuseCheckpoints(worker: number, refuse: boolean): void {
    for (const shard of this.shardsOf(worker)) this.readers[shard]!.processor.refuseCheckpoints(refuse)
  }

  private get readers(): readonly ShardReader[] {
    return this.application.readers
  }

  /** KCL.13: a child whose parents are not at their ends looks again every 10 s; else it is read. */
  private readOrWait(shard: number, now: Micros): void {
    const { places } = this.application
    const reader = this.readers[shard]!
    if (!places.parentsEnded(shard)) {
      reader.pollAt(now + this.plan.parentPollMicros)
      return
    }
    if (!places.isLive(shard)) places.begin(shard, now)
    reader.poll(now)
  }

  private handOver(shard: number, holder: number, now: Micros): boolean {
    const reader = this.readers[shard]!
    reader.catchUp(now)
    const { processor } = reader
    if (processor.batchCount > 0) {
      reader.finish(now)
      return false
    }
    if (this.workers.isCutOff(holder)) {
      reader.pollAt(now + this.plan.parentPollMicros)
      return false
    }
    if (processor.caret > processor.checkpoint) processor.setCheckpoint(processor.caret, now)
    this.release(shard)
    return true
  }

  /** The work on `batches` goes on beside the shard's new owner; a worker left behind there before is forgotten. */
  private leaveBehind(shard: number, worker: number, batches: number, now: Micros): void {
    const reader = this.readers[shard]!
    reader.catchUp(now)
    const { processor } = reader
    const zombie = reader.zombie!
    if (processor.batchCount === 0) return
    zombie.die(now)
    zombie.takeOver(processor)
    zombie.batches.keep(batches)
    zombie.refuseCheckpoints(true)
    this.set(shard, ZOMBIE, worker)
  }

  private rowsWith(field: number, worker: number): number[] {
    const rows: number[] = []
    for (let shard = 0; shard * FIELDS < this.c.length; shard++)
      if (this.c[shard * FIELDS + field] === worker) rows.push(shard)
    return rows
  }

  private set(shard: number, field: number, value: number): void {
    this.c[shard * FIELDS + field] = value
  }
}

const HOLDER = 0
/** Whose work goes on beside the holder's, while it has not learnt that it lost the lease. */
const ZOMBIE = HOLDER + 1
const HANDING = ZOMBIE + 1
const FIELDS = HANDING + 1
