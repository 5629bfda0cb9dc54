import { logOfUint32, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import { EXPONENTIAL } from '../kernel/distributions.ts'
import { bucketOf } from '../kernel/histogram.ts'
import type { Micros } from '../kernel/time.ts'
import { FORECAST_DRAWS } from '../kernel/units.ts'
import { BATCH_AT, BATCH_END, BATCH_START } from './fetchedBatches.ts'
import {
  BEFORE,
  BUSY_UNTIL,
  CARET,
  CHECKPOINT_AT,
  CONSTANT,
  HASH,
  IDLE,
  LAST_AT,
  RETRY,
  RecordProcessor,
} from './recordProcessor.ts'
import { FAILED, LATENCY_SUM, SKIPPED } from './shardTally.ts'

/** Works the records of a batch one after another. */
export class SerialProcessor extends RecordProcessor {
  override catchUp(now: Micros): void {
    const { s } = this
    if (s[BUSY_UNTIL] === IDLE || s[BUSY_UNTIL]! > now) return
    const { t, histogram } = this.tally
    const batches = this.batches.column
    const { records, random, watch } = this.world
    const { failureShare, checkpointMicros, serviceMicros, serviceSpread } = this.settings
    const { service } = this.streams
    const checkpointsAfter = this.settings.checkpointWhen !== BEFORE
    const mayFail = failureShare > 0 || this.poison.isActive
    const { log } = this.stream.shards[this.shard]!
    let busyUntil = s[BUSY_UNTIL]!
    // Whole numbers of 32 bits: as such they stay in registers and are indices without being converted.
    let caret = s[CARET]! | 0
    let end = batches[BATCH_END]! | 0
    let hash = s[HASH]! | 0
    let latencySum = t[LATENCY_SUM]!
    let lastAt = busyUntil
    let from = caret
    while (busyUntil <= now) {
      lastAt = busyUntil
      const reference = log.get(caret)
      if (mayFail && this.fails(reference)) {
        t[FAILED]! += 1
        if (watch !== null) this.noteFailure(caret, end, busyUntil)
        if (this.settings.onFailure === RETRY) {
          busyUntil += this.drawRetry()
          continue
        }
        t[SKIPPED]! += end - caret
        this.completed(from, caret)
        caret = end
        from = end
      } else {
        const latency = busyUntil - records.createdAt(reference)
        histogram[bucketOf(latency)]! += 1
        latencySum += latency
        // Which record it was is told by the caret and by the shard's own hash.
        hash = mix(hash, busyUntil | 0)
        if (watch !== null) this.noteWorked(caret, busyUntil)
        caret++
      }
      if (checkpointsAfter && checkpointMicros > 0 && busyUntil - s[CHECKPOINT_AT]! >= checkpointMicros)
        this.setCheckpoint(caret, busyUntil)
      if (caret < end) {
        busyUntil +=
          serviceSpread === EXPONENTIAL
            ? round(serviceMicros * (0 - logOfUint32(random.uint32(service))))
            : this.drawService()
        continue
      }
      this.completed(from, caret)
      if (checkpointsAfter && checkpointMicros === 0) this.setCheckpoint(caret, busyUntil)
      this.batches.shift()
      if (this.batches.count === 0) {
        busyUntil = IDLE
        from = caret
        break
      }
      caret = batches[BATCH_START]! | 0
      end = batches[BATCH_END]! | 0
      from = caret
      const start = busyUntil > batches[BATCH_AT]! ? busyUntil : batches[BATCH_AT]!
      if (!checkpointsAfter) this.setCheckpoint(end, start)
      busyUntil = start + this.drawService()
    }
    this.completed(from, caret)
    s[CARET] = caret
    s[HASH] = hash
    s[LAST_AT] = lastAt
    t[LATENCY_SUM] = latencySum
    s[BUSY_UNTIL] = busyUntil
  }

  /** Plays the same draws and takes them back; a limited number of them. */
  override forecast(batches: number): Micros {
    return this.s[BUSY_UNTIL] === Infinity ? Infinity : this.lookAhead(() => this.endOf(batches))
  }

  protected override begin(at: Micros): void {
    if (this.settings.checkpointWhen === BEFORE) this.setCheckpoint(this.batches.endOf(0), at)
    this.s[BUSY_UNTIL] = at + this.drawService()
  }

  protected override shift(micros: Micros): void {
    this.s[BUSY_UNTIL]! += micros
  }

  private completed(from: number, to: number): void {
    if (to > from) this.tally.completed(from, to, this.settings.isIdempotent === 1)
  }

  /** The record at the caret failed; unless it is worked again, the rest of its batch is left out. */
  private noteFailure(caret: number, end: number, now: Micros): void {
    this.note('failed', caret, now)
    if (this.settings.onFailure === RETRY) return
    for (let i = caret; i < end; i++) this.note('skipped', i, now)
  }

  private endOf(count: number): Micros {
    const { batches, settings } = this
    const { failureShare, onFailure } = settings
    const mayFail = failureShare > 0 || this.poison.isActive
    const { log } = this.stream.shards[this.shard]!
    let busyUntil = this.s[BUSY_UNTIL]!
    let caret = this.s[CARET]!
    let drawsLeft = FORECAST_DRAWS
    for (let b = 0; b < count; b++) {
      const end = batches.endOf(b)
      if (b > 0) {
        const arrival = batches.atOf(b)
        caret = batches.startOf(b)
        busyUntil = (busyUntil > arrival ? busyUntil : arrival) + this.drawService()
      }
      if (!mayFail && settings.serviceSpread === CONSTANT) {
        busyUntil += (end - caret - 1) * round(settings.serviceMicros)
        continue
      }
      for (;;) {
        const failed = mayFail && this.fails(log.get(caret))
        if (failed && onFailure !== RETRY) break
        if (!failed && ++caret >= end) break
        busyUntil += failed ? this.drawRetry() : this.drawService()
        if (--drawsLeft === 0) return busyUntil
      }
    }
    return busyUntil
  }
}
