import { max, min } from '../kernel/detMath.ts'
import { Ring } from '../kernel/ring.ts'
import type { Micros } from '../kernel/time.ts'
import { AGE, RETRIED } from './counters.ts'
import { REFUSED } from './lambdaFunction.ts'
import { LaneBooks } from './laneBooks.ts'
import {
  DONE_TO,
  FAILED_SO_FAR,
  FAILURE,
  FROM,
  HIGHEST,
  IS_AGAIN,
  IS_FINAL,
  LANE_FIELDS,
  LaneState,
  NEXT,
  STATE,
  TO,
  WINDOW_FROM,
  WORK_ROW,
} from './laneColumn.ts'
import { LaneRecords } from './laneRecords.ts'
import type { ShardLog } from './shardLog.ts'
import type { StreamContext } from './streamContext.ts'
import { AfterFailure, afterFailure, windowEnd } from './streamRules.ts'
import { TumblingWindow } from './tumblingWindow.ts'
import { ERROR, NO_FAILURE, workOn } from './work.ts'

/** What a lane needs of the reader of its shard. */
export type LaneShard = {
  readonly log: ShardLog
  /** Place of the next record that has not been fetched. */
  readonly fetched: number
  /** Everything stored before this moment has been fetched. */
  readonly readUpTo: Micros
  /** The lane could do with more records. */
  wantRecords(now: Micros): void
}

/**
 * One lane of a shard: batches of its records one after another, each until the function has done it or it is given up. A batch on
 * which the function fails stops this lane and nothing else (LKI.06).
 */
export class Lane {
  readonly s: Float64Array
  private readonly context: StreamContext
  private readonly shard: LaneShard
  private readonly records: LaneRecords
  private readonly tumbling: TumblingWindow
  private readonly books: LaneBooks
  /** LKI.08: ends of the pieces that follow the present one, the nearest on top. */
  private readonly rest: Ring
  /** Its number in the mapping's list of what is due. */
  private readonly timer: number

  constructor(context: StreamContext, shard: LaneShard, lane: number, timer: number) {
    this.context = context
    this.shard = shard
    this.timer = timer
    this.s = context.world.state.column(LANE_FIELDS)
    this.rest = context.world.state.part(new Ring())
    const dropsStrangers = context.plan.fanOut !== undefined
    this.records = new LaneRecords(context.world, shard.log, lane, context.laneOfKey, dropsStrangers)
    this.tumbling = new TumblingWindow(this.s, context)
    this.books = new LaneBooks(this.s, context, this.records, this.tumbling)
  }

  get state(): number {
    return this.s[STATE]!
  }

  /** Nothing that was fetched is left to do. */
  get isDone(): boolean {
    return this.state === LaneState.idle && this.s[NEXT]! >= this.shard.fetched && !this.tumbling.isOpen
  }

  /** Begins at a place. */
  moveTo(place: number, now: Micros): void {
    const { s } = this
    s[NEXT] = place
    s[HIGHEST] = place
    s[WINDOW_FROM] = now
  }

  onTimer(now: Micros): void {
    const { calling } = this.context
    if (this.state === LaneState.running) {
      if (calling === null) this.finish(now)
      else calling.onTimer(this.s[WORK_ROW]!, now)
    } else if (this.state === LaneState.waiting) this.invoke(now)
    else this.tryBatch(now)
  }

  /** Records came, a window ended, or a setting was turned. */
  wake(now: Micros): void {
    if (this.state === LaneState.idle || this.state === LaneState.gathering) this.tryBatch(now)
  }

  /** Records of the lane that are fetched and not settled; those before `trim` that it has not looked at have expired. */
  private tryBatch(now: Micros): void {
    const { s, context, records, shard } = this
    const { settings } = context
    s[NEXT] = this.books.expire(s[NEXT]!, shard.fetched, now)
    s[NEXT] = records.firstFrom(s[NEXT]!, shard.fetched)
    if (this.tumbling.endsBefore(s[NEXT]! < shard.fetched ? shard.log.storedAt(s[NEXT]!) : shard.readUpTo)) {
      this.begin(s[NEXT]!, 1, now)
      return
    }
    const before = s[NEXT]! < shard.fetched ? this.tumbling.endOf(shard.log.storedAt(s[NEXT]!)) : Infinity
    const { payloadBytes } = context.plan.limits
    const { to, count, isFull } = records.cut(s[NEXT]!, shard.fetched, settings.batchRecords, payloadBytes, before)
    if (isFull || (count > 0 && settings.windowMicros === 0)) {
      this.begin(to, 0, now)
      return
    }
    s[STATE] = count > 0 ? LaneState.gathering : LaneState.idle
    if (count > 0) {
      const end = windowEnd(s[WINDOW_FROM]!, settings.windowMicros, now)
      if (end <= now) {
        this.begin(to, 0, now)
        return
      }
      context.due.schedule(this.timer, end)
    }
    shard.wantRecords(now)
  }

  /** A batch is complete: all records of the lane up to `to`, none for the last invocation of a tumbling window. */
  private begin(to: number, isFinal: number, now: Micros): void {
    const { s } = this
    s[FROM] = s[NEXT]!
    s[TO] = to
    s[NEXT] = to
    s[FAILED_SO_FAR] = 0
    s[IS_AGAIN] = 0
    s[IS_FINAL] = isFinal
    this.invoke(now)
  }

