import { max } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { PUSH_FIELDS, PushFeed } from '../kinesis/pushFeed.ts'
import type { ShardLog } from './shardLog.ts'
import type { StreamContext } from './streamContext.ts'

/**
 * LKI.01: a shard's records as a mapping with a registered consumer gets them (KIN3). The subscription is renewed by itself; what is
 * pushed comes when a lane wants records, as with an application (X-K7).
 */
export class ShardPush {
  private readonly context: StreamContext
  private readonly log: ShardLog
  private readonly feed: PushFeed
  private readonly latencyMicros: Micros
  private readonly s: Float64Array

  constructor(context: StreamContext, log: ShardLog, numbers: { bytesPerSecond: number; latencyMicros: Micros }) {
    const { pollMicros: idleMicros, recordsPerCall: recordsMost } = context.plan.limits
    const { state } = context.world
    this.context = context
    this.log = log
    this.latencyMicros = numbers.latencyMicros
    // Events without records let windows end in a shard to which nothing comes.
    this.feed = new PushFeed(log.stream, log.shard, { ...numbers, idleMicros, recordsMost }, state.column(PUSH_FIELDS))
    this.s = state.column(FIELDS)
  }

  start(place: number, now: Micros): void {
    this.s[END] = place
    this.feed.start(place, now)
  }

  get nextAt(): Micros {
    return this.feed.nextAt
  }

  /** Place after the last record that was pushed. */
  get end(): number {
    return this.s[END]!
  }

  /** LKI.14: records pushed so far that are dropped. */
  get strangers(): number {
    return this.s[STRANGERS]!
  }

  /** Everything stored before this moment has been pushed, if anything is left for a later event or not. */
  readUpTo(now: Micros): Micros {
    const { log } = this
    if (this.end < log.tip) return log.storedAt(this.end)
    return max(0, now - this.latencyMicros)
  }

  /** The event that is due, if one is; returns its bytes. */
  take(now: Micros): number {
    const { s, log, context, feed } = this
    feed.hold(now)
    const event = feed.event(now)
    if (event === null) return 0
    const { keys, records } = context.world
    for (let place = event.from; place < event.end; place++)
      if (log.isStranger(place, keys, records)) s[STRANGERS]! += 1
    s[END] = event.end
    if (event.bytes > 0) context.world.watch?.called?.('receive', context.plan.id, event.bytes, now)
    return event.bytes
  }
}

/** Null for a mapping that polls. */
export function shardPush(context: StreamContext, log: ShardLog): ShardPush | null {
  const { fanOut } = context.plan
  return fanOut === undefined ? null : new ShardPush(context, log, fanOut)
}

const END = 0
const STRANGERS = END + 1
const FIELDS = STRANGERS + 1
