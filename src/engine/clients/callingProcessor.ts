import type { Downstream } from '../downstream/downstream.ts'
import { max } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { bucketOf } from '../kernel/histogram.ts'
import { MICROS_PER_MILLISECOND, type Micros } from '../kernel/time.ts'
import type { LifeStep } from '../life/watch.ts'
import type { World } from '../world.ts'
import {
  BEFORE,
  BUSY_UNTIL,
  CARET,
  CHECKPOINT_AT,
  HASH,
  IDLE,
  LAST_AT,
  type ProcessorParts,
  RETRY,
  RecordProcessor,
} from './recordProcessor.ts'
import { FAILED, LATENCY_SUM, SKIPPED } from './shardTally.ts'

/**
 * Works the records of a batch one after another and calls a system downstream: for each record after its work, or for the batch
 * before it, and waits for the answer. When that comes nobody knows before, so here each record is an event and nothing is
 * forecast: whoever waits for work to end is told by `onBatchDone`.
 */
export class CallingProcessor extends RecordProcessor {
  private readonly downstream: Downstream
  private readonly caller: number
  private readonly onBatchDone: (now: Micros) => void
  private readonly k: Float64Array

  constructor(world: World, parts: ProcessorParts, downstream: Downstream, onBatchDone: (now: Micros) => void) {
    super(world, parts)
    this.downstream = downstream
    this.onBatchDone = onBatchDone
    this.k = world.state.column(CALLING_FIELDS)
    this.caller = downstream.addCaller({
      onAnswer: (_ticket, stamp, isDone, now) => this.onAnswer(stamp, isDone, now),
      onWake: (now) => this.onWake(now),
    })
  }

  /** All that is complete has come by itself. */
  override catchUp(): void {}

  override forecast(): Micros {
    return Infinity
  }

  override moveTo(index: number): void {
    super.moveTo(index)
    this.leave()
  }

  override pause(now: Micros): void {
    super.pause(now)
    this.k[IS_PAUSED] = 1
    this.downstream.wakeAt(this.caller, Infinity)
  }

  override resume(now: Micros): void {
    super.resume(now)
    this.k[IS_PAUSED] = 0
    const answer = this.k[ANSWER]!
    this.k[ANSWER] = NO_ANSWER
    if (answer !== NO_ANSWER) this.goOn(answer === YES, now)
  }

  /** A worker that waits for an answer when it loses its shard does nothing more. */
  override takeOver(other: RecordProcessor): void {
    super.takeOver(other)
    this.leave()
    const until = this.s[BUSY_UNTIL]!
    if (until === Infinity) super.moveTo(this.caret)
    else if (until !== IDLE) this.sleepUntil(until)
  }

  protected override begin(at: Micros): void {
    if (this.settings.checkpointWhen === BEFORE) this.setCheckpoint(this.batches.endOf(0), at)
    this.s[CARET] = this.batches.startOf(0)
    this.k[CALLS_NEXT] = this.downstream.isPerBatch ? 1 : 0
    this.sleepUntil(this.downstream.isPerBatch ? at : at + this.drawService())
  }

  protected override shift(micros: Micros): void {
    if (this.s[BUSY_UNTIL]! < Infinity) this.sleepUntil(this.s[BUSY_UNTIL]! + micros)
  }

  /** The work on the record at the caret is done, or the batch is to be called for. */
  private onWake(now: Micros): void {
    if (this.k[CALLS_NEXT] === 1) {
      this.call(now)
      return
    }
    const { log } = this.stream.shards[this.shard]!
    if (this.fails(log.get(this.caret))) this.failed(now)
    else if (this.downstream.isPerBatch) this.done(now)
    else this.call(now)
  }

  private call(now: Micros): void {
    const { k } = this
    k[STAMP]! += 1
    k[WAITS_FOR] = k[STAMP]!
    this.s[BUSY_UNTIL] = Infinity
    this.noteCall('called', now)
    if (!this.downstream.call(this.caller, 0, k[STAMP]!, now)) this.onAnswer(k[STAMP]!, false, now)
  }

