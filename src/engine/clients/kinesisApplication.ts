import { max } from '../kernel/detMath.ts'
import { BUCKET_COUNT } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import { Leases, NOBODY } from './leases.ts'
import { RecordProcessor } from './recordProcessor.ts'
import { Settings } from './settings.ts'
import { ShardReader } from './shardReader.ts'

export type ApplicationResources = {
  /** Timer, tracks and random streams of each shard stand one after another. */
  firstTimer: number
  firstTrack: number
  serviceStreams: number[]
  failureStreams: number[]
}

const TRIM_HORIZON = -1
const LATEST = -2

/** An application that reads a whole stream by polling: workers hold leases on shards, each shard has its own place. */
export class KinesisApplication {
  readonly settings: TurnableApplication
  readonly readers: ShardReader[] = []
  readonly leases: Leases
  readonly stream: Stream
  readonly plan: ApplicationPlan
  readonly histogram: Uint32Array
  private readonly world: World
  /** 1 for each shard in which the application has a place. */
  private readonly started: Float64Array

  constructor(world: World, plan: ApplicationPlan, stream: Stream, resources: ApplicationResources) {
    this.world = world
    this.plan = plan
    this.stream = stream
    this.settings = world.state.part(new Settings(plan.turnable)).values
    this.histogram = world.state.adopt(new Uint32Array(BUCKET_COUNT))
    const { shards } = stream.plan
    this.started = world.state.column(shards)
    this.leases = new Leases(world.state, shards, plan.workers)
    for (let h = 0; h < shards; h++) {
      const streams = { service: resources.serviceStreams[h]!, failure: resources.failureStreams[h]! }
      const processor = new RecordProcessor(
        world,
        stream,
        h,
        this.settings,
        streams,
        this.histogram,
        plan.prefetchBatches + 1,
        plan.id,
      )
      const { firstTimer, firstTrack } = resources
      const dots = stream.plan.recordsPerDot
      this.readers.push(
        new ShardReader(
          world,
          stream,
          h,
          this.settings,
          plan.prefetchBatches,
          processor,
          firstTimer + h,
          firstTrack + h,
          dots,
        ),
      )
      if (this.leases.ownerOf(h) !== NOBODY) this.readers[h]!.pollAt(plan.startAtMicros)
    }
  }

  /** A shard's timer: the application comes, its next poll, or, when nobody owns it, the moment at which its lease may be taken. */
  onTimer(shard: number, now: Micros): void {
    const comes = this.started[shard] === 0
    if (comes) this.place(shard, this.plan.startPosition, now)
    if (this.leases.ownerOf(shard) === NOBODY) this.takeOver(shard, now)
    else if (comes) this.readers[shard]!.pollAt(this.firstPoll(shard))
    else this.readers[shard]!.poll(now)
  }

  /** Records that GetRecords has returned, all shards together. */
  get deliveries(): number {
    let sum = 0
    for (const reader of this.readers) sum += reader.deliveries
    return sum
  }

  catchUp(now: Micros): void {
    for (const reader of this.readers) reader.processor.catchUp(now)
  }

  set(field: keyof TurnableApplication, value: number, now: Micros): void {
    this.catchUp(now)
    this.settings[field] = value
    for (const reader of this.readers) reader.replan(now)
  }

  /** KCL.10: what was fetched and not checkpointed is read again by whoever takes over after the failover time. */
  crash(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || !this.leases.isAlive(worker)) return
    this.catchUp(now)
    this.leases.setAlive(worker, false)
    for (let h = 0; h < this.readers.length; h++) {
      if (this.leases.ownerOf(h) !== worker) continue
      this.leases.give(h, NOBODY)
      const reader = this.readers[h]!
      reader.moveTo(reader.processor.caret)
      reader.stop()
      reader.pollAt(this.whenHere(now + this.settings.failoverMicros))
    }
  }

  /** A worker comes (back): it takes leases that wait for an owner, and one at a time from the most loaded. */
  start(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || this.leases.isAlive(worker)) return
    this.catchUp(now)
    this.leases.setAlive(worker, true)
    for (let h = 0; h < this.readers.length; h++) {
      const waitsForWorker =
        this.leases.ownerOf(h) === NOBODY && this.world.events.atOf(this.readers[h]!.timerNumber) === Infinity
      if (waitsForWorker) this.takeOver(h, now)
    }
    for (;;) {
      const shard = this.leases.shardToMoveTo(worker)
      if (shard < 0) return
      const reader = this.readers[shard]!
      this.leases.give(shard, worker)
      reader.processor.setCheckpoint(reader.processor.caret, now)
      reader.moveTo(reader.processor.caret)
      reader.pollAt(this.whenHere(now))
    }
  }

  /** Sets the application's place in every shard: -1 trim horizon, -2 latest, else microseconds back (KIN2.08). */
  goTo(to: number, now: Micros): void {
    this.catchUp(now)
    this.readers.forEach((reader, h) => {
      this.place(h, to, now)
      if (this.leases.ownerOf(h) !== NOBODY) reader.pollAt(this.whenHere(now))
    })
  }

  /** Sets the place in one shard. It is a checkpoint too: a worker that dies at once is followed by one that begins there. */
  private place(shard: number, to: number, now: Micros): void {
    const index = this.placeOf(shard, to, now)
    const reader = this.readers[shard]!
    this.started[shard] = 1
    reader.moveTo(index)
    reader.processor.setCheckpoint(index, now)
  }

  /** Nothing is read before the application comes. */
  private whenHere(at: Micros): Micros {
    return max(at, this.plan.startAtMicros)
  }

  private placeOf(shard: number, to: number, now: Micros): number {
    const trim = this.stream.trim(shard, now)
    if (to === TRIM_HORIZON) return trim
    const storedAt = this.stream.shards[shard]!.storedAt
    if (to === LATEST) return storedAt.length
    return storedAt.firstAtOrAfter(now - to, trim)
  }

  private takeOver(shard: number, now: Micros): void {
    const worker = this.leases.leastLoaded()
    const reader = this.readers[shard]!
    if (worker === NOBODY) {
      reader.stop()
      return
    }
    this.leases.give(shard, worker)
    reader.moveTo(reader.processor.checkpoint)
    reader.poll(now)
  }

  /** The polls of the shards are spread over one interval. */
  private firstPoll(shard: number): Micros {
    const { pollIntervalMicros } = this.settings
    const step = (pollIntervalMicros * (shard + 1)) / this.stream.plan.shards
    return this.plan.startAtMicros + this.plan.pollPhaseMicros + (step - (step % 1))
  }
}
