import { max } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import type { World } from '../world.ts'
import { type Coordinated, type Coordination, NOBODY } from './coordination.ts'
import { Leases } from './leases.ts'

/**
 * Coordination without its machinery: leases move at once, and a dead worker's shards are taken over after the failover time.
 * What a scenario uses that is not about the library.
 */
export class SimpleCoordination implements Coordination {
  private readonly world: World
  private readonly application: Coordinated
  private readonly leases: Leases

  constructor(world: World, application: Coordinated) {
    const { plan, stream } = application
    this.world = world
    this.application = application
    this.leases = new Leases(world.state, stream.plan, plan.workers)
  }

  ownerOf(shard: number): number {
    return this.leases.ownerOf(shard)
  }

  readerOf(shard: number): number {
    return this.leases.ownerOf(shard)
  }

  isAlive(worker: number): boolean {
    return this.leases.isAlive(worker)
  }

  ready(shard: number, now: Micros): void {
    if (this.ownerOf(shard) === NOBODY) this.takeOver(shard, now)
    else this.application.readers[shard]!.pollAt(this.whenHere(now))
  }

  ended(shard: number): void {
    this.leases.give(shard, NOBODY)
    this.application.readers[shard]!.stop()
  }

  onShard(shard: number, now: Micros): void {
    if (this.ownerOf(shard) === NOBODY) this.takeOver(shard, now)
    else this.application.read(shard, now)
  }

  /** KCL.10: what was fetched and not checkpointed is read again by whoever takes over after the failover time. */
  crash(worker: number, now: Micros): void {
    this.leases.setAlive(worker, false)
    this.eachOf(worker, (shard) => {
      this.leases.give(shard, NOBODY)
      const reader = this.application.readers[shard]!
      reader.die(now)
      reader.pollAt(this.whenHere(now + this.application.settings.failoverMicros))
    })
  }

  /** A worker comes (back): it takes leases that wait for an owner, and one at a time from the most loaded. */
  start(worker: number, now: Micros): void {
    const { readers, places } = this.application
    this.leases.setAlive(worker, true)
    for (let shard = 0; shard < readers.length; shard++) {
      const waitsForWorker =
        this.ownerOf(shard) === NOBODY && this.world.events.atOf(readers[shard]!.timerNumber) === Infinity
      if (waitsForWorker && places.isLive(shard)) this.takeOver(shard, now)
    }
    for (;;) {
      const shard = this.leases.shardToMoveTo(worker)
      if (shard < 0) return
      const reader = readers[shard]!
      const { processor } = reader
      this.leases.give(shard, worker)
      if (processor.caret > processor.checkpoint) processor.setCheckpoint(processor.caret, now)
      reader.die(now)
      reader.begin()
      reader.pollAt(this.whenHere(now))
    }
  }

  private takeOver(shard: number, now: Micros): void {
    const worker = this.leases.leastLoaded()
    const reader = this.application.readers[shard]!
    if (worker === NOBODY) {
      reader.stop()
      return
    }
    this.leases.give(shard, worker)
    reader.begin()
    reader.poll(now)
  }

  private eachOf(worker: number, act: (shard: number) => void): void {
    for (let shard = 0; shard < this.application.readers.length; shard++) if (this.ownerOf(shard) === worker) act(shard)
  }

  /** Nothing is read before the application comes. */
  private whenHere(at: Micros): Micros {
    return max(at, this.application.plan.startAtMicros)
  }
}
