import { max, min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { READ_VERDICTS, ReadVerdict } from '../kinesis/limits.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { ApplicationPlan, TurnableApplication } from '../plan.ts'
import type { World } from '../world.ts'
import { IDLE, type RecordProcessor } from './recordProcessor.ts'

export type ReaderParts = {
  stream: Stream
  shard: number
  settings: Readonly<TurnableApplication>
  plan: ApplicationPlan
  processor: RecordProcessor
  /** Where what a worker still does after it lost the shard is worked (KCL.11); null where workers lose nothing. */
  zombie: RecordProcessor | null
  timer: number
  track: number
}

/** One application's polling of one shard: GetRecords at an interval, prefetch as the reader's own backpressure (KCL.08). */
export class ShardReader {
  readonly processor: RecordProcessor
  readonly zombie: RecordProcessor | null
  readonly s: Float64Array
  protected readonly world: World
  protected readonly stream: Stream
  protected readonly shard: number
  protected readonly settings: Readonly<TurnableApplication>
  private readonly plan: ApplicationPlan
  protected readonly timer: number
  private readonly track: number

  constructor(world: World, parts: ReaderParts) {
    this.world = world
    this.stream = parts.stream
    this.shard = parts.shard
    this.settings = parts.settings
    this.plan = parts.plan
    this.processor = parts.processor
    this.zombie = parts.zombie
    this.timer = parts.timer
    this.track = parts.track
    this.s = world.state.column(READER_FIELDS)
  }

  /** Index of the next record to fetch. */
  get fetched(): number {
    return this.s[FETCHED]!
  }

  get deliveries(): number {
    return this.s[DELIVERIES]!
  }

  /** Bytes that calls have returned. */
  get bytesRead(): number {
    return this.s[READ_BYTES]!
  }

  /** Moment of the next completion; IDLE when nothing is worked on. */
  get busyUntil(): Micros {
    const own = this.processor.busyUntil
    const other = this.zombie?.busyUntil ?? IDLE
    if (own === IDLE || other === IDLE) return max(own, other)
    return min(own, other)
  }

  get lastDoneAt(): Micros {
    return max(this.processor.lastDoneAt, this.zombie?.lastDoneAt ?? 0)
  }

  /** Its timer will come: it polls, waits for work to end, or for whatever else was planned. */
  get isPlanned(): boolean {
    return this.world.events.atOf(this.timer) < Infinity
  }

  /** KIN2.10: the shard is closed and all of it is fetched, so there is no next iterator; what remains is the work. */
  get hasReadAll(): boolean {
    return this.s[HAS_READ_ALL] === 1
  }

  catchUp(now: Micros): void {
    this.processor.catchUp(now)
    this.zombie?.catchUp(now)
  }

  pollAt(at: Micros): void {
    this.s[WAITS_FOR_WORK] = 0
    this.world.events.schedule(this.timer, at)
  }

  stop(): void {
    this.world.events.cancel(this.timer)
    this.s[WAITS_FOR_WORK] = 0
  }

  /** Forgets what was fetched and goes on at `index`. */
  moveTo(index: number): void {
    this.processor.moveTo(index)
    this.fetchFrom(index)
  }

  /** The worker has died, with what it had fetched. */
  die(now: Micros): void {
    this.processor.die(now)
    this.fetchFrom(this.processor.caret)
    this.stop()
  }

  /** Another worker goes on at the checkpoint (KCL.10). */
  begin(): void {
    this.processor.startAt(this.processor.checkpoint)
    this.fetchFrom(this.processor.checkpoint)
  }

  /** One GetRecords call. */
  poll(now: Micros): void {
    const { s, stream, shard } = this
    this.catchUp(now)
    if (this.waitsForRoom(now)) return
    this.dropExpired(now)
    s[CALLS]! += 1
    s[POLLED_AT] = now
    s[WAITS_FOR_WORK] = 0
    const verdict = stream.admitRead(shard, now, this.plan.id)
    if (verdict !== ReadVerdict.admitted) {
      s[CALLS_REFUSED]! += 1
      s[REFUSED_BY + verdict]! += 1
      this.pollAt(this.retryAt(now))
      return
    }
    s[SUCCEEDED_AT] = now
    const from = s[FETCHED]!
    const bytesBefore = stream.readBytesOf(shard)
    const end = stream.read(shard, from, s[FETCHED_BYTES]!, this.settings.recordsPerCall, now)
    const bytes = stream.readBytesOf(shard) - bytesBefore
    if (end > from) this.receive(from, end, bytes, now + this.settings.callLatencyMicros, now)
    const { isOpen, tip } = stream.shards[shard]!
    if (!isOpen && end === tip) this.finish(now)
    else this.pollAt(now + this.settings.pollIntervalMicros)
  }

  /** Everything is read: the timer comes again when the work on it is done. */
  finish(now: Micros): void {
    this.s[HAS_READ_ALL] = 1
    const { batchCount } = this.processor
    this.world.events.schedule(this.timer, batchCount === 0 ? now : max(now, this.processor.forecast(batchCount)))
  }

  /** A setting was turned: a call that waits for work to end is planned anew. */
  replan(now: Micros): void {
    if (this.hasReadAll && this.isPlanned) this.finish(now)
    if (this.s[WAITS_FOR_WORK] !== 1) return
    const atInterval = this.s[POLLED_AT]! + this.settings.pollIntervalMicros
    this.pollAt(atInterval > now ? atInterval : now)
  }

  /**
   * Records lost to this application when all before `trim` have expired. What it had completed or lost before, and
   * would only have read again, does not count.
   */
  lostUnreadAt(trim: number): number {
    const known = max(max(this.s[FETCHED]!, this.processor.tally.done.highest), this.s[LOST_UP_TO]!)
    return this.s[LOST_UNREAD]! + max(0, trim - known)
  }

  /** KCL measures its interval from the last call that succeeded (KCL.06), but does not ask without pause. */
  private retryAt(now: Micros): Micros {
    const { pollIntervalMicros } = this.settings
    const { kcl } = this.plan
    if (kcl === null) return now + pollIntervalMicros
    return max(this.s[SUCCEEDED_AT]! + pollIntervalMicros, now + kcl.retryMicros)
  }

  /** The records [from, end) are on their way, and there at `at`. */
  protected receive(from: number, end: number, bytes: number, at: Micros, now: Micros): void {
    const { s, processor } = this
    s[FETCHED] = end
    s[FETCHED_BYTES]! += bytes
    s[READ_BYTES]! += bytes
    s[DELIVERIES]! += end - from
    processor.deliver(from, end, at, bytes)
    if (this.world.watch !== null) processor.noteReceived(from, end, now)
    this.showDots(from, end, now)
  }

  protected fetchFrom(index: number): void {
    this.s[FETCHED] = index
    this.s[FETCHED_BYTES] = this.stream.bytesBefore(this.shard, index)
    this.s[HAS_READ_ALL] = 0
  }

  /** No call while more is still to be worked than the prefetch allows: it waits until there is room. */
  protected waitsForRoom(now: Micros): boolean {
    const tooMany = this.batchesTooMany()
    if (tooMany <= 0) return false
    const roomAt = this.processor.forecast(tooMany)
    this.s[WAITS_FOR_WORK] = 1
    this.world.events.schedule(this.timer, roomAt > now ? roomAt : now)
    return true
  }

  /** How many batches must be done until there is room for one more (KCL.08); the one in work does not count as waiting. */
  private batchesTooMany(): number {
    const { batches } = this.processor
    const { count } = batches
    const { prefetchBatches, prefetchBytes, prefetchRecords } = this.plan
    let done = max(0, count - prefetchBatches)
    if (prefetchBytes > 0) while (done < count && batches.bytesFrom(done + 1) >= prefetchBytes) done++
    if (prefetchRecords > 0) while (done < count && batches.recordsFrom(done + 1) >= prefetchRecords) done++
    return done
  }

  /** Records that expired before this application fetched them are lost to it (KIN6.01). */
  protected dropExpired(now: Micros): void {
    const trim = this.stream.trim(this.shard, now)
    const { processor } = this
    processor.tally.done.forget(processor.batchCount === 0 ? trim : min(trim, processor.caret))
    const fetched = this.s[FETCHED]!
    if (fetched >= trim) return
    this.s[LOST_UNREAD] = this.lostUnreadAt(trim)
    if (trim > this.s[LOST_UP_TO]!) this.s[LOST_UP_TO] = trim
    this.s[FETCHED] = trim
    this.s[FETCHED_BYTES] = this.stream.bytesBefore(this.shard, trim)
    if (processor.batchCount === 0) processor.moveTo(trim)
  }

  /** Every so many deliveries one dot, counted on over whatever was left out or read again. */
  private showDots(from: number, end: number, now: Micros): void {
    const { records, keys, trace } = this.world
    const { log } = this.stream.shards[this.shard]!
    const step = this.stream.plan.recordsPerDot
    const before = this.s[DELIVERIES]! - (end - from)
    for (let i = from - (before % step) + step - 1; i < end; i += step)
      trace.add(now, this.track, keys.paint[records.keyOf(log.get(i))]!)
  }
}

const FETCHED = 0
/** Bytes of all records before `fetched`. */
const FETCHED_BYTES = FETCHED + 1
export const DELIVERIES = FETCHED_BYTES + 1
export const READ_BYTES = DELIVERIES + 1
export const CALLS = READ_BYTES + 1
export const CALLS_REFUSED = CALLS + 1
const LOST_UNREAD = CALLS_REFUSED + 1
/** 1 while the next call waits for work to end. */
const WAITS_FOR_WORK = LOST_UNREAD + 1
const POLLED_AT = WAITS_FOR_WORK + 1
const SUCCEEDED_AT = POLLED_AT + 1
const HAS_READ_ALL = SUCCEEDED_AT + 1
/** Refused calls by verdict. */
export const REFUSED_BY = HAS_READ_ALL + 1
/** Records before this one are counted already, if they were lost. */
const LOST_UP_TO = REFUSED_BY + READ_VERDICTS
const READER_FIELDS = LOST_UP_TO + 1
