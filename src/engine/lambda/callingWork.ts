import type { Downstream } from '../downstream/downstream.ts'
import { min, round } from '../kernel/detMath.ts'
import { sampleUnitMean } from '../kernel/distributions.ts'
import { Slots } from '../kernel/slots.ts'
import type { Micros } from '../kernel/time.ts'
import { ERLANG_SHAPE } from '../kernel/units.ts'
import type { LifeStep } from '../life/watch.ts'
import type { World } from '../world.ts'
import type { TurnableLambda } from './lambdaPlan.ts'
import { ERROR, failsOn, NO_FAILURE, TIMEOUT, type WorkStreams } from './work.ts'

/** Invocations as their mapping knows them, by a number of its own; a cursor is a record in the batch, -1 none. */
export interface CallingHost {
  /** The record behind this one. */
  next(run: number, cursor: number): number
  referenceAt(run: number, cursor: number): number
  schedule(run: number, at: Micros): void
  /** Whether the function goes on behind a record that failed. */
  readonly goesOn: boolean
  /** The work on this record, its call included, has succeeded. */
  succeeded(run: number, cursor: number): void
  /** The invocation is over; `cursor` is the first record that failed, -1 when none did. */
  over(run: number, failure: number, cursor: number, now: Micros): void
  /** Something went on outside of the mapping's own events. */
  answered(): void
}

/**
 * Invocations of a function that calls a downstream system and waits for it: once for its batch before the work, or once for each
 * record after its work. Each step is an event, because nobody knows before when an answer comes. What the function had called when
 * its timeout ends it, is worked downstream all the same.
 */
export class CallingWork {
  private readonly world: World
  private readonly settings: Readonly<TurnableLambda>
  private readonly streams: WorkStreams
  private readonly downstream: Downstream
  private readonly host: CallingHost
  private readonly caller: number
  private readonly rows: Slots
  private readonly stamps: Float64Array

  constructor(
    world: World,
    settings: Readonly<TurnableLambda>,
    streams: WorkStreams,
    downstream: Downstream,
    host: CallingHost,
  ) {
    this.world = world
    this.settings = settings
    this.streams = streams
    this.downstream = downstream
    this.host = host
    this.rows = world.state.part(new Slots(WORK_FIELDS))
    this.stamps = world.state.column(1)
    this.caller = downstream.addCaller({
      onAnswer: (row, stamp, isDone, now) => {
        if (this.of(row, STAMP) !== stamp) return
        this.onAnswer(row, isDone, now)
        host.answered()
      },
    })
  }

  /** An invocation begins; `cursor` is its first record. Returns the row that `onTimer` wants. */
  begin(run: number, cursor: number, startsAt: Micros): number {
    const row = this.rows.take()
    this.put(row, RUN, run)
    this.put(row, CURSOR, cursor)
    this.put(row, DEADLINE, startsAt + this.settings.timeoutMicros)
    if (cursor < 0 || !this.downstream.isPerBatch) this.workFrom(row, startsAt + this.settings.batchMicros)
    else this.step(row, CALL_NEXT, startsAt)
    return row
  }

  onTimer(row: number, now: Micros): void {
    switch (this.of(row, STEP)) {
      case CALL_NEXT:
        this.call(row, now)
        return
      case WORKING:
        this.worked(row, now)
        return
      case ENDING:
        this.end(row, now)
        return
      default:
        this.put(row, FAILURE, TIMEOUT)
        this.markFailed(row)
        this.end(row, now)
    }
  }

  /** The own work on the record at the cursor begins, or without one the invocation ends. */
  private workFrom(row: number, from: Micros): void {
    const { serviceMicros, serviceSpread } = this.settings
    const isLast = this.of(row, CURSOR) < 0
    const draw = isLast ? 0 : sampleUnitMean(this.world.random, this.streams.service, serviceSpread, ERLANG_SHAPE)
    const until = round(from + serviceMicros * draw)
    if (until > this.of(row, DEADLINE)) this.step(row, TOO_LATE, this.of(row, DEADLINE))
    else this.step(row, isLast ? ENDING : WORKING, until)
  }

