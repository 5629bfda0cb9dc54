import { max, round } from '../kernel/detMath.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { WORDS_PER_STREAM } from '../kernel/random.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { LifeStep } from '../life/watch.ts'
import type { TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import { FetchedBatches } from './fetchedBatches.ts'
import type { Poison } from './poison.ts'
import { CHECKPOINTS_REFUSED, type ShardTally } from './shardTally.ts'

/** Nothing is being worked on. */
export const IDLE = -1

export type ProcessorParts = {
  stream: Stream
  shard: number
  /** Whose work it is, for whoever looks on. */
  reader: string
  settings: Readonly<TurnableApplication>
  /** Random streams of this processor alone, for times of work and for failures. */
  streams: { service: number; failure: number }
  tally: ShardTally
  poison: Poison
  batchesAtMost: number
}

/**
 * Works the records of one shard for one application, batch after batch. The work is advanced lazily: `catchUp` does all that is
 * complete by a moment in one loop, so records cost no event each, and it does not matter how often it is called, because every
 * draw belongs to one record in order.
 */
export abstract class RecordProcessor {
  readonly tally: ShardTally
  readonly batches: FetchedBatches
  readonly s: Float64Array
  protected readonly world: World
  protected readonly stream: Stream
  protected readonly shard: number
  protected readonly settings: Readonly<TurnableApplication>
  protected readonly streams: ProcessorParts['streams']
  protected readonly poison: Poison
  private readonly reader: string
  private readonly savedWords = new Int32Array(2 * WORDS_PER_STREAM)

  constructor(world: World, parts: ProcessorParts) {
    this.world = world
    this.stream = parts.stream
    this.shard = parts.shard
    this.reader = parts.reader
    this.settings = parts.settings
    this.streams = parts.streams
    this.tally = parts.tally
    this.poison = parts.poison
    this.batches = new FetchedBatches(world.state, parts.batchesAtMost)
    this.s = world.state.column(PROCESSOR_FIELDS)
    this.s[BUSY_UNTIL] = IDLE
  }

  /** Completes every record whose work ends by `now`. */
  abstract catchUp(now: Micros): void

  /**
   * When the first `batches` of what was fetched will be done, if nothing is turned meanwhile. Only while something is fetched.
   * Work that fails for ever is never done: whoever waits looks again at the moment returned.
   */
  abstract forecast(batches: number): Micros

  /** Begins the work on the first batch at `at`. */
  protected abstract begin(at: Micros): void

  /** A pause of this length is over: whatever was planned comes so much later. */
  protected abstract shift(micros: Micros): void

  get batchCount(): number {
    return this.batches.count
  }

  /** Next record to be completed: the caret. */
  get caret(): number {
    return this.s[CARET]!
  }

  /** Moment of the next completion; IDLE when nothing is worked on. */
  get busyUntil(): Micros {
    return this.s[BUSY_UNTIL]!
  }

  /** Moment of the latest completion. */
  get lastDoneAt(): Micros {
    return this.s[LAST_AT]!
  }

  get checkpoint(): number {
    return this.s[CHECKPOINT]!
  }

  /** A GetRecords answer with records [start, end) arrives at `at`. */
  deliver(start: number, end: number, at: Micros, bytes: number): void {
    this.batches.push(start, end, at, bytes)
    if (this.s[BUSY_UNTIL] !== IDLE) return
    this.s[CARET] = start
    this.begin(at)
  }

  /** Forgets what was fetched and stands at `index`. */
  moveTo(index: number): void {
    this.batches.keep(0)
    this.s[BUSY_UNTIL] = IDLE
    this.s[CARET] = index
  }

  /** The worker has died: what it had checkpointed and not done is lost, the rest is read again (KCL.10). */
  die(now: Micros): void {
    const { done } = this.tally
    if (this.world.watch !== null)
      for (let i = this.caret; i < this.checkpoint; i++) if (done.missingIn(i, i + 1) > 0) this.note('lost', i, now)
    this.tally.lost(this.s[CARET]!, this.s[CHECKPOINT]!)
    this.startAt(max(this.s[CARET]!, this.s[CHECKPOINT]!))
  }

  /** Another worker will go on at `index`. */
  startAt(index: number): void {
    this.moveTo(index)
    this.s[PAUSED_AT] = 0
    this.s[MAY_NOT_CHECKPOINT] = 0
  }

  /** KCL.09: what came before `index` will not be read again. A worker without the lease is refused (KCL.11). */
  setCheckpoint(index: number, now: Micros): void {
    if (this.s[MAY_NOT_CHECKPOINT] === 1) this.tally.t[CHECKPOINTS_REFUSED]! += 1
    else this.s[CHECKPOINT] = index
    this.s[CHECKPOINT_AT] = now
  }

  /** A place that nobody's work has led to: where reading begins, or where a person moved it. */
  placeAt(index: number, now: Micros): void {
    this.s[CHECKPOINT] = index
    this.s[CHECKPOINT_AT] = now
  }

  get mayCheckpoint(): boolean {
    return this.s[MAY_NOT_CHECKPOINT] === 0
  }

  /** From now on checkpoints are refused, or taken again. */
  refuseCheckpoints(refuse: boolean): void {
    this.s[MAY_NOT_CHECKPOINT] = refuse ? 1 : 0
  }

  /** The whole process stands still; `catchUp` first. */
  pause(now: Micros): void {
    if (this.s[PAUSED_AT]! > 0) return
    // Moments begin at 0, and 0 stands for no pause.
    this.s[PAUSED_AT] = now + 1
    this.s[RESUMES_WITH] = this.s[BUSY_UNTIL]!
    if (this.s[BUSY_UNTIL] !== IDLE) this.s[BUSY_UNTIL] = Infinity
  }

  resume(now: Micros): void {
    const pausedAt = this.s[PAUSED_AT]! - 1
    if (pausedAt < 0) return
    this.s[PAUSED_AT] = 0
    if (this.s[BUSY_UNTIL] === IDLE) return
    this.s[BUSY_UNTIL] = this.s[RESUMES_WITH]!
    this.shift(now - pausedAt)
  }

  /** Takes over what another processor of the same shard was at. */
  takeOver(other: RecordProcessor): void {
    this.s.set(other.s)
    this.batches.copyFrom(other.batches)
  }

  /** GetRecords returned the records [from, to). */
  noteReceived(from: number, to: number, now: Micros): void {
    for (let i = from; i < to; i++) this.note('received', i, now)
  }

  /** The work on a record is done: whether it has an effect, see `ShardTally.completed`. */
  protected noteWorked(index: number, now: Micros): void {
    this.note('worked', index, now)
    const hasEffect = this.settings.isIdempotent === 0 || this.tally.done.missingIn(index, index + 1) > 0
    if (hasEffect) this.note('effect', index, now)
  }

  /** Only while somebody looks on. */
  protected note(step: LifeStep, index: number, now: Micros, node = this.reader): void {
    const { shard, world } = this
    world.watch!.note(step, this.stream.shards[shard]!.log.get(index), node, shard, 0, now)
  }

  protected fails(reference: number): boolean {
    return this.poison.fails(reference, this.settings.failureShare, this.streams.failure)
  }

  /** Another attempt takes time, or work that fails for ever would stop the clock. */
  protected drawRetry(): Micros {
    return max(1, this.drawService())
  }

  protected drawService(): Micros {
    const { serviceMicros, serviceSpread } = this.settings
    if (serviceSpread === CONSTANT) return round(serviceMicros)
    return round(serviceMicros * sampleUnitMean(this.world.random, this.streams.service, serviceSpread, ERLANG_SHAPE))
  }

  /** Draws within `look` are taken back after it. */
  protected lookAhead<T>(look: () => T): T {
    this.copyWords(true)
    const seen = look()
    this.copyWords(false)
    return seen
  }

  private copyWords(save: boolean): void {
    const { words } = this.world.random
    const { savedWords } = this
    for (let i = 0; i < WORDS_PER_STREAM; i++) {
      const service = this.streams.service * WORDS_PER_STREAM + i
      const failure = this.streams.failure * WORDS_PER_STREAM + i
      if (save) {
        savedWords[i] = words[service]!
        savedWords[WORDS_PER_STREAM + i] = words[failure]!
      } else {
        words[service] = savedWords[i]!
        words[failure] = savedWords[WORDS_PER_STREAM + i]!
      }
    }
  }
}

export const RETRY = 0
export const CONSTANT = 0
/** Checkpoints come before the work of a batch. */
export const BEFORE = 1

/** Moment of the next completion, or IDLE. */
export const BUSY_UNTIL = 0
export const CARET = BUSY_UNTIL + 1
const CHECKPOINT = CARET + 1
export const CHECKPOINT_AT = CHECKPOINT + 1
export const LAST_AT = CHECKPOINT_AT + 1
export const HASH = LAST_AT + 1
/** 1 while this worker has lost the lease, or cannot reach the lease table. */
const MAY_NOT_CHECKPOINT = HASH + 1
/** One more than the moment, 0 while it runs. */
const PAUSED_AT = MAY_NOT_CHECKPOINT + 1
const RESUMES_WITH = PAUSED_AT + 1
const PROCESSOR_FIELDS = RESUMES_WITH + 1
