import { MICROS_PER_HOUR } from '../../kernel/time.ts'
import { KIBI_BITS } from '../../kernel/units.ts'
import { capacityOf, shardsFor } from '../../kinesis/onDemandRules.ts'
import type { OnDemandPlan } from '../../plan.ts'
import type { Commitment } from './commitment.ts'
import type { Consumers } from './consumers.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type {
  CreateStreamInput,
  DeleteStreamInput,
  RecordDistribution,
  StreamDescriptionSummary,
  StreamMode,
  StreamRef,
} from './kinesisApi.ts'
import type { Queues } from './queues/queues.ts'
import { inUse, invalidArgument, limitExceeded, oneOf, resourceName, validation, wholeNumber } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { secondsOf } from './timestamp.ts'

export const KIB = 1 << KIBI_BITS
export const MIB = KIB * KIB

export const MODES: readonly StreamMode[] = ['PROVISIONED', 'ON_DEMAND']
export const DISTRIBUTIONS: readonly RecordDistribution[] = ['USER_PARTITION_KEY', 'AUTO']

/** CreateStream, DeleteStream and DescribeStreamSummary. */
export class Streams {
  private readonly account: KinesisAccount
  private readonly commitment: Commitment
  private readonly consumers: Consumers
  private readonly queues: Queues

  constructor(account: KinesisAccount, commitment: Commitment, consumers: Consumers, queues: Queues) {
    this.account = account
    this.commitment = commitment
    this.consumers = consumers
    this.queues = queues
  }

  /** CREATING for a time that is our assumption (X-K4). */
  create(input: CreateStreamInput): void {
    const { account } = this
    const name = resourceName(input.StreamName, 'StreamName', 'KIN1.13')
    const mode = oneOf(input.StreamModeDetails?.StreamMode ?? 'PROVISIONED', 'StreamMode', MODES, 'KIN5.10')
    const recordBytes = this.recordBytesOf(input.MaxRecordSizeInKiB)
    const distribution = oneOf(
      input.RecordDistributionStrategy ?? 'USER_PARTITION_KEY',
      'RecordDistributionStrategy',
      DISTRIBUTIONS,
      'KIN1.14',
    )
    const isOnDemand = mode === 'ON_DEMAND'
    const onDemand = this.onDemandPlan(input, isOnDemand)
    if (distribution === 'AUTO' && !isOnDemand) throw autoNeedsOnDemand()
    const shards = isOnDemand ? this.firstShards(onDemand!) : shardCountOf(input.ShardCount)
    if (account.find(name) !== undefined) throw inUse('KIN1.13', `Stream ${name} exists already.`)
    if (!isOnDemand) account.refuseBeyondQuota(shards)
    else this.refuseOneMoreOnDemand()
    account.create({ name, shards, recordBytes, onDemand, spreadsEvenly: distribution === 'AUTO' })
  }

  delete(input: DeleteStreamInput): void {
    const stream = this.account.active(input, 'KIN4.03')
    if (input.EnforceConsumerDeletion !== true && this.consumers.countOf(stream) > 0)
      throw inUse('KIN3.02', `Stream ${stream.name} has registered consumers.`)
    this.consumers.forget(stream)
    this.queues.forget(stream)
    stream.delete(this.account.now)
  }

  summary(ref: StreamRef): { StreamDescriptionSummary: StreamDescriptionSummary } {
    const { now } = this.account
    const stream = this.account.stream(ref, 'KIN4.03')
    const { model } = stream
    const status = stream.status(now)
    return {
      StreamDescriptionSummary: {
        StreamName: stream.name,
        StreamARN: stream.arn,
        StreamStatus: status,
        StreamModeDetails: { StreamMode: stream.isOnDemand ? 'ON_DEMAND' : 'PROVISIONED' },
        RetentionPeriodHours: model.retentionMicros / MICROS_PER_HOUR,
        StreamCreationTimestamp: secondsOf(stream.createdAt),
        EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
        EncryptionType: 'NONE',
        OpenShardCount: status === 'CREATING' ? 0 : model.openShards.length,
        ConsumerCount: this.consumers.countOf(stream),
        MaxRecordSizeInKiB: model.recordBytesMost / KIB,
        ...(stream.isOnDemand && {
          WarmThroughput: this.warmThroughput(stream),
          RecordDistributionStrategy: model.spread.isOn ? 'AUTO' : 'USER_PARTITION_KEY',
        }),
      },
    }
  }

