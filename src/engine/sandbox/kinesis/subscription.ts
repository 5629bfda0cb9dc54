import { min } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import type { PushFeed } from '../../kinesis/pushFeed.ts'
import type { Shard } from '../../kinesis/shard.ts'
import type { SubscribeToShardEvent } from './consumersApi.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import { childShardsOf, millisBehind, type Reading } from './reading.ts'
import type { SandboxStream } from './sandboxStream.ts'

/** What SubscribeToShard returns: the events of one consumer and shard, for at most five minutes (KIN3.04). */
export class Subscription {
  readonly startedAt: Micros
  private readonly account: KinesisAccount
  private readonly reading: Reading
  private readonly stream: SandboxStream
  private readonly shard: Shard
  private readonly feed: PushFeed
  private endsAt: Micros
  private hasReadAll = false

  constructor(
    account: KinesisAccount,
    reading: Reading,
    { stream, shard, feed }: { stream: SandboxStream; shard: Shard; feed: PushFeed },
    endsAt: Micros,
  ) {
    this.account = account
    this.reading = reading
    this.stream = stream
    this.shard = shard
    this.feed = feed
    this.startedAt = account.now
    this.endsAt = endsAt
  }

  /** False once five minutes have passed, another subscription has taken over, or the shard has been read to its end. */
  get isOpen(): boolean {
    return !this.hasReadAll && this.account.now < this.endsAt
  }

  /** The events that have come since the last time, in their order. */
  read(): SubscribeToShardEvent[] {
    const events: SubscribeToShardEvent[] = []
    const until = min(this.account.now, this.endsAt)
    while (!this.hasReadAll) {
      const event = this.feed.event(until)
      if (event === null) break
      this.hasReadAll = event.isLast
      const { stream, shard } = this
      events.push({
        Records: this.reading.recordsOf(stream, shard, event.from, event.end),
        ContinuationSequenceNumber: this.continuation(event.end, event.at),
        MillisBehindLatest: millisBehind(shard, event.end, event.at),
        ...(event.isLast && { ChildShards: childShardsOf(stream, shard) }),
      })
    }
    return events
  }

  /** Another one takes over, or the consumer goes: what was due and not read is lost to this one. */
  end(now: Micros): void {
    this.endsAt = min(this.endsAt, now)
    this.hasReadAll = true
  }

  /** The last record pushed, or, when there was none, the moment up to which there was nothing. */
  private continuation(end: number, at: Micros): string {
    const isRecord = end > 0 && end <= this.shard.tip
    return isRecord ? this.stream.sequenceAt(this.shard, end - 1) : this.stream.sequenceBefore(this.shard, end, at)
  }
}
