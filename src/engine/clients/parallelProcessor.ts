import { max } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { bucketOf } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
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
import { DONE, FAILED_ATTEMPT, LEFT_OUT, WorkUnderWay } from './workUnderWay.ts'

/**
 * Works all records of a batch at once, each for a time of its own; the batch ends with its slowest. What fails for ever and is
 * tried again keeps the batch, and with it the shard, for ever; its attempts are counted once.
 */
export class ParallelProcessor extends RecordProcessor {
  private readonly work: WorkUnderWay

  constructor(world: World, parts: ProcessorParts) {
    super(world, parts)
    this.work = world.state.part(new WorkUnderWay())
  }

  override catchUp(now: Micros): void {
    const { s, batches, work } = this
    while (s[BUSY_UNTIL] !== IDLE && s[BUSY_UNTIL]! <= now) {
      this.count(now)
      s[BUSY_UNTIL] = work.nextAt
      if (work.nextAt < Infinity || work.isEndless) continue
      this.endBatch(s[LAST_AT]!)
      if (batches.count === 0) s[BUSY_UNTIL] = IDLE
      else this.begin(max(s[LAST_AT]!, batches.atOf(0)))
    }
  }

  /** The first batch is planned; those behind it are planned the same way and forgotten again. */
  override forecast(count: number): Micros {
    if (this.s[BUSY_UNTIL] === Infinity) return Infinity
    const { batches, work } = this
    if (count === 1) return work.endAt
    return this.lookAhead(() => {
      const ahead = new WorkUnderWay()
      let end = work.endAt
      for (let b = 1; b < count && end < Infinity; b++) {
        ahead.clear()
        this.planBatch(ahead, max(end, batches.atOf(b)), batches.startOf(b), batches.endOf(b))
        end = ahead.endAt
      }
      return end
    })
  }

  override takeOver(other: RecordProcessor): void {
    super.takeOver(other)
    if (other instanceof ParallelProcessor) this.work.copyFrom(other.work)
  }

  protected override begin(at: Micros): void {
    const { s, batches, work } = this
    const [start, end] = [batches.startOf(0), batches.endOf(0)]
    if (this.settings.checkpointWhen === BEFORE) this.setCheckpoint(end, at)
    s[CARET] = start
    work.clear()
    this.planBatch(work, at, start, end)
    s[BUSY_UNTIL] = work.nextAt
  }

  protected override shift(micros: Micros): void {
    this.s[BUSY_UNTIL]! += micros
    this.work.shift(micros)
  }

  private planBatch(work: WorkUnderWay, at: Micros, start: number, end: number): void {
    const { log } = this.stream.shards[this.shard]!
    for (let record = start; record < end; record++) this.planRecord(work, log.get(record), record, at)
    work.sort()
  }

  private planRecord(work: WorkUnderWay, reference: number, record: number, startsAt: Micros): void {
    const { failureShare, onFailure } = this.settings
    let at = startsAt + this.drawService()
    while (this.fails(reference)) {
      if (onFailure !== RETRY) {
        work.plan(at, record, LEFT_OUT)
        return
      }
      work.plan(at, record, FAILED_ATTEMPT)
      if (failureShare >= 1 || (this.poison.isActive && this.poison.has(reference))) {
        work.isEndless = true
        return
      }
      at += this.drawRetry()
    }
    work.plan(at, record, DONE)
  }

  /** What has come of the batch by `now`. */
  private count(now: Micros): void {
    const { s, work, world } = this
    const { t, histogram } = this.tally
    const { log } = this.stream.shards[this.shard]!
    const done: number[] = []
    while (work.nextAt <= now) {
      const { at, record, what } = work.take()
      s[LAST_AT] = at
      s[HASH] = mix(mix(s[HASH]!, at | 0), record)
      if (world.watch !== null) this.noteEnd(record, what, at)
      if (what !== DONE) {
        t[FAILED]! += 1
        if (what === LEFT_OUT) t[SKIPPED]! += 1
        continue
      }
      const latency = at - world.records.createdAt(log.get(record))
      histogram[bucketOf(latency)]! += 1
      t[LATENCY_SUM]! += latency
      done.push(record)
    }
    done.sort((a, b) => a - b)
    for (let i = 0; i < done.length; ) {
      const from = i++
      while (i < done.length && done[i] === done[i - 1]! + 1) i++
      this.tally.completed(done[from]!, done[i - 1]! + 1, this.settings.isIdempotent === 1)
    }
  }

  private noteEnd(record: number, what: number, now: Micros): void {
    if (what === DONE) this.noteWorked(record, now)
    else this.note('failed', record, now)
    if (what === LEFT_OUT) this.note('skipped', record, now)
  }

  private endBatch(at: Micros): void {
    const { s, batches, settings } = this
    const end = batches.endOf(0)
    s[CARET] = end
    if (settings.checkpointWhen !== BEFORE && at - s[CHECKPOINT_AT]! >= settings.checkpointMicros)
      this.setCheckpoint(end, at)
    batches.shift()
  }
}
