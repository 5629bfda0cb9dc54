import { BUCKET_COUNT } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import { type Coordination, NOBODY } from './coordination.ts'
import { ParallelProcessor } from './parallelProcessor.ts'
import { Poison } from './poison.ts'
import { SerialProcessor } from './serialProcessor.ts'
import { Settings } from './settings.ts'
import { ShardPlaces } from './shardPlaces.ts'
import { ShardReader } from './shardReader.ts'
import { ShardTally } from './shardTally.ts'
import { SimpleCoordination } from './simpleCoordination.ts'

export type ApplicationResources = {
  /** Timer, tracks and random streams of each shard stand one after another. */
  firstTimer: number
  firstTrack: number
  serviceStreams: number[]
  failureStreams: number[]
}

/** An application that reads a whole stream by polling: its workers share the shards, and each shard has its own place. */
export class KinesisApplication {
  readonly settings: TurnableApplication
  /** One for each shard that the stream can have; those that are not made yet do nothing. */
  readonly readers: ShardReader[] = []
  readonly places: ShardPlaces
  readonly leases: Coordination
  readonly stream: Stream
  readonly plan: ApplicationPlan
  readonly histogram: Uint32Array

  constructor(world: World, plan: ApplicationPlan, stream: Stream, resources: ApplicationResources) {
    this.plan = plan
    this.stream = stream
    this.settings = world.state.part(new Settings(plan.turnable)).values
    this.histogram = world.state.adopt(new Uint32Array(BUCKET_COUNT))
    const poison = new Poison(world, plan.poisonKey, this.settings)
    for (let h = 0; h < stream.plan.shardsAtMost; h++) this.readers.push(this.buildReader(world, h, poison, resources))
    this.places = new ShardPlaces(world, stream, this.readers)
    this.leases = new SimpleCoordination(world, this)
    for (let h = 0; h < stream.plan.shards; h++)
      if (this.leases.ownerOf(h) !== NOBODY) this.readers[h]!.pollAt(plan.startAtMicros)
  }

  /** A shard's timer. The first one is the moment at which the application comes. */
  onTimer(shard: number, now: Micros): void {
    if (this.places.hasCome) this.leases.onShard(shard, now)
    else this.come(now)
  }

  /** A worker is at this shard: it polls, or finds that it has worked all of a closed shard. */
  read(shard: number, now: Micros): void {
    const reader = this.readers[shard]!
    if (!reader.hasReadAll) {
      reader.poll(now)
      return
    }
    reader.processor.catchUp(now)
    if (reader.processor.batchCount > 0) reader.finish(now)
    else this.endShard(shard, now)
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

  crash(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || !this.leases.isAlive(worker)) return
    this.catchUp(now)
    this.leases.crash(worker, now)
  }

  start(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || this.leases.isAlive(worker)) return
    this.catchUp(now)
    this.leases.start(worker, now)
  }

  /** Sets the application's place in every shard: -1 trim horizon, -2 latest, else microseconds back (KIN2.08). */
  goTo(to: number, now: Micros): void {
    this.catchUp(now)
    this.places.goTo(to, now)
    for (const { number } of this.stream.shards) {
      if (this.places.isLive(number)) this.leases.ready(number, now)
      else this.leases.ended(number)
    }
  }

  private come(now: Micros): void {
    const { shards, plan } = this.stream
    this.places.goTo(this.plan.startPosition, now)
    for (const { number } of shards) {
      const isOwned = number < plan.shards && this.leases.ownerOf(number) !== NOBODY
      if (!this.places.isLive(number)) this.leases.ended(number)
      else if (isOwned) this.readers[number]!.pollAt(this.firstPoll(number))
      else this.leases.ready(number, now)
    }
  }

  private endShard(shard: number, now: Micros): void {
    const children = this.places.end(shard, now)
    this.leases.ended(shard)
    for (const child of children) {
      this.places.begin(child, now)
      this.leases.ready(child, now)
    }
  }

  /** The polls of the shards are spread over one interval. */
  private firstPoll(shard: number): Micros {
    const { pollIntervalMicros } = this.settings
    const step = (pollIntervalMicros * (shard + 1)) / this.stream.plan.shards
    return this.plan.startAtMicros + this.plan.pollPhaseMicros + (step - (step % 1))
  }

  private buildReader(world: World, shard: number, poison: Poison, resources: ApplicationResources): ShardReader {
    const { stream, settings, plan } = this
    const streams = { service: resources.serviceStreams[shard]!, failure: resources.failureStreams[shard]! }
    const tally = new ShardTally(world.state, this.histogram)
    const batchesAtMost = plan.prefetchBatches + 1
    const Processor = plan.worksInParallel ? ParallelProcessor : SerialProcessor
    const processor = new Processor(world, {
      stream,
      shard,
      reader: plan.id,
      settings,
      streams,
      tally,
      poison,
      batchesAtMost,
    })
    const [timer, track] = [resources.firstTimer + shard, resources.firstTrack + shard]
    return new ShardReader(world, { stream, shard, settings, plan, processor, timer, track })
  }
}