  private onAnswer(stamp: number, isDone: boolean, now: Micros): void {
    const { k } = this
    if (k[WAITS_FOR] !== stamp) return
    k[WAITS_FOR] = 0
    this.noteCall(isDone ? 'answered' : 'unanswered', now)
    if (k[IS_PAUSED] === 1) k[ANSWER] = isDone ? YES : NO
    else this.goOn(isDone, now)
  }

  private noteCall(step: LifeStep, now: Micros): void {
    if (this.world.watch === null) return
    const end = this.k[CALLS_NEXT] === 1 ? this.batches.endOf(0) : this.caret + 1
    for (let i = this.caret; i < end; i++) this.note(step, i, now, this.downstream.id)
  }

  private goOn(isDone: boolean, now: Micros): void {
    if (!isDone) this.failed(now)
    else if (this.k[CALLS_NEXT] === 1) {
      this.k[CALLS_NEXT] = 0
      this.sleepUntil(now + this.drawService())
    } else this.done(now)
  }

  private done(now: Micros): void {
    const { s, tally, world, settings } = this
    const caret = this.caret
    const latency = now - world.records.createdAt(this.stream.shards[this.shard]!.log.get(caret))
    tally.histogram[bucketOf(latency)]! += 1
    tally.t[LATENCY_SUM]! += latency
    if (world.watch !== null) this.noteWorked(caret, now)
    tally.completed(caret, caret + 1, settings.isIdempotent === 1)
    s[HASH] = mix(s[HASH]!, now | 0)
    s[LAST_AT] = now
    s[CARET] = caret + 1
    const isDue = settings.checkpointMicros > 0 && now - s[CHECKPOINT_AT]! >= settings.checkpointMicros
    if (settings.checkpointWhen !== BEFORE && isDue) this.setCheckpoint(caret + 1, now)
    if (caret + 1 < this.batches.endOf(0)) this.sleepUntil(now + this.drawService())
    else this.endBatch(now)
  }

  /** As any work that failed: another attempt, a millisecond later at the earliest, or the rest of the batch is left out (KCL.12). */
  private failed(now: Micros): void {
    const { tally, settings, world } = this
    const end = this.batches.endOf(0)
    tally.t[FAILED]! += 1
    if (world.watch !== null) this.note('failed', this.caret, now)
    if (settings.onFailure === RETRY) {
      this.sleepUntil(now + max(MICROS_PER_MILLISECOND, this.drawService()))
      return
    }
    if (world.watch !== null) for (let i = this.caret; i < end; i++) this.note('skipped', i, now)
    tally.t[SKIPPED]! += end - this.caret
    this.s[CARET] = end
    this.endBatch(now)
  }

  private endBatch(now: Micros): void {
    const { s, settings, batches } = this
    if (settings.checkpointWhen !== BEFORE && settings.checkpointMicros === 0) this.setCheckpoint(this.caret, now)
    batches.shift()
    s[BUSY_UNTIL] = IDLE
    if (batches.count > 0) this.begin(max(now, batches.atOf(0)))
    this.onBatchDone(now)
  }

  private sleepUntil(at: Micros): void {
    this.s[BUSY_UNTIL] = at
    this.downstream.wakeAt(this.caller, at)
  }

  /** An answer that is under way will mean nothing. */
  private leave(): void {
    this.k[WAITS_FOR] = 0
    this.k[ANSWER] = NO_ANSWER
    this.downstream.wakeAt(this.caller, Infinity)
  }
}

const NO_ANSWER = 0
const YES = 1
const NO = 2

/** Number of the latest call, and of the one that is waited for (0 = none). */
const STAMP = 0
const WAITS_FOR = STAMP + 1
/** 1 while the batch is to be called for. */
const CALLS_NEXT = WAITS_FOR + 1
const IS_PAUSED = CALLS_NEXT + 1
/** What came during a pause. */
const ANSWER = IS_PAUSED + 1
const CALLING_FIELDS = ANSWER + 1