  /** KIN5.09: what was asked for, and what the open shards take. */
  warmThroughput({ model }: SandboxStream): { TargetMiBps: number; CurrentMiBps: number } {
    const takes = model.openShards.length * this.account.limits.shardBytesPerSecond
    return { TargetMiBps: model.onDemand!.warmBytesPerSecond / MIB, CurrentMiBps: takes / MIB }
  }

  /** KIN5.09: for On-demand Advantage only (KIN5.08). In bytes a second. */
  warmBytesOf(mibps: number | undefined): number {
    if (mibps === undefined) return 0
    const { onDemand } = this.account.limits
    if (onDemand === null) throw this.account.absent('warm throughput', 'KIN5.09')
    const asked = wholeNumber(mibps, 'WarmThroughputMiBps', 0, Number.MAX_SAFE_INTEGER, 'KIN5.09') * MIB
    if (!this.commitment.isOn(this.account.now))
      throw invalidArgument('KIN5.08', 'Warm throughput needs the MinimumThroughputBillingCommitment of the account.')
    const most = onDemand.warmMost < onDemand.mostBytesPerSecond ? onDemand.warmMost : onDemand.mostBytesPerSecond
    if (asked > most) throw limitExceeded('KIN5.09', `A stream can be warmed to ${most / MIB} MiB/s, not ${mibps}.`)
    return asked
  }

  /** KIN1.04 */
  recordBytesOf(kib: number | undefined): number {
    const { turnable, recordBytesLeast, recordBytesMost } = this.account.limits
    if (kib === undefined) return turnable.recordBytesLimit
    return wholeNumber(kib, 'MaxRecordSizeInKiB', recordBytesLeast / KIB, recordBytesMost / KIB, 'KIN1.04') * KIB
  }

  /** KIN5.03: so many on-demand streams in one account. */
  refuseOneMoreOnDemand(): void {
    const most = this.account.limits.onDemand?.streams ?? 0
    if (this.account.all().filter(({ isOnDemand }) => isOnDemand).length >= most)
      throw limitExceeded('KIN5.03', `The account has ${most} on-demand streams already.`)
  }

  /** A provisioned stream can become on-demand later: it has the plan from the start, where the profile knows it. */
  private onDemandPlan(input: CreateStreamInput, isOnDemand: boolean): OnDemandPlan | null {
    const { onDemand } = this.account.limits
    if (onDemand === null) {
      if (isOnDemand) throw this.account.absent('on-demand streams', 'KIN5.02')
      return null
    }
    if (isOnDemand && input.ShardCount !== undefined)
      throw invalidArgument('KIN5.02', 'ShardCount is not said of an on-demand stream.')
    if (!isOnDemand && input.WarmThroughputMiBps !== undefined)
      throw invalidArgument('KIN5.09', 'Only an on-demand stream has warm throughput.')
    const warmBytesPerSecond = this.warmBytesOf(input.WarmThroughputMiBps)
    return { ...onDemand, atStart: isOnDemand, historyBytesPerSecond: 0, warmBytesPerSecond }
  }

  /** KIN5.02 */
  private firstShards(plan: OnDemandPlan): number {
    return shardsFor(capacityOf(0, plan.warmBytesPerSecond, plan), this.account.limits.shardBytesPerSecond)
  }
}

export const autoNeedsOnDemand = () => invalidArgument('KIN1.14', 'AUTO is for on-demand streams only.')

function shardCountOf(count: number | undefined): number {
  if (count === undefined) throw validation('KIN1.13', 'A provisioned stream needs its ShardCount.')
  return wholeNumber(count, 'ShardCount', 1, Number.MAX_SAFE_INTEGER, 'KIN1.13')
}
