import { MICROS_PER_SECOND, type Micros } from '../../../kernel/time.ts'
import type { Shard } from '../../../kinesis/shard.ts'
import { arnOf } from '../../arn.ts'
import type { KinesisAccount } from '../kinesisAccount.ts'
import type { QueueLimits } from '../kinesisLimits.ts'
import type { RecordStore } from '../recordStore.ts'
import { inUse, invalidArgument, notFound, oneOf, resourceName, wholeNumber } from '../refuse.ts'
import type { SandboxStream } from '../sandboxStream.ts'
import { microsOf, secondsOf } from '../timestamp.ts'
import { type Delivery, KinesisQueue, type QueueSettings } from './kinesisQueue.ts'
import type {
  CreateQueueInput,
  HandleEntry,
  QueueAttributes,
  QueueDescription,
  QueueEntries,
  QueueRecord,
  QueueRef,
  QueueResults,
  QueueStartingPosition,
  ReceiveQueueRecordsInput,
  UpdateQueueInput,
  VisibilityEntry,
} from './queuesApi.ts'

const POSITIONS = ['LATEST', 'TRIM_HORIZON', 'AT_TIMESTAMP'] as const

/** All Kinesis queues of the account (KIN6.02 to KIN6.04). */
export class Queues {
  private readonly account: KinesisAccount
  private readonly store: RecordStore
  private readonly all: { queue: KinesisQueue; position: QueueStartingPosition }[] = []
  private made = 0

  constructor(account: KinesisAccount, store: RecordStore) {
    this.account = account
    this.store = store
  }

  /** `refuseOneMore`: queues share the consumers' limit (KIN6.03). */
  create(
    input: CreateQueueInput,
    refuseOneMore: (stream: SandboxStream) => void,
  ): { QueueDescription: QueueDescription } {
    const { account } = this
    const { now } = account
    const limits = this.limits()
    const name = resourceName(input.QueueName, 'QueueName', 'KIN6.02')
    const source = input.StreamConfigurationList?.[0] ?? input
    if ((input.StreamConfigurationList?.length ?? 1) !== 1)
      throw invalidArgument('KIN6.03', 'A queue delivers from one stream.')
    const stream = account.ready(source, 'KIN6.02')
    const position = source.StartingPosition ?? { Type: 'LATEST' }
    const startOf = this.startOf(stream, position)
    const settings = this.settingsOf(input.QueueAttributes, {
      visibilityMicros: limits.visibilitySeconds * MICROS_PER_SECOND,
      maxReceiveCount: limits.maxReceiveCount,
    })
    if (!stream.isOnDemand) throw invalidArgument('KIN6.02', `Queues are for on-demand streams, unlike ${stream.name}.`)
    if (this.of(stream).some(({ queue }) => queue.name === name))
      throw inUse('KIN6.02', `Queue ${name} of ${stream.name} exists already.`)
    refuseOneMore(stream)
    const arn = arnOf('kinesis', account.region, `queue/${name}-${this.made++}`)
    const queue = new KinesisQueue({ name, arn }, stream, startOf, settings, limits.inFlight, now)
    this.all.push({ queue, position })
    return { QueueDescription: this.describe(queue, position) }
  }

  update(input: UpdateQueueInput): { QueueDescription: QueueDescription } {
    const { queue, position } = this.find(input)
    queue.settings = this.settingsOf(input.QueueAttributes, queue.settings)
    return { QueueDescription: this.describe(queue, position) }
  }

  delete(input: QueueRef): void {
    this.all.splice(this.all.indexOf(this.find(input)), 1)
  }

  describeOne(input: QueueRef): { QueueDescription: QueueDescription } {
    const { queue, position } = this.find(input)
    return { QueueDescription: this.describe(queue, position) }
  }

  list(): { Queues: QueueDescription[] } {
    this.limits()
    return { Queues: this.all.map(({ queue, position }) => this.describe(queue, position)) }
  }

  /** KIN6.02; `isDead`: dead letters and no others (KIN6.04). */
  receive(input: ReceiveQueueRecordsInput, isDead: boolean): { Records: QueueRecord[] } {
    const { now } = this.account
    const limits = this.limits()
    const { queue } = this.find(input)
    const count = wholeNumber(input.Limit ?? limits.records, 'Limit', 1, limits.records, 'KIN6.02')
    const seconds = input.VisibilityTimeoutSeconds
    const visibility = seconds === undefined ? queue.settings.visibilityMicros : this.visibilityOf(seconds)
    if (statusOf(queue, limits, now) !== 'ACTIVE') throw inUse('KIN6.02', `Queue ${queue.name} is CREATING.`)
    const taken = queue.receive(count, isDead, visibility, now)
    return { Records: taken.map((delivery) => this.recordOf(queue, delivery)) }
  }

  acknowledge(input: QueueEntries<HandleEntry>, isDead: boolean): QueueResults {
    return this.each(input, isDead, (queue, delivery) => queue.acknowledge(delivery))
  }

  changeVisibility(input: QueueEntries<VisibilityEntry>, isDead: boolean): QueueResults {
    const { now } = this.account
    const visibilities = entriesOf(input, this.limits()).map((entry) =>
      this.visibilityOf(entry.VisibilityTimeoutSeconds),
    )
    return this.each(input, isDead, (queue, delivery, place) => queue.hide(delivery, visibilities[place]!, now))
  }

