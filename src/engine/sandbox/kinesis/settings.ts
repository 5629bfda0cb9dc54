import { MICROS_PER_HOUR } from '../../kernel/time.ts'
import { ReshardAnswer } from '../../kinesis/resharding.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type {
  RetentionInput,
  StreamRef,
  UpdateDistributionInput,
  UpdateDistributionOutput,
  UpdateMaxRecordSizeInput,
  UpdateStreamModeInput,
  UpdateWarmThroughputInput,
  UpdateWarmThroughputOutput,
} from './kinesisApi.ts'
import { inUse, invalidArgument, limitExceeded, oneOf } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { autoNeedsOnDemand, DISTRIBUTIONS, MODES, type Streams } from './streams.ts'

/** What can be changed of a stream, but for its shards. All need an ACTIVE stream. */
export class Settings {
  private readonly account: KinesisAccount
  private readonly streams: Streams

  constructor(account: KinesisAccount, streams: Streams) {
    this.account = account
    this.streams = streams
  }

  /** KIN6.01: what has expired stays so. */
  increaseRetention(input: RetentionInput): void {
    this.retention(input, (hours, present) => hours > present, 'longer')
  }

  /** KIN6.01: what is older than the new period expires at once. */
  decreaseRetention(input: RetentionInput): void {
    this.retention(input, (hours, present) => hours < present, 'shorter')
  }

  private retention(input: RetentionInput, isFit: (hours: number, present: number) => boolean, word: string): void {
    const { account } = this
    const stream = account.stream(input, 'KIN6.01')
    const [least, most] = account.limits.retentionHours
    const hours = input.RetentionPeriodHours
    const present = stream.model.retentionMicros / MICROS_PER_HOUR
    if (!Number.isInteger(hours) || hours < least || hours > most)
      throw invalidArgument('KIN6.01', `The retention period is a whole number of hours from ${least} to ${most}.`)
    if (!isFit(hours, present))
      throw invalidArgument('KIN6.01', `${hours} h is not ${word} than the present retention period of ${present} h.`)
    account.refuseUnlessActive(stream, 'KIN6.01')
    stream.model.set('retentionMicros', hours * MICROS_PER_HOUR, account.now)
  }

  /** KIN1.04, KIN1.05: the tank of a shard grows with it, empty at first. */
  recordSize(input: UpdateMaxRecordSizeInput): void {
    const bytes = this.streams.recordBytesOf(input.MaxRecordSizeInKiB)
    const stream = this.account.active(input, 'KIN1.04')
    stream.model.set('recordBytesLimit', bytes, this.account.now)
  }

  /** KIN5.10: twice a day; the shards stay. */
  mode(input: UpdateStreamModeInput): void {
    const { account } = this
    const { now } = account
    const mode = oneOf(input.StreamModeDetails?.StreamMode, 'StreamMode', MODES, 'KIN5.10')
    const stream = account.stream(input, 'KIN5.10')
    const { onDemand } = stream.model
    if (onDemand === null) throw account.absent('on-demand streams', 'KIN5.10')
    if (mode === 'PROVISIONED' && input.WarmThroughputMiBps !== undefined)
      throw invalidArgument('KIN5.09', 'Only an on-demand stream has warm throughput.')
    const warm = this.streams.warmBytesOf(input.WarmThroughputMiBps)
    if ((mode === 'ON_DEMAND') === stream.isOnDemand)
      throw invalidArgument('KIN5.10', `Stream ${stream.name} is in mode ${mode} already.`)
    if (mode === 'ON_DEMAND') this.streams.refuseOneMoreOnDemand()
    else account.refuseBeyondQuota(stream.model.openShards.length)
    account.refuseUnlessActive(stream, 'KIN5.10')
    if (!stream.modeSwitches!.hasRoom(now))
      throw limitExceeded('KIN5.10', `The mode of ${stream.name} was changed twice in 24 hours.`)
    stream.modeSwitches!.add(now)
    if (mode === 'ON_DEMAND') onDemand.begin(now)
    else {
      onDemand.end()
      stream.model.spread.isOn = false
    }
    stream.model.schedule()
    if (warm > 0) this.warmTo(stream, warm)
    stream.update(now)
  }

  /** KIN5.09: the stream is UPDATING while its shards split or merge. */
  warmThroughput(input: UpdateWarmThroughputInput): UpdateWarmThroughputOutput {
    const { account, streams } = this
    const stream = this.onDemandStream(input, 'KIN5.09', 'warm throughput')
    const warm = streams.warmBytesOf(input.WarmThroughputMiBps)
    account.refuseUnlessActive(stream, 'KIN5.09')
    this.warmTo(stream, warm)
    return { StreamName: stream.name, StreamARN: stream.arn, WarmThroughput: streams.warmThroughput(stream) }
  }

  /** KIN1.14: from now on; what is stored stays where it is. */
  distribution(input: UpdateDistributionInput): UpdateDistributionOutput {
    const { account } = this
    const strategy = oneOf(input.RecordDistributionStrategy, 'RecordDistributionStrategy', DISTRIBUTIONS, 'KIN1.14')
    const stream = account.stream(input, 'KIN1.14')
    if (strategy === 'AUTO' && !stream.isOnDemand) throw autoNeedsOnDemand()
    account.refuseUnlessActive(stream, 'KIN1.14')
    stream.model.spread.isOn = strategy === 'AUTO'
    return { StreamARN: stream.arn, RecordDistributionStrategy: strategy }
  }

  private warmTo(stream: SandboxStream, bytesPerSecond: number): void {
    if (stream.model.warm(bytesPerSecond, this.account.now) !== ReshardAnswer.started)
      throw inUse('KIN5.09', `Stream ${stream.name} is being scaled.`)
  }

  private onDemandStream(ref: StreamRef, factId: string, what: string): SandboxStream {
    const { account } = this
    if (account.limits.onDemand === null) throw account.absent(what, factId)
    const stream = account.stream(ref, factId)
    if (!stream.isOnDemand) throw invalidArgument(factId, `Stream ${stream.name} is provisioned and has no ${what}.`)
    return stream
  }
}