  private worked(row: number, now: Micros): void {
    const reference = this.host.referenceAt(this.of(row, RUN), this.of(row, CURSOR))
    if (failsOn(reference, this.settings, this.world, this.streams)) this.failed(row, now)
    else if (this.downstream.isPerBatch) this.done(row, now)
    else this.call(row, now)
  }

  private call(row: number, now: Micros): void {
    this.stamps[0]! += 1
    this.put(row, STAMP, this.stamps[0]!)
    this.step(row, CALLING, this.of(row, DEADLINE))
    this.note('called', row, now)
    if (!this.downstream.call(this.caller, row, this.of(row, STAMP), now)) this.onAnswer(row, false, now)
  }

  private onAnswer(row: number, isDone: boolean, now: Micros): void {
    this.put(row, STAMP, 0)
    this.note(isDone ? 'answered' : 'unanswered', row, now)
    if (!this.downstream.isPerBatch) {
      if (isDone) this.done(row, now)
      else this.failed(row, now)
      return
    }
    if (isDone) {
      this.workFrom(row, now + this.settings.batchMicros)
      return
    }
    this.markFailed(row)
    this.put(row, FAILURE, ERROR)
    this.end(row, now)
  }

  /** What the call under way is about: the record at the cursor, or all from there on. */
  private note(step: LifeStep, row: number, now: Micros): void {
    const { host, downstream } = this
    const { watch } = this.world
    const run = this.of(row, RUN)
    for (let cursor = this.of(row, CURSOR); watch !== null && cursor >= 0; cursor = host.next(run, cursor)) {
      watch.note(step, host.referenceAt(run, cursor), downstream.id, 0, 0, now)
      if (!downstream.isPerBatch) return
    }
  }

  private done(row: number, now: Micros): void {
    this.host.succeeded(this.of(row, RUN), this.of(row, CURSOR))
    this.goOn(row, now)
  }

  private failed(row: number, now: Micros): void {
    this.markFailed(row)
    this.put(row, FAILURE, ERROR)
    if (this.host.goesOn) this.goOn(row, now)
    else this.end(row, now)
  }

  private goOn(row: number, now: Micros): void {
    this.put(row, CURSOR, this.host.next(this.of(row, RUN), this.of(row, CURSOR)))
    this.workFrom(row, now)
  }

  private markFailed(row: number): void {
    if (this.of(row, FIRST_FAILED) === 0) this.put(row, FIRST_FAILED, this.of(row, CURSOR) + 1)
  }

  private end(row: number, now: Micros): void {
    const run = this.of(row, RUN)
    const failure = this.of(row, FAILURE)
    const firstFailed = failure === NO_FAILURE ? -1 : this.of(row, FIRST_FAILED) - 1
    this.rows.release(row)
    this.host.over(run, failure, firstFailed, now)
  }

  private step(row: number, step: number, at: Micros): void {
    this.put(row, STEP, step)
    this.host.schedule(this.of(row, RUN), min(at, this.of(row, DEADLINE)))
  }

  private of(row: number, field: number): number {
    return this.rows.values[row * WORK_FIELDS + field]!
  }

  private put(row: number, field: number, value: number): void {
    this.rows.values[row * WORK_FIELDS + field] = value
  }
}

const CALL_NEXT = 1
const CALLING = CALL_NEXT + 1
const WORKING = CALLING + 1
/** The work would not be done by the timeout. */
const TOO_LATE = WORKING + 1
const ENDING = TOO_LATE + 1

const RUN = 0
const CURSOR = RUN + 1
const DEADLINE = CURSOR + 1
const STEP = DEADLINE + 1
/** Of the call that is waited for, 0 = none: an answer to an earlier one means nothing. */
const STAMP = STEP + 1
const FAILURE = STAMP + 1
/** The first record that failed, plus 1. */
const FIRST_FAILED = FAILURE + 1
const WORK_FIELDS = FIRST_FAILED + 1
