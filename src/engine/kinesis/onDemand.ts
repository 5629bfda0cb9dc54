import { max, min, round } from '../kernel/detMath.ts'
import type { RandomStreams } from '../kernel/random.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import type { Seen } from '../metrics/seen.ts'
import type { OnDemandPlan } from '../plan.ts'
import { middleOf } from './hashKey.ts'
import { capacityOf, isHot, shardsFor } from './onDemandRules.ts'
import { Peaks } from './peaks.ts'
import { splitRanges } from './reshardRules.ts'
import { MEASURED_BYTES, MEASURED_RECORDS, SPLIT_AT } from './shardColumn.ts'
import type { Shards } from './shards.ts'
import { WRITE_BYTES, WRITE_RECORDS } from './streamLimits.ts'

/** What the controller needs of its stream. */
type Parts = {
  state: State
  random: RandomStreams
  randomStream: number
  shards: Shards
  limits: Float64Array
  createdAt: Micros
}

/**
 * On-demand capacity (KIN5): measures each shard, splits the hot ones after a seeded time, and knows what the stream should take at
 * once. The rate is that of the last measuring time; shards do the throttling, so one key never gets more than one shard takes.
 */
export class OnDemand implements Seen {
  private readonly plan: OnDemandPlan
  private readonly parts: Parts
  private readonly peaks: Peaks
  private readonly c: Float64Array

  constructor(plan: OnDemandPlan, parts: Parts) {
    this.plan = plan
    this.parts = parts
    this.peaks = parts.state.part(new Peaks())
    this.c = parts.state.column(FIELDS)
    this.c[MEASURES_AT] = Infinity
    this.c[WARM] = plan.warmBytesPerSecond
    if (plan.historyBytesPerSecond > 0) this.peaks.add(parts.createdAt, plan.historyBytesPerSecond)
    if (plan.atStart) this.begin(parts.createdAt)
  }

  readonly seenNames = ['isOnDemand', 'takesBytes', 'highestBytes', 'measuresAtMicros']
  readonly seenRowNames = ['splitsAtMicros']
  get seenRows(): number {
    return this.parts.shards.most
  }

  /** KIN5.04 and KIN5.06 as they stand: what is taken at once, and when each shard is cut; 0: it is not. */
  writeSeen(now: Micros, out: Float64Array, at: number): number {
    const { list, most } = this.parts.shards
    out[at] = this.isOn ? 1 : 0
    out[at + 1] = this.capacityAt(now)
    out[at + 2] = this.peaks.highestAfter(now - this.plan.historyMicros)
    let next = at + this.seenNames.length
    out[next - 1] = this.isOn ? this.c[MEASURES_AT]! : 0
    for (let row = 0; row < most; row++) {
      const splitsAt = list[row]?.c[SPLIT_AT] ?? Infinity
      out[next++] = splitsAt < Infinity ? splitsAt : 0
    }
    return next
  }

  get isOn(): boolean {
    return this.c[MEASURES_AT]! < Infinity
  }

  /** What was asked for, in bytes a second; 0 when nothing was. */
  get warmBytesPerSecond(): number {
    return this.c[WARM]!
  }

  /** KIN5.10: the shards stay as they are. */
  begin(now: Micros): void {
    this.c[MEASURES_AT] = now + this.plan.measureMicros
    this.remember()
  }

  end(): void {
    this.c[MEASURES_AT] = Infinity
    this.c[WARM] = 0
    this.c[RELEASES] = 0
    for (const { c } of this.parts.shards.list) c[SPLIT_AT] = Infinity
  }

  /** KIN5.04: what the stream takes at once, in bytes a second. */
  capacityAt(now: Micros): number {
    const highest = this.peaks.highestAfter(now - this.plan.historyMicros)
    return capacityOf(highest, this.warmBytesPerSecond, this.plan)
  }

  /** KIN5.09: asks for so many bytes a second; returns how many shards the stream should have now. */
  warm(bytesPerSecond: number, now: Micros): number {
    const isLess = bytesPerSecond < this.capacityAt(now)
    this.c[WARM] = bytesPerSecond
    this.c[RELEASES] = isLess ? 1 : 0
    return this.wantedShards(now)
  }

