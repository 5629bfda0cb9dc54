import type { Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import { Sampler } from '../metrics/trace.ts'
import type { ProducerPlan } from '../plan.ts'
import type { World } from '../world.ts'
import { GIVEN_UP, REFUSED, STORED, STORED_BYTES } from './linkCounts.ts'
import type { LinkParts } from './linkParts.ts'
import type { LinkStreams, LinkTimers } from './linkResources.ts'
import { SendBuffer } from './sendBuffer.ts'
import { type Answer, factOf, type Store } from './store.ts'

/** One link of a producer to a store, however it sends: what it is offered, and what becomes of a record. */
export abstract class ProducerLink extends SendBuffer {
  readonly store: Store
  protected readonly plan: ProducerPlan
  protected readonly timers: LinkTimers
  protected readonly streams: LinkStreams
  private readonly storedDots: Sampler
  private readonly refusedDots: Sampler

  constructor(world: World, parts: LinkParts) {
    super(world, parts.settings, parts.producer, parts.isWanted, parts.reach)
    this.plan = parts.plan
    this.store = parts.store
    this.timers = parts.timers
    this.streams = parts.streams
    const { stored, refused, rows, recordsPerDot } = parts.tracks
    this.storedDots = new Sampler(world.state, world.trace, stored, rows, recordsPerDot)
    this.refusedDots = new Sampler(world.state, world.trace, refused, rows, recordsPerDot)
  }

  /** A new record of the producer; `dataBytes` without its key. */
  abstract offer(reference: number, key: number, dataBytes: number, now: Micros): void
  /** A setting was turned. */
  abstract turned(now: Micros): void
  abstract onFlush(now: Micros): void
  abstract onCallsEnded(now: Micros): void
  abstract onRetries(now: Micros): void
  abstract get callsUnderWay(): number

  /** Without a producer library every record of a producer is one of the store's. */
  get kinesisAttemptsTotal(): number {
    return this.attemptsTotal
  }

  get kinesisRecordsTotal(): number {
    return this.storedTotal
  }

  protected stored(reference: number, key: number, bytes: number, attempts: number, now: Micros): void {
    if (this.world.watch !== null) this.note('stored', reference, key, attempts, now)
    this.reach?.stored(reference)
    this.counters[STORED]! += 1
    this.counters[STORED_BYTES]! += bytes
    this.storedDots.count(now, this.store.rowOf(key), this.keys.paint[key]!)
  }

  protected countRefused(answer: Answer, reference: number, key: number, now: Micros): void {
    if (this.world.watch !== null) this.note('refused', reference, key, answer, now)
    this.counters[REFUSED]! += 1
    this.refusedBy[answer]! += 1
    this.refusedDots.count(now, this.store.rowOf(key), this.keys.paint[key]!)
  }

  /** A record of the buffer will not be tried again. */
  protected giveUp(reference: number, key: number, attempts: number, now: Micros): void {
    if (this.world.watch !== null) this.note('givenUp', reference, key, attempts, now)
    this.reach?.lost(reference)
    this.counters[GIVEN_UP]! += 1
    this.leave(key)
  }

  /** Only while somebody looks on: asked by the caller, so that what is seldom called is not compiled into what runs for every record. */
  protected note(step: LifeStep, reference: number, key: number, detail: number, now: Micros): void {
    this.world.watch!.note(step, reference, this.store.plan.id, this.store.rowOf(key), detail, now)
  }

  /** Refused attempts by the fact behind the answer; a fact may stand here twice. */
  get refusals(): [factId: string, count: number][] {
    return Array.from(this.refusedBy, (count, answer): [string, number] => [factOf(this.store, answer), count]).slice(1)
  }
}