  restore(input: QueueEntries<HandleEntry>): QueueResults {
    return this.each(input, true, (queue, delivery) => queue.restore(delivery))
  }

  countOf(stream: SandboxStream): number {
    return this.of(stream).length
  }

  forget(stream: SandboxStream): void {
    for (const { queue } of this.of(stream)) this.delete({ QueueARN: queue.arn })
  }

  /** Each entry is answered on its own. A handle is valid until its record is received again or acknowledged. */
  private each<Entry extends HandleEntry>(
    input: QueueEntries<Entry>,
    isDead: boolean,
    act: (queue: KinesisQueue, delivery: Delivery, place: number) => void,
  ): QueueResults {
    const { queue } = this.find(input)
    const results: QueueResults = { Successful: [], Failed: [] }
    entriesOf(input, this.limits()).forEach(({ ReceiptHandle }, place) => {
      const [slot, handle] = String(ReceiptHandle).split('.').map(Number)
      const delivery = queue.find(slot ?? -1, handle ?? -1, this.account.now)
      if (delivery?.isDead === isDead) {
        act(queue, delivery, place)
        results.Successful.push({ ReceiptHandle })
      } else {
        const ErrorMessage = 'The receipt handle is not, or no longer, that of a record of this queue.'
        results.Failed.push({ ReceiptHandle, ErrorCode: 'InvalidArgumentException', ErrorMessage })
      }
    })
    return results
  }

  private of(stream: SandboxStream) {
    return this.all.filter(({ queue }) => queue.stream === stream)
  }

  private find({ QueueARN }: QueueRef) {
    this.limits()
    const found = this.all.find(({ queue }) => queue.arn === QueueARN)
    if (found === undefined) throw notFound('KIN6.02', `Queue ${QueueARN} not found.`)
    return found
  }

  private startOf(stream: SandboxStream, { Type, Timestamp }: QueueStartingPosition): (shard: Shard) => number {
    const type = oneOf(Type, 'StartingPosition.Type', POSITIONS, 'KIN6.02')
    if (type === 'LATEST') return (shard) => shard.tip
    const from = type === 'TRIM_HORIZON' ? 0 : microsOf(Timestamp, 'KIN6.02')
    return (shard) => shard.storedAt.firstAtOrAfter(from, stream.model.trim(shard.number, this.account.now))
  }

  private settingsOf(said: QueueAttributes | undefined, before: QueueSettings): QueueSettings {
    const { VisibilityTimeoutSeconds: seconds, DeadLetterConfiguration: dead } = said ?? {}
    const isOff =
      dead !== undefined && oneOf(dead.TargetType, 'TargetType', ['BUILT_IN', 'NONE'] as const, 'KIN6.04') === 'NONE'
    return {
      visibilityMicros: seconds === undefined ? before.visibilityMicros : this.visibilityOf(seconds),
      maxReceiveCount: isOff
        ? Infinity
        : dead === undefined
          ? before.maxReceiveCount
          : wholeNumber(dead.MaxReceiveCount, 'MaxReceiveCount', 1, Number.MAX_SAFE_INTEGER, 'KIN6.04'),
    }
  }

  private visibilityOf(seconds: number): Micros {
    const most = this.limits().visibilityMost
    return wholeNumber(seconds, 'VisibilityTimeoutSeconds', 0, most, 'KIN6.02') * MICROS_PER_SECOND
  }

  private recordOf(
    { stream }: KinesisQueue,
    { slot, shard: number, index, handle, ...delivery }: Delivery,
  ): QueueRecord {
    const shard = stream.model.shards[number]!
    const sequence = stream.sequenceAt(shard, index)
    const { SequenceNumber: RecordId, ...record } = this.store.read(shard.log.get(index), sequence)
    return {
      RecordId,
      ReceiptHandle: `${slot}.${handle}`,
      ...record,
      FirstReceiveTimestamp: secondsOf(delivery.firstReceivedAt),
      ReceiveCount: delivery.receiveCount,
    }
  }

  private describe(queue: KinesisQueue, position: QueueStartingPosition): QueueDescription {
    const { maxReceiveCount, visibilityMicros } = queue.settings
    return {
      QueueName: queue.name,
      QueueARN: queue.arn,
      QueueStatus: statusOf(queue, this.limits(), this.account.now),
      QueueCreationTimestamp: secondsOf(queue.createdAt),
      StreamConfigurationList: [{ StreamARN: queue.stream.arn, StartingPosition: position }],
      QueueAttributes: {
        VisibilityTimeoutSeconds: visibilityMicros / MICROS_PER_SECOND,
        DeadLetterConfiguration:
          maxReceiveCount < Infinity
            ? { TargetType: 'BUILT_IN', MaxReceiveCount: maxReceiveCount }
            : { TargetType: 'NONE' },
      },
    }
  }

  private limits(): QueueLimits {
    const { queues } = this.account.limits
    if (queues === null) throw this.account.absent('Kinesis queues', 'KIN6.02')
    return queues
  }
}

function entriesOf<Entry>({ Entries }: QueueEntries<Entry>, { records }: QueueLimits): readonly Entry[] {
  wholeNumber(Entries?.length, 'The number of Entries', 1, records, 'KIN6.02')
  return Entries
}

function statusOf({ createdAt }: KinesisQueue, { creatingMicros }: QueueLimits, now: Micros) {
  return now < createdAt + creatingMicros ? 'CREATING' : 'ACTIVE'
}
