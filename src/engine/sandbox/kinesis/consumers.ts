import type { Micros } from '../../kernel/time.ts'
import { PUSH_FIELDS, PushFeed } from '../../kinesis/pushFeed.ts'
import type { Commitment } from './commitment.ts'
import type {
  ConsumerDescription,
  ConsumerRef,
  ListStreamConsumersInput,
  RegisterStreamConsumerInput,
  SubscribeToShardInput,
} from './consumersApi.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type { FanOutLimits } from './kinesisLimits.ts'
import type { Reading } from './reading.ts'
import { inUse, limitExceeded, notFound, resourceName, validation } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { startIndex } from './startPlace.ts'
import { Subscription } from './subscription.ts'
import { secondsOf } from './timestamp.ts'

type Consumer = {
  stream: SandboxStream
  name: string
  arn: string
  createdAt: Micros
  /** By the numbers of the shards: the budget outlives the subscription. */
  feeds: Map<number, PushFeed>
  subscriptions: Map<number, Subscription>
}

/** Registered consumers and their subscriptions (KIN3). */
export class Consumers {
  private readonly account: KinesisAccount
  private readonly commitment: Commitment
  private readonly all: Consumer[] = []
  /** Queues count as consumers too (KIN6.03). */
  private readonly queuesOf: (stream: SandboxStream) => number

  constructor(account: KinesisAccount, commitment: Commitment, queuesOf: (stream: SandboxStream) => number) {
    this.account = account
    this.commitment = commitment
    this.queuesOf = queuesOf
  }

  /** KIN3.02, KIN3.03 */
  register(input: RegisterStreamConsumerInput): { Consumer: ConsumerDescription } {
    const { account } = this
    const { now } = account
    const limits = this.fanOut()
    const name = resourceName(input.ConsumerName, 'ConsumerName', 'KIN3.03')
    const stream = account.stream(input, 'KIN3.03')
    const status = stream.status(now)
    if (status === 'CREATING' || status === 'DELETING') throw inUse('KIN3.03', `Stream ${stream.name} is ${status}.`)
    const own = this.of(stream)
    if (own.some((consumer) => consumer.name === name))
      throw inUse('KIN3.03', `Consumer ${name} of ${stream.name} exists already.`)
    if (own.filter((consumer) => !this.isActive(consumer)).length >= limits.creating)
      throw limitExceeded('KIN3.03', `${limits.creating} consumers of ${stream.name} are being created.`)
    this.refuseOneMore(stream)
    account.countCall('RegisterStreamConsumer', limits.registrationsPerSecond, 'KIN3.03')
    const arn = `${stream.arn}/consumer/${name}:${now}`
    const consumer = { stream, name, arn, createdAt: now, feeds: new Map(), subscriptions: new Map() }
    this.all.push(consumer)
    return { Consumer: this.describe(consumer) }
  }

  /** KIN3.02: queues and consumers share one limit (KIN6.03). */
  refuseOneMore(stream: SandboxStream): void {
    const { fanOut } = this.account.limits
    if (fanOut === null) return
    const isAdvantage = stream.isOnDemand && this.commitment.isOn(this.account.now)
    const most = isAdvantage ? fanOut.consumersAdvantage : fanOut.consumers
    if (this.countOf(stream) >= most) throw limitExceeded('KIN3.02', `Stream ${stream.name} has ${most} consumers.`)
  }

  deregister(ref: ConsumerRef): void {
    const consumer = this.find(ref)
    for (const subscription of consumer.subscriptions.values()) subscription.end(this.account.now)
    this.all.splice(this.all.indexOf(consumer), 1)
  }

  describeOne(ref: ConsumerRef): { ConsumerDescription: ConsumerDescription & { StreamARN: string } } {
    const consumer = this.find(ref)
    return { ConsumerDescription: { ...this.describe(consumer), StreamARN: consumer.stream.arn } }
  }

  list(input: ListStreamConsumersInput): { Consumers: ConsumerDescription[] } {
    this.fanOut()
    const stream = this.account.stream(input, 'KIN3.02')
    return { Consumers: this.of(stream).map((consumer) => this.describe(consumer)) }
  }

  /** KIN3.04, KIN3.05 */
  subscribe(input: SubscribeToShardInput, reading: Reading): Subscription {
    const { now } = this.account
    const limits = this.fanOut()
    const consumer = this.find({ ConsumerARN: input.ConsumerARN })
    const { stream } = consumer
    if (!this.isActive(consumer)) throw inUse('KIN3.03', `Consumer ${consumer.name} is CREATING.`)
    const shard = stream.shard(input.ShardId, now, 'KIN3.05')
    const { Type: type, SequenceNumber: sequenceNumber, Timestamp: timestamp } = input.StartingPosition ?? {}
    const index = startIndex(stream, shard, { type, sequenceNumber, timestamp }, now, 'KIN3.05')
    const before = consumer.subscriptions.get(shard.number)
    if (before !== undefined && now < before.startedAt + limits.againMicros)
      throw inUse('KIN3.05', `Consumer ${consumer.name} subscribed to ${input.ShardId} less than 5 s ago.`)
    before?.end(now)
    const numbers = { ...limits, recordsMost: this.account.limits.turnable.getRecordsLimit }
    const feed =
      consumer.feeds.get(shard.number) ??
      new PushFeed(stream.model, shard.number, numbers, new Float64Array(PUSH_FIELDS))
    consumer.feeds.set(shard.number, feed)
    feed.start(index, now)
    const subscription = new Subscription(
      this.account,
      reading,
      { stream, shard, feed },
      now + limits.subscriptionMicros,
    )
    consumer.subscriptions.set(shard.number, subscription)
    return subscription
  }

  countOf(stream: SandboxStream): number {
    return this.of(stream).length + this.queuesOf(stream)
  }

  /** A stream goes, and its consumers with it. */
  forget(stream: SandboxStream): void {
    for (const consumer of this.of(stream)) this.deregister({ ConsumerARN: consumer.arn })
  }

  private of(stream: SandboxStream): Consumer[] {
    return this.all.filter((consumer) => consumer.stream === stream)
  }

  private find({ ConsumerARN, StreamARN, ConsumerName }: ConsumerRef): Consumer {
    this.fanOut()
    if (ConsumerARN === undefined && (StreamARN === undefined || ConsumerName === undefined))
      throw validation('KIN3.03', 'Either ConsumerARN, or StreamARN and ConsumerName must be given.')
    const found = this.all.find(
      ({ arn, stream, name }) =>
        (ConsumerARN === undefined || arn === ConsumerARN) &&
        (StreamARN === undefined || stream.arn === StreamARN) &&
        (ConsumerName === undefined || name === ConsumerName),
    )
    if (found === undefined) throw notFound('KIN3.03', `Consumer ${ConsumerARN ?? ConsumerName} not found.`)
    return found
  }

  private isActive({ createdAt }: Consumer): boolean {
    return this.account.now >= createdAt + this.fanOut().creatingMicros
  }

  private describe(consumer: Consumer): ConsumerDescription {
    return {
      ConsumerName: consumer.name,
      ConsumerARN: consumer.arn,
      ConsumerStatus: this.isActive(consumer) ? 'ACTIVE' : 'CREATING',
      ConsumerCreationTimestamp: secondsOf(consumer.createdAt),
    }
  }

  private fanOut(): FanOutLimits {
    const { fanOut } = this.account.limits
    if (fanOut === null) throw this.account.absent('enhanced fan-out', 'KIN3.01')
    return fanOut
  }
}
