import { max } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { ReadVerdict } from '../kinesis/limits.ts'
import type { Stream } from '../kinesis/stream.ts'
import { DELIVERIES } from './counters.ts'
import { Lane, type LaneShard } from './lane.ts'
import { SETTLED } from './laneColumn.ts'
import { ShardLog } from './shardLog.ts'
import { type ShardPush, shardPush } from './shardPush.ts'
import type { StreamContext } from './streamContext.ts'

/**
 * LKI.01: a mapping's reading of one shard. It polls once a second, and without a pause while records are left in the shard and a
 * lane could do with more; or it is pushed what is stored as soon as a lane wants it. What it has fetched goes to the lanes (LKI.04).
 */
export class ShardPolls implements LaneShard {
  readonly lanes: Lane[] = []
  readonly log: ShardLog
  private readonly context: StreamContext
  private readonly s: Float64Array
  private readonly timer: number
  private readonly track: number
  /** Null for a mapping that polls. */
  private readonly push: ShardPush | null

  constructor(context: StreamContext, stream: Stream, shard: number, track: number, onChange: () => void) {
    const { parallelizationFactor } = context.plan
    this.context = context
    this.log = new ShardLog(stream, shard)
    this.s = context.world.state.column(POLL_FIELDS)
    this.track = track
    this.timer = shard * (parallelizationFactor + 1)
    this.push = shardPush(context, this.log)
    if (this.push !== null)
      stream.pushedTo.add(shard, (now) => {
        this.comeSooner(now)
        onChange()
      })
    for (let lane = 0; lane < parallelizationFactor; lane++)
      this.lanes.push(new Lane(context, this, lane, this.timer + 1 + lane))
  }

  get fetched(): number {
    return this.s[FETCHED]!
  }

  /** At the end of a closed shard there is nothing to come (LKI.13: an open window ends there). */
  get readUpTo(): Micros {
    return this.isReadToEnd ? Infinity : this.s[READ_UP_TO]!
  }

  /** The shard is closed and everything in it is settled: its children may be read (KIN4.05). */
  get isDone(): boolean {
    return this.isReadToEnd && this.lanes.every((lane) => lane.isDone)
  }

  get hasBegun(): boolean {
    return this.s[HAS_BEGUN] === 1
  }

  /** Records stored since its place and not settled. */
  get backlog(): number {
    if (!this.hasBegun) return 0
    let settled = 0
    for (const { s } of this.lanes) settled += s[SETTLED]!
    return this.log.tip - this.s[STARTED_AT]! - settled - (this.push?.strangers ?? 0)
  }

  /** How many of them lie before a place, if they were settled in order. */
  unsettledBefore(place: number): number {
    return max(0, place - (this.log.tip - this.backlog))
  }

  /** Where it is to begin; the first record of the shard unless it is told. */
  startAt(place: number): void {
    this.s[STARTED_AT] = place
  }

  /** It polls for the first time. */
  begin(now: Micros): void {
    const { s, log } = this
    const place = s[STARTED_AT]!
    s[HAS_BEGUN] = 1
    s[FETCHED] = place
    s[FETCHED_BYTES] = log.stream.bytesBefore(log.shard, place)
    for (const lane of this.lanes) lane.moveTo(place, now)
    this.push?.start(place, now)
    this.poll(now)
  }

  onTimer(row: number, now: Micros): void {
    if (row === 0) this.poll(now)
    else this.lanes[row - 1]!.onTimer(now)
  }

  wantRecords(now: Micros): void {
    const { due, plan } = this.context
    if (this.isReadToEnd) return
    if (due.atOf(this.timer) !== Infinity) return
    if (this.push !== null) {
      due.schedule(this.timer, max(now, this.push.nextAt))
      return
    }
    const pause = this.s[IS_CAUGHT_UP] === 1 ? plan.limits.pollMicros : 0
    due.schedule(this.timer, max(now, this.s[POLLED_AT]! + pause))
  }

  /** A record was stored, or the shard was closed, while the next event is awaited. */
  private comeSooner(now: Micros): void {
    const { due } = this.context
    const at = max(now, this.push!.nextAt)
    if (this.hasBegun && at < due.atOf(this.timer) && due.atOf(this.timer) !== Infinity) due.schedule(this.timer, at)
  }

  private poll(now: Micros): void {
    if (this.push === null) this.getRecords(now)
    else this.takeEvent(this.push, now)
    for (const lane of this.lanes) lane.wake(now)
  }

  private takeEvent(push: ShardPush, now: Micros): void {
    const { s, log } = this
    const from = s[FETCHED]!
    s[POLLED_AT] = now
    s[FETCHED_BYTES]! += push.take(now)
    s[FETCHED] = push.end
    s[IS_CAUGHT_UP] = push.end < log.tip ? 0 : 1
    s[READ_UP_TO] = push.readUpTo(now)
    this.took(from, push.end, now)
  }

  private took(from: number, end: number, now: Micros): void {
    this.showDots(from, end, now)
    this.context.fn.c[DELIVERIES]! += end - from
  }

  /** One GetRecords call (KIN2.01 to KIN2.05 hold for it as for anybody); a refused one is repeated a second later. */
  private getRecords(now: Micros): void {
    const { s, log, context } = this
    const { stream, shard } = log
    const trim = log.trim(now)
    if (s[FETCHED]! < trim) {
      s[FETCHED] = trim
      s[FETCHED_BYTES] = stream.bytesBefore(shard, trim)
    }
    s[POLLED_AT] = now
    s[IS_CAUGHT_UP] = 1
    if (stream.admitRead(shard, now, context.plan.id) === ReadVerdict.admitted) {
      const from = s[FETCHED]!
      const bytesBefore = log.readBytes
      const end = stream.read(shard, from, s[FETCHED_BYTES]!, context.plan.limits.recordsPerCall, now)
      s[FETCHED] = end
      s[FETCHED_BYTES]! += log.readBytes - bytesBefore
      if (end < log.tip) s[IS_CAUGHT_UP] = 0
      else s[READ_UP_TO] = now
      this.took(from, end, now)
    }
  }

  private get isReadToEnd(): boolean {
    return this.hasBegun && this.log.isClosed && this.s[FETCHED]! >= this.log.tip
  }

  /** Every so many deliveries one dot. */
  private showDots(from: number, end: number, now: Micros): void {
    const { records, keys, trace } = this.context.world
    const { recordsPerDot } = this.log.stream.plan
    const before = this.s[SHOWN]!
    this.s[SHOWN] = before + end - from
    for (let i = from - (before % recordsPerDot) + recordsPerDot - 1; i < end; i += recordsPerDot)
      trace.add(now, this.track, keys.paint[records.keyOf(this.log.referenceOf(i))]!)
  }
}

/** 1 when the mapping reads the shard, which place it began at, and the next to fetch. */
const HAS_BEGUN = 0
const STARTED_AT = HAS_BEGUN + 1
const FETCHED = STARTED_AT + 1
/** Bytes of all records before `fetched`. */
const FETCHED_BYTES = FETCHED + 1
const POLLED_AT = FETCHED_BYTES + 1
/** 1 when the last call left nothing in the shard, or was refused. */
const IS_CAUGHT_UP = POLLED_AT + 1
const READ_UP_TO = IS_CAUGHT_UP + 1
const SHOWN = READ_UP_TO + 1
const POLL_FIELDS = SHOWN + 1