  /** KIN5.09: capacity that was given back still covers what the last hour needed. */
  private wantedShards(now: Micros): number {
    const { plan, parts } = this
    const history = this.c[RELEASES] === 1 ? plan.lookBackMicros : plan.historyMicros
    const highest = this.peaks.highestAfter(now - history)
    return shardsFor(capacityOf(highest, this.warmBytesPerSecond, plan), parts.limits[WRITE_BYTES]!)
  }

  /** When something is to be done next; Infinity while the stream is provisioned. */
  get nextAt(): Micros {
    let next = this.c[MEASURES_AT]!
    if (next < Infinity) for (const { c } of this.parts.shards.list) next = min(next, c[SPLIT_AT]!)
    return next
  }

  /** Does what is due. Returns to how many shards the stream should now shrink; 0: it should not. */
  advance(now: Micros): number {
    let shrinkTo = 0
    if (this.c[MEASURES_AT]! <= now) {
      this.measure(now)
      shrinkTo = this.release(now)
      this.c[MEASURES_AT]! += this.plan.measureMicros
    }
    this.splitDue(now)
    return shrinkTo
  }

  private measure(now: Micros): void {
    const { plan, parts } = this
    const { limits, random, randomStream } = parts
    const perSecond = MICROS_PER_SECOND / plan.measureMicros
    const rules = {
      splitBytesPerSecond: plan.splitBytesPerSecond,
      shardBytesPerSecond: limits[WRITE_BYTES]!,
      shardRecordsPerSecond: limits[WRITE_RECORDS]!,
    }
    let total = 0
    for (const { c, isOpen, storedBytes, tip } of parts.shards.list) {
      const bytes = (storedBytes - c[MEASURED_BYTES]!) * perSecond
      const records = (tip - c[MEASURED_RECORDS]!) * perSecond
      total += bytes
      if (isOpen && c[SPLIT_AT] === Infinity && isHot(bytes, records, rules))
        c[SPLIT_AT] = now + max(1, round(random.unit(randomStream) * plan.splitWithinMicros))
    }
    this.remember()
    this.peaks.forget(now - plan.historyMicros)
    this.peaks.add(now, total)
  }

  private remember(): void {
    for (const { c, storedBytes, tip } of this.parts.shards.list) {
      c[MEASURED_BYTES] = storedBytes
      c[MEASURED_RECORDS] = tip
    }
  }

  private splitDue(now: Micros): void {
    const { shards, limits } = this.parts
    let open = shards.openOnes.length
    const most = min(shardsFor(this.plan.mostBytesPerSecond, limits[WRITE_BYTES]!), this.plan.shardsMost)
    for (let h = 0; h < shards.list.length; h++) {
      const shard = shards.list[h]!
      if (shard.c[SPLIT_AT]! > now) continue
      shard.c[SPLIT_AT] = Infinity
      const halves = splitRanges(shard.range, middleOf(shard.range) + 1n)
      if (halves === null || open >= most || !shards.hasRoom(2)) continue
      shards.split(shard, halves, now)
      open++
    }
  }

  /** KIN5.09: the rest of what was given back goes as soon as the last hour no longer needs it. */
  private release(now: Micros): number {
    if (this.c[RELEASES] === 0) return 0
    const { shards, limits } = this.parts
    const wanted = this.wantedShards(now)
    if (wanted <= shardsFor(capacityOf(0, this.warmBytesPerSecond, this.plan), limits[WRITE_BYTES]!)) {
      // From here on history counts again, but for what was before.
      this.c[RELEASES] = 0
      this.peaks.forget(now - this.plan.lookBackMicros)
    }
    return wanted < shards.openOnes.length ? wanted : 0
  }
}

/** Infinity: the stream is provisioned. */
const MEASURES_AT = 0
const WARM = MEASURES_AT + 1
/** 1 while capacity that was given back is still needed. */
const RELEASES = WARM + 1
const FIELDS = RELEASES + 1