  /** The batch, or what is left of it, is given to the function; a throttled invocation is no failed one (LKI.07). */
  private invoke(now: Micros): void {
    const { s, context, records } = this
    const { fn, settings, world, streams, calling } = context
    const { batch } = fn
    this.books.dropOld(now)
    if (s[FROM] === s[TO] && s[IS_FINAL] === 0) {
      this.pieceDone(now)
      return
    }
    const coldStartMicros = fn.begin(now)
    if (coldStartMicros === REFUSED) {
      this.waitToRetry(now)
      return
    }
    s[STATE] = LaneState.running
    records.fill(batch, s[FROM]!, s[TO]!)
    records.tell('received', s[FROM]!, s[TO]!, context.plan.id, now)
    if (s[IS_AGAIN] === 1) fn.c[RETRIED]! += batch.count
    s[IS_AGAIN] = 1
    if (calling !== null) {
      s[WORK_ROW] = calling.begin(this.timer, this.nextRecord(s[FROM]! - 1), now + coldStartMicros)
      return
    }
    const work = workOn(batch, false, settings, world, streams)
    s[DONE_TO] = work.done < batch.count ? batch.places[work.done]! : s[TO]!
    s[FAILURE] = work.failure
    context.due.schedule(this.timer, fn.endOf(work, coldStartMicros, now))
  }

  /** Place of the first record of the invocation under way, -1 when there is none. */
  get runs(): number {
    return this.s[STATE] === LaneState.running ? this.nextRecord(this.s[FROM]! - 1) : -1
  }

  /** The record of the batch behind a place, -1 behind the last. */
  nextRecord(place: number): number {
    const next = this.records.firstFrom(place + 1, this.s[TO]!)
    return next < this.s[TO]! ? next : -1
  }

  /** An invocation that called a downstream system is over; `failedAt` is the first record on which it failed, -1 = none. */
  over(failure: number, failedAt: number, now: Micros): void {
    this.s[FAILURE] = failure
    this.s[DONE_TO] = failedAt < 0 ? this.s[TO]! : failedAt
    this.finish(now)
  }

  private finish(now: Micros): void {
    const { s, context, records } = this
    const { fn } = context
    const { log } = this.shard
    const from = s[FROM]!
    const doneTo = s[DONE_TO]!
    fn.end(s[FAILURE]!, s[TO]!, now)
    if (from < s[TO]!) fn.c[AGE] = now - log.storedAt(s[TO]! - 1)
    this.tellWork(from, doneTo, now)
    fn.worked(records.count(from, doneTo), records.count(from, min(doneTo, s[HIGHEST]!)))
    s[HIGHEST] = max(s[HIGHEST]!, doneTo)
    if (s[FAILURE] !== NO_FAILURE) {
      this.failed(now)
      return
    }
    this.books.processed(doneTo)
    if (s[IS_FINAL] === 1) this.tumbling.ended()
    this.pieceDone(now)
  }

  /** Of the batch, what was done, what of that had an effect, and what was not done. */
  private tellWork(from: number, doneTo: number, now: Micros): void {
    const { s, records, context } = this
    const { id } = context.plan
    records.tell('worked', from, doneTo, id, now)
    records.tell('effect', context.settings.idempotent === 1 ? max(from, s[HIGHEST]!) : from, doneTo, id, now)
    records.tell('failed', doneTo, s[TO]!, id, now)
  }

  /** LKI.06 to LKI.09 */
  private failed(now: Micros): void {
    const { s, context, records } = this
    const { bisects, reportsFailures, attemptsMax } = context.settings
    s[FAILED_SO_FAR]! += 1
    const reported = reportsFailures === 1 && s[FAILURE] === ERROR && s[DONE_TO]! > s[FROM]!
    if (reported) this.books.processed(s[DONE_TO]!)
    const left = records.count(s[FROM]!, s[TO]!)
    switch (afterFailure(left, bisects === 1, s[FAILED_SO_FAR]!, attemptsMax)) {
      case AfterFailure.split:
        s[FAILED_SO_FAR] = 0
        // A reported number has split the batch already (LKI.09).
        if (!reported) this.split(left)
        break
      case AfterFailure.discard:
        this.books.discardTo(s[TO]!, now)
        this.pieceDone(now)
        return
    }
    this.waitToRetry(now)
  }

  private split(records: number): void {
    const { s } = this
    this.rest.push(s[TO]!)
    s[TO] = this.records.nthFrom(s[FROM]!, (records - (records % 2)) / 2)
  }

  private waitToRetry(now: Micros): void {
    this.s[STATE] = LaneState.waiting
    this.context.due.schedule(this.timer, this.context.fn.retryAt(now))
  }

  /** The piece is settled: the next one of its batch, or another batch. */
  private pieceDone(now: Micros): void {
    const { s } = this
    s[FROM] = s[TO]!
    if (this.rest.length > 0) {
      s[TO] = this.rest.at(this.rest.length - 1)
      this.rest.length -= 1
      s[FAILED_SO_FAR] = 0
      this.invoke(now)
      return
    }
    s[STATE] = LaneState.idle
    s[WINDOW_FROM] = now
    // Not at once: what is under way at this moment comes first, and a long row of batches is no deep row of calls.
    this.context.due.schedule(this.timer, now)
  }
}
