import { BUCKET_COUNT } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import { buildReaders, type Calling, type ReaderBuilders, type ReaderResources } from './buildReaders.ts'
import { type BuildCoordination, type Coordination, type LeaseResources, NOBODY } from './coordination.ts'
import { Settings } from './settings.ts'
import { ShardPlaces } from './shardPlaces.ts'
import type { ShardReader } from './shardReader.ts'
import { SimpleCoordination } from './simpleCoordination.ts'

/** What only some applications are made of. */
export type ApplicationBuilders = ReaderBuilders & { readonly kcl: BuildCoordination }

export type ApplicationResources = ReaderResources & { leases: LeaseResources | null }

/** An application that reads a whole stream: its workers share the shards, and each shard has its own place. */
export class KinesisApplication {
  readonly settings: TurnableApplication
  /** One for each shard that the stream can have; those that are not made yet do nothing. */
  readonly readers: readonly ShardReader[]
  readonly places: ShardPlaces
  readonly leases: Coordination
  readonly stream: Stream
  readonly plan: ApplicationPlan
  readonly histogram: Uint32Array

  constructor(
    world: World,
    plan: ApplicationPlan,
    stream: Stream,
    resources: ApplicationResources,
    calling: Calling | null,
    builders: ApplicationBuilders | null,
  ) {
    this.plan = plan
    this.stream = stream
    this.settings = world.state.part(new Settings(plan.turnable)).values
    this.histogram = world.state.adopt(new Uint32Array(BUCKET_COUNT))
    this.readers = buildReaders(world, this, resources, calling, builders)
    this.places = new ShardPlaces(world, stream, this.readers)
    this.leases = this.buildCoordination(world, resources, builders?.kcl ?? null)
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
    reader.catchUp(now)
    if (reader.processor.batchCount > 0) reader.finish(now)
    else this.leases.endShard(shard, now)
  }

  /** Records that GetRecords has returned, all shards together. */
  get deliveries(): number {
    let sum = 0
    for (const reader of this.readers) sum += reader.deliveries
    return sum
  }

  catchUp(now: Micros): void {
    for (const reader of this.readers) reader.catchUp(now)
  }

  set(field: keyof TurnableApplication, value: number, now: Micros): void {
    this.catchUp(now)
    this.settings[field] = value
    for (const reader of this.readers) reader.replan(now)
  }

  crash(worker: number, now: Micros): void {
    if (!this.has(worker)) return
    this.catchUp(now)
    this.leases.crash(worker, now)
  }

  start(worker: number, now: Micros): void {
    if (worker >= this.plan.workers || this.leases.isAlive(worker)) return
    this.catchUp(now)
    this.leases.start(worker, now)
  }

  pause(worker: number, now: Micros): void {
    if (!this.has(worker)) return
    this.catchUp(now)
    this.leases.pause(worker, now)
  }

  resume(worker: number, now: Micros): void {
    if (!this.has(worker)) return
    this.catchUp(now)
    this.leases.resume(worker, now)
  }

  cutOff(worker: number, now: Micros): void {
    if (!this.has(worker)) return
    this.catchUp(now)
    this.leases.cutOff(worker)
  }

  reconnect(worker: number, now: Micros): void {
    if (!this.has(worker)) return
    this.catchUp(now)
    this.leases.reconnect(worker)
  }

  /** It comes later than this, and has no place until then. */
  isAwaited(now: Micros): boolean {
    return now < this.plan.startAtMicros
  }

  /** Sets the application's place in every shard: -1 trim horizon, -2 latest, else microseconds back (KIN2.08). */
  goTo(to: number, now: Micros): void {
    this.catchUp(now)
    this.places.goTo(to, now)
    for (const { number } of this.stream.shards) this.moved(number, now)
  }

  /** The same in one shard: at a record of it, or at the oldest that is left. A shard that is not made yet, or waits for its parents, has no place. */
  goToRecord(shard: number, record: number, now: Micros): void {
    if (shard >= this.stream.shards.length || !this.places.hasCome || !this.places.parentsEnded(shard)) return
    this.catchUp(now)
    this.places.goToRecord(shard, record, now)
    this.moved(shard, now)
  }

  private moved(shard: number, now: Micros): void {
    if (this.places.isLive(shard)) this.leases.ready(shard, now)
    else this.leases.ended(shard)
  }

  /** It has this worker, and it is alive. */
  private has(worker: number): boolean {
    return worker < this.plan.workers && this.leases.isAlive(worker)
  }

  private come(now: Micros): void {
    const { shards, plan } = this.stream
    this.places.goTo(this.plan.startPosition, now)
    for (const { number } of shards) {
      const isHeld = number < plan.shards && this.leases.readerOf(number) !== NOBODY
      if (!this.places.isLive(number)) {
        this.leases.ended(number)
        continue
      }
      this.leases.ready(number, now)
      if (isHeld && this.readers[number]!.isPlanned) this.readers[number]!.pollAt(this.firstPoll(number))
    }
  }

  /** The polls of the shards are spread over one interval; subscriptions begin at once. */
  private firstPoll(shard: number): Micros {
    const { startAtMicros, pollPhaseMicros, fanOut } = this.plan
    const { pollIntervalMicros } = this.settings
    const step = fanOut === undefined ? (pollIntervalMicros * (shard + 1)) / this.stream.plan.shards : 0
    return startAtMicros + pollPhaseMicros + (step - (step % 1))
  }

  private buildCoordination(
    world: World,
    { leases }: ApplicationResources,
    build: BuildCoordination | null,
  ): Coordination {
    const { kcl, id } = this.plan
    if (kcl === null || leases === null) return new SimpleCoordination(world, this)
    if (build === null) throw new TypeError(`Nobody can coordinate ${id}: the library is not loaded`)
    return build(world, this, kcl, leases)
  }
}
