import type { SandboxWorld } from '../sandboxWorld.ts'
import { Commitment } from './commitment.ts'
import { Consumers } from './consumers.ts'
import type {
  ConsumerDescription,
  ConsumerRef,
  ListStreamConsumersInput,
  RegisterStreamConsumerInput,
  SubscribeToShardInput,
} from './consumersApi.ts'
import { KinesisAccount } from './kinesisAccount.ts'
import type {
  AccountSettingsInput,
  AccountSettingsOutput,
  CreateStreamInput,
  DeleteStreamInput,
  GetRecordsInput,
  GetRecordsOutput,
  GetShardIteratorInput,
  ListShardsInput,
  ListShardsOutput,
  MergeShardsInput,
  PutRecordInput,
  PutRecordOutput,
  PutRecordsInput,
  PutRecordsOutput,
  RetentionInput,
  SplitShardInput,
  StreamDescriptionSummary,
  StreamRef,
  UpdateDistributionInput,
  UpdateDistributionOutput,
  UpdateMaxRecordSizeInput,
  UpdateShardCountInput,
  UpdateShardCountOutput,
  UpdateStreamModeInput,
  UpdateWarmThroughputInput,
  UpdateWarmThroughputOutput,
} from './kinesisApi.ts'
import type { KinesisLimits } from './kinesisLimits.ts'
import { listShards } from './listing.ts'
import { Putting } from './putting.ts'
import { QueueActions } from './queues/queueActions.ts'
import { Queues } from './queues/queues.ts'
import { Reading } from './reading.ts'
import { RecordStore } from './recordStore.ts'
import { mergeShards, splitShard, updateShardCount } from './resharding.ts'
import { Settings } from './settings.ts'
import { Streams } from './streams.ts'
import type { Subscription } from './subscription.ts'

type Nothing = Record<string, never>

/** Kinesis Data Streams, one method for each action of its API. Every refusal is an ApiError and changes nothing; no call takes time. */
export class Kinesis extends QueueActions {
  private readonly account: KinesisAccount
  private readonly commitment: Commitment
  protected readonly consumers: Consumers
  protected readonly queues: Queues
  private readonly streams: Streams
  private readonly settings: Settings
  private readonly putting: Putting
  private readonly reading: Reading

  constructor(sandbox: SandboxWorld, region: string, profile: string, limits: KinesisLimits) {
    super()
    this.account = new KinesisAccount(sandbox, region, profile, limits)
    const store = new RecordStore(sandbox)
    this.commitment = new Commitment(this.account)
    this.queues = new Queues(this.account, store)
    this.consumers = new Consumers(this.account, this.commitment, (stream) => this.queues.countOf(stream))
    this.streams = new Streams(this.account, this.commitment, this.consumers, this.queues)
    this.settings = new Settings(this.account, this.streams)
    this.putting = new Putting(this.account, store)
    this.reading = new Reading(this.account, store)
  }

  /** Provisioned with `ShardCount`, or on-demand by `StreamModeDetails`. CREATING first (X-K4). */
  CreateStream(input: CreateStreamInput): Nothing {
    this.streams.create(input)
    return {}
  }

  DeleteStream(input: DeleteStreamInput): Nothing {
    this.streams.delete(input)
    return {}
  }

  DescribeStreamSummary(input: StreamRef): { StreamDescriptionSummary: StreamDescriptionSummary } {
    return this.streams.summary(input)
  }

  /** Without expired shards; in pages. */
  ListShards(input: ListShardsInput): ListShardsOutput {
    return listShards(this.account, input)
  }

  PutRecord(input: PutRecordInput): PutRecordOutput {
    return this.putting.one(input)
  }

  /** KIN1.07: records that were refused are told in the result. */
  PutRecords(input: PutRecordsInput): PutRecordsOutput {
    return this.putting.many(input)
  }

  GetShardIterator(input: GetShardIteratorInput): { ShardIterator: string } {
    return this.reading.iterator(input)
  }

  GetRecords(input: GetRecordsInput): GetRecordsOutput {
    return this.reading.records(input)
  }

  /** UPDATING for a time that is our assumption (KIN4.08); at its end the parent closes and its children open. */
  SplitShard(input: SplitShardInput): Nothing {
    splitShard(this.account, input)
    return {}
  }

  /** As SplitShard; the order of the two does not matter. */
  MergeShards(input: MergeShardsInput): Nothing {
    mergeShards(this.account, input)
    return {}
  }

  /** In rounds of splits, then of merges; each takes as long as one split. */
  UpdateShardCount(input: UpdateShardCountInput): UpdateShardCountOutput {
    return updateShardCount(this.account, input)
  }

  IncreaseStreamRetentionPeriod(input: RetentionInput): Nothing {
    this.settings.increaseRetention(input)
    return {}
  }

  DecreaseStreamRetentionPeriod(input: RetentionInput): Nothing {
    this.settings.decreaseRetention(input)
    return {}
  }

  UpdateMaxRecordSize(input: UpdateMaxRecordSizeInput): Nothing {
    this.settings.recordSize(input)
    return {}
  }

  UpdateStreamMode(input: UpdateStreamModeInput): Nothing {
    this.settings.mode(input)
    return {}
  }

  UpdateStreamWarmThroughput(input: UpdateWarmThroughputInput): UpdateWarmThroughputOutput {
    return this.settings.warmThroughput(input)
  }

  UpdateStreamRecordDistributionStrategy(input: UpdateDistributionInput): UpdateDistributionOutput {
    return this.settings.distribution(input)
  }

  /** KIN5.08: On-demand Advantage. */
  UpdateAccountSettings(input: AccountSettingsInput): AccountSettingsOutput {
    return this.commitment.update(input)
  }

  DescribeAccountSettings(): AccountSettingsOutput {
    return this.commitment.describe()
  }

  RegisterStreamConsumer(input: RegisterStreamConsumerInput): { Consumer: ConsumerDescription } {
    return this.consumers.register(input)
  }

  DeregisterStreamConsumer(input: ConsumerRef): Nothing {
    this.consumers.deregister(input)
    return {}
  }

  DescribeStreamConsumer(input: ConsumerRef): { ConsumerDescription: ConsumerDescription & { StreamARN: string } } {
    return this.consumers.describeOne(input)
  }

  ListStreamConsumers(input: ListStreamConsumersInput): { Consumers: ConsumerDescription[] } {
    return this.consumers.list(input)
  }

  /** A subscription whose `read()` gives the events that have come by now. */
  SubscribeToShard(input: SubscribeToShardInput): Subscription {
    return this.consumers.subscribe(input, this.reading)
  }
}
