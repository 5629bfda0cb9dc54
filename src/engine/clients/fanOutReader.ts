import { max, min } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'
import { PUSH_FIELDS, PushFeed } from '../kinesis/pushFeed.ts'
import { GET_RECORDS } from '../kinesis/streamLimits.ts'
import type { World } from '../world.ts'
import type { FanOutPlan } from './fanOutPlan.ts'
import { CALLS, CALLS_REFUSED, type ReaderParts, ShardReader } from './shardReader.ts'

/**
 * One application's subscription to one shard (KIN3): records are pushed, with throughput of its own, and no read limit of the
 * shard is touched. Its calls are those of SubscribeToShard. While more waits for work than may, it takes no event (X-K7).
 */
export class FanOutReader extends ShardReader {
  private readonly fanOut: FanOutPlan
  private readonly feed: PushFeed
  private readonly f: Float64Array

  constructor(world: World, parts: ReaderParts, plan: FanOutPlan) {
    super(world, parts)
    const { stream, shard } = parts
    this.fanOut = plan
    const numbers = { ...plan, idleMicros: Infinity, recordsMost: stream.limits[GET_RECORDS]! }
    this.feed = new PushFeed(stream, shard, numbers, world.state.column(PUSH_FIELDS))
    this.f = world.state.column(FAN_OUT_FIELDS)
    stream.pushedTo.add(shard, (now) => this.wake(now))
  }

  /** A subscription, if there is none; else the next event. */
  override poll(now: Micros): void {
    this.catchUp(now)
    if (this.waitsForRoom(now)) return
    this.dropExpired(now)
    if (now >= this.f[ENDS_AT]!) {
      this.subscribe(now)
      return
    }
    const { feed } = this
    feed.hold(now)
    const event = feed.event(now)
    if (event === null) {
      this.awaitEvent(now)
      return
    }
    if (event.end > event.from) this.receive(event.from, event.end, event.bytes, now, now)
    if (event.isLast) this.finish(now)
    else this.awaitEvent(now)
  }

  override pollAt(at: Micros): void {
    this.f[WAITS_FOR_RECORDS] = 0
    super.pollAt(at)
  }

  override stop(): void {
    this.f[WAITS_FOR_RECORDS] = 0
    super.stop()
  }

  /** Another place is another subscription. */
  protected override fetchFrom(index: number): void {
    super.fetchFrom(index)
    this.f[ENDS_AT] = 0
    this.f[WAITS_FOR_RECORDS] = 0
  }

  /** KIN3.04, KIN3.05 */
  private subscribe(now: Micros): void {
    const { s, f, fanOut } = this
    s[CALLS]! += 1
    if (!fanOut.isRegistered || now < f[TAKEN_UNTIL]!) {
      s[CALLS_REFUSED]! += 1
      if (fanOut.isRegistered) this.pollAt(now + fanOut.retryMicros)
      return
    }
    f[TAKEN_UNTIL] = now + fanOut.againMicros
    f[ENDS_AT] = now + fanOut.subscriptionMicros
    this.feed.start(this.fetched, now + this.settings.callLatencyMicros)
    this.awaitEvent(now)
  }

  /** Comes again at the next event, or when the subscription is to be renewed. */
  private awaitEvent(now: Micros): void {
    const at = this.feed.nextAt
    this.pollAt(max(now, min(at, this.f[ENDS_AT]!)))
    this.f[WAITS_FOR_RECORDS] = at === Infinity ? 1 : 0
  }

  /** A record was stored in the shard, or the shard was closed. */
  private wake(now: Micros): void {
    if (this.f[WAITS_FOR_RECORDS] === 1) this.awaitEvent(now)
  }
}

/** When the subscription ends; 0 = there is none. */
const ENDS_AT = 0
/** Until when another one is refused. */
const TAKEN_UNTIL = ENDS_AT + 1
/** 1 while there is nothing to be pushed. */
const WAITS_FOR_RECORDS = TAKEN_UNTIL + 1
const FAN_OUT_FIELDS = WAITS_FOR_RECORDS + 1
