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
  private readonly application: Coordinated
  private readonly leases: Leases

  constructor(world: World, application: Coordinated) {
    const { plan, stream } = application
    this.application = application
    this.leases = new Leases(world.state, stream.plan, plan.workers)
  }

  ownerOf(shard: number): number {
    return this.leases.ownerOf(shard)
  }

  readerOf(shard: number): number {
    return this.leases.ownerOf(shard)
  }

  leaseStateOf(shard: number): number {
    const { places } = this.application
    return places.isLive(shard) ? 1 : places.hasEnded(shard) ? 2 : 0
  }

  get leader(): number {
    return NOBODY
  }

  get waiting(): number {
    const { stream, places } = this.application
    return stream.shards.filter(({ number }) => places.isLive(number) && this.ownerOf(number) === NOBODY).length
  }

  isAlive(worker: number): boolean {
    return this.leases.isAlive(worker)
  }

  ready(shard: number, now: Micros): void {
    if (this.ownerOf(shard) === NOBODY) this.takeOver(shard, now)
    else if (!this.leases.isPaused(this.ownerOf(shard))) this.application.readers[shard]!.pollAt(this.whenHere(now))
  }

  ended(shard: number): void {
    this.leases.give(shard, NOBODY)
    this.application.readers[shard]!.stop()
  }

  endShard(shard: number, now: Micros): void {
    const { places } = this.application
    const children = places.end(shard, now)
    this.ended(shard)
    for (const child of children) {
      places.begin(child, now)
      this.ready(child, now)
    }
  }

  /** It has no timers but those of the shards. */
  onTimer(): void {}

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
    const { readers } = this.application
    this.leases.setAlive(worker, true)
    this.takeWaiting(now)
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

  pause(worker: number, now: Micros): void {
    this.leases.setPaused(worker, true)
    this.eachOf(worker, (shard) => {
      this.application.readers[shard]!.processor.pause(now)
      this.application.readers[shard]!.stop()
    })
  }

  resume(worker: number, now: Micros): void {
    this.leases.setPaused(worker, false)
    this.eachOf(worker, (shard) => {
      const reader = this.application.readers[shard]!
      reader.processor.resume(now)
      if (reader.hasReadAll) reader.finish(now)
      else reader.pollAt(this.whenHere(now))
    })
    this.takeWaiting(now)
  }

  /** Nobody takes its shards away, but their checkpoints fail. */
  cutOff(worker: number): void {
    this.eachOf(worker, (shard) => this.application.readers[shard]!.processor.refuseCheckpoints(true))
  }

  reconnect(worker: number): void {
    this.eachOf(worker, (shard) => this.application.readers[shard]!.processor.refuseCheckpoints(false))
  }

  /** Shards for which there was no worker. */
  private takeWaiting(now: Micros): void {
    const { readers, places } = this.application
    for (let shard = 0; shard < readers.length; shard++) {
      const isWaiting = this.ownerOf(shard) === NOBODY && !readers[shard]!.isPlanned
      if (isWaiting && places.isLive(shard)) this.takeOver(shard, now)
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
