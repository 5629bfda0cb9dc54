import { ceil, max, round } from '../kernel/detMath.ts'
import { mix } from '../kernel/digest.ts'
import type { Micros } from '../kernel/time.ts'
import { ReadVerdict } from '../kinesis/limits.ts'
import type { Stream } from '../kinesis/stream.ts'
import type { LifeStep } from '../life/watch.ts'
import { COUNTED, DUPLICATES, HASH, LOST } from './aggregatorColumn.ts'
import { type Counting, type CountingContext, Counts } from './counting.ts'

/** Counts the records of a stream, shard by shard in their order; after a crash from the places that were kept last. */
export class StreamCounting implements Counting {
  private readonly context: CountingContext
  private readonly stream: Stream
  /** Of each shard: see the fields below. */
  private readonly s: Float64Array
  /** What expires unread it comes past all the same. */
  readonly missed = 0

  constructor(context: CountingContext, stream: Stream) {
    this.context = context
    this.stream = stream
    this.s = context.world.state.column(stream.plan.shardsAtMost * SHARD_FIELDS)
  }

  start(now: Micros): void {
    for (let h = 0; h < this.stream.plan.shardsAtMost; h++) {
      this.put(h, NEXT, this.of(h, KEPT))
      this.put(h, END, this.of(h, KEPT))
      if (h < this.stream.shards.length) this.poll(h, now)
    }
  }

  onTimer(shard: number, now: Micros): void {
    this.countTo(shard, this.of(shard, END), now)
    this.poll(shard, now)
  }

  checkpoint(): void {
    for (let h = 0; h < this.stream.shards.length; h++) this.put(h, KEPT, this.of(h, NEXT))
  }

  /** Records that would be counted again from the places that were kept. */
  get toRepeat(): number {
    let sum = 0
    for (const { number } of this.stream.shards) sum += this.of(number, NEXT) - this.of(number, KEPT)
    return sum
  }

  die(now: Micros): void {
    const { due, settings, firstTimer } = this.context
    for (let h = 0; h < this.stream.shards.length; h++) {
      const at = due.atOf(firstTimer + h)
      due.cancel(firstTimer + h)
      const atWork = this.of(h, END) - this.of(h, NEXT)
      if (atWork === 0 || at === Infinity) continue
      const left = settings.serviceMicros > 0 ? ceil((at - now) / settings.serviceMicros) : 0
      this.countTo(h, max(this.of(h, NEXT), this.of(h, END) - left), now)
    }
  }

  serve(): boolean {
    return false
  }

  get backlog(): number {
    let sum = 0
    for (const { number, tip } of this.stream.shards) sum += tip - this.of(number, NEXT)
    return sum
  }

  placeIn(shard: number): number {
    return this.of(shard, NEXT)
  }

  private poll(h: number, now: Micros): void {
    const { stream, context } = this
    const { plan, settings, due, firstTimer } = context
    this.skipExpired(h, now)
    // A shard that was made since then is read as soon as anybody polls.
    for (let other = 0; other < stream.shards.length; other++)
      if (other !== h && due.atOf(firstTimer + other) === Infinity && this.of(other, END) === this.of(other, NEXT))
        due.schedule(firstTimer + other, now)
    const from = this.of(h, NEXT)
    let end = from
    if (stream.admitRead(h, now, plan.id) === ReadVerdict.admitted)
      end = stream.read(h, from, stream.bytesBefore(h, from), plan.recordsPerCall, now)
    this.put(h, END, end)
    this.note('received', h, from, end, now)
    this.showDots(h, from, end, now)
    const work = round(settings.serviceMicros * (end - from))
    due.schedule(firstTimer + h, now + (end > from ? max(1, work) : settings.pollMicros))
  }

  /** KIN6.01: what expired before it was read is missing in the answer. */
  private skipExpired(h: number, now: Micros): void {
    const trim = this.stream.trim(h, now)
    for (let i = this.of(h, NEXT); i < trim; i++) {
      if (i < this.of(h, HIGHEST)) continue
      this.context.totals.expect(this.keyAt(h, i))
      this.context.c[LOST]! += 1
    }
    if (this.of(h, NEXT) >= trim) return
    this.put(h, NEXT, trim)
    this.put(h, HIGHEST, max(trim, this.of(h, HIGHEST)))
  }

  private countTo(h: number, end: number, now: Micros): void {
    const { totals, settings, c } = this.context
    const highest = this.of(h, HIGHEST)
    const knows = settings.counts === Counts.outside && settings.knowsRecords === 1
    for (let i = this.of(h, NEXT); i < end; i++) {
      const key = this.keyAt(h, i)
      c[COUNTED]! += 1
      if (i >= highest) totals.expect(key)
      else c[DUPLICATES]! += 1
      this.note('worked', h, i, i + 1, now)
      if (i < highest && knows) continue
      totals.count(key)
      this.note('effect', h, i, i + 1, now)
    }
    c[HASH] = mix(mix(c[HASH]!, now | 0), end)
    this.put(h, NEXT, end)
    this.put(h, HIGHEST, max(highest, end))
  }

  /** Tells whoever looks on of the records [from, end). */
  private note(step: LifeStep, h: number, from: number, end: number, now: Micros): void {
    const { watch } = this.context.world
    if (watch === null) return
    const { log } = this.stream.shards[h]!
    for (let i = from; i < end; i++) watch.note(step, log.get(i), this.context.plan.id, h, 0, now)
  }

  private keyAt(h: number, index: number): number {
    return this.context.world.records.keyOf(this.stream.shards[h]!.log.get(index))
  }

  private showDots(h: number, from: number, end: number, now: Micros): void {
    const { world, firstTrack } = this.context
    const step = this.stream.plan.recordsPerDot
    const before = this.of(h, SHOWN)
    this.put(h, SHOWN, before + end - from)
    for (let i = from - (before % step) + step - 1; i < end; i += step)
      world.trace.add(now, firstTrack + h, world.keys.paint[this.keyAt(h, i)]!)
  }

  private of(shard: number, field: number): number {
    return this.s[shard * SHARD_FIELDS + field]!
  }

  private put(shard: number, field: number, value: number): void {
    this.s[shard * SHARD_FIELDS + field] = value
  }
}

/** The next record to be counted, the end of those at work, the place that was kept, and one past the furthest ever counted. */
const NEXT = 0
const END = NEXT + 1
const KEPT = END + 1
const HIGHEST = KEPT + 1
const SHOWN = HIGHEST + 1
const SHARD_FIELDS = SHOWN + 1
