import { ApiError, createSandbox, type Sandbox, type SandboxOptions } from '../../../src/engine/index.ts'
import type { CreateStreamInput, StoredRecord } from '../../../src/engine/sandbox/kinesis/kinesisApi.ts'
import { expectTimeline, tally } from '../../engine/timeline.ts'

type Subscription = ReturnType<Sandbox['kinesis']['SubscribeToShard']>

/** The stream of a drawing. */
export const STREAM = { StreamName: 'orders' }
const SECOND = 1_000_000
/** As long as CREATING is assumed to take (X-K4). */
const CREATING = 20 * SECOND

export const shardId = (number: number | string): string => `shardId-${String(number).padStart(12, '0')}`

/** A sandbox with one ACTIVE stream. */
export function boxWith(stream: Partial<CreateStreamInput> = { ShardCount: 1 }, options: SandboxOptions = {}): Sandbox {
  const box = createSandbox(options)
  box.kinesis.CreateStream({ ...STREAM, ...stream })
  box.advance(CREATING)
  return box
}

/** What a call does, or the name of its refusal. */
export function nameOf(call: () => unknown): string {
  try {
    call()
    return 'ok'
  } catch (error) {
    if (error instanceof ApiError) return error.name
    throw error
  }
}

/** The fact behind a refusal, or ok. */
export function factOf(call: () => unknown): string {
  try {
    call()
    return 'ok'
  } catch (error) {
    if (error instanceof ApiError) return error.factId
    throw error
  }
}

/**
 * Draws calls on one stream that has just become ACTIVE at 0 s. Steps and what is seen:
 *   put KEY [BYTES] [xN]      PutRecord of so many bytes, key included (100): the shard; N of them counted
 *   puts KEY:BYTES ...        PutRecords: the shard of each, or throttled
 *   split SHARD [KEY]         in the middle unless a key is given; merge A B, count N, status, shards
 *   iterator NAME SHARD TYPE [SEQUENCE]   `at 3` and `after 3` are the sequence number of the third record put
 *   get NAME [LIMIT]          the data of the records, `behind` when not caught up, `end -> CHILDREN` at the end of a shard
 *   consumer NAME, subscribe NAME SHARD TYPE, push NAME SHARD   the events that have come: `[a b]` each
 *   push-records NAME SHARD   their records
 *   keep HOURS                the new retention
 */
export function expectStream(drawing: string, stream?: Partial<CreateStreamInput>, options?: SandboxOptions): Sandbox {
  const box = boxWith(stream, options)
  const start = box.now()
  const { kinesis } = box
  const numbers: string[] = []
  const iterators = new Map<string, string | null>()
  const subscriptions = new Map<string, Subscription>()
  const put = (key: string, bytes: number) => {
    const Data = key.length <= bytes ? bytes - key.length : bytes
    const { ShardId, SequenceNumber } = kinesis.PutRecord({ ...STREAM, PartitionKey: key, Data })
    numbers.push(SequenceNumber)
    return `shard ${Number(ShardId.split('-')[1])}`
  }
  const words = (records: readonly StoredRecord[]) =>
    tallyInOrder(records.map(({ PartitionKey }) => PartitionKey ?? '-'))
  const ids = (list: readonly { ShardId: string }[]) =>
    list.map(({ ShardId }) => Number(ShardId.split('-')[1])).join(' ')

  const act = (verb: string, rest: string[]): string => {
    switch (verb) {
      case 'put': {
        const times = rest.find((word) => /^x\d+$/.test(word))
        const bytes = Number(rest.slice(1).find((word) => /^\d+$/.test(word)) ?? 100)
        return tally(
          Array.from({ length: Number(times?.slice(1) ?? 1) }, () => {
            const seen = nameOrValue(() => put(rest[0]!, bytes))
            return seen === 'ProvisionedThroughputExceededException' ? 'throttled' : seen
          }),
        )
      }
      case 'puts': {
        const Records = rest.map((word) => {
          const [key, bytes] = word.split(':')
          return { PartitionKey: key!, Data: Number(bytes) - key!.length }
        })
        const { Records: answers, FailedRecordCount } = kinesis.PutRecords({ ...STREAM, Records })
        const seen = answers.map((answer) => {
          if ('ErrorCode' in answer) return 'throttled'
          numbers.push(answer.SequenceNumber)
          return `shard ${Number(answer.ShardId.split('-')[1])}`
        })
        return `${seen.join(', ')}; ${FailedRecordCount} failed`
      }
      case 'split': {
        const { Shards } = kinesis.ListShards(STREAM)
        const range = Shards.find(({ ShardId }) => ShardId === shardId(rest[0]!))?.HashKeyRange
        const middle = range && (BigInt(range.StartingHashKey) + BigInt(range.EndingHashKey)) / 2n
        const NewStartingHashKey = rest[1] ?? String(middle)
        return nameOf(() => kinesis.SplitShard({ ...STREAM, ShardToSplit: shardId(rest[0]!), NewStartingHashKey }))
      }
      case 'merge': {
        const [one, other] = rest
        const pair = { ShardToMerge: shardId(one!), AdjacentShardToMerge: shardId(other!) }
        return nameOf(() => kinesis.MergeShards({ ...STREAM, ...pair }))
      }
      case 'count':
        return nameOf(() => kinesis.UpdateShardCount({ ...STREAM, TargetShardCount: Number(rest[0]) }))
      case 'status': {
        const { StreamStatus, OpenShardCount } = kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary
        return `${StreamStatus}, ${OpenShardCount} open`
      }
      case 'shards':
        return kinesis
          .ListShards(STREAM)
          .Shards.map(({ ShardId, SequenceNumberRange }) => {
            const isOpen = SequenceNumberRange.EndingSequenceNumber === undefined
            return `${Number(ShardId.split('-')[1])} ${isOpen ? 'open' : 'closed'}`
          })
          .join(', ')
      case 'iterator': {
        const [name, shard, type, sequence] = rest
        const at = { at: 'AT_SEQUENCE_NUMBER', after: 'AFTER_SEQUENCE_NUMBER', time: 'AT_TIMESTAMP' }[type!] ?? type!
        return nameOf(() =>
          iterators.set(
            name!,
            kinesis.GetShardIterator({
              ...STREAM,
              ShardId: shardId(shard!),
              ShardIteratorType: at as 'LATEST',
              ...(at.endsWith('_NUMBER') && { StartingSequenceNumber: numbers[Number(sequence) - 1]! }),
              ...(at === 'AT_TIMESTAMP' && { Timestamp: start / SECOND + Number(sequence) }),
            }).ShardIterator,
          ),
        )
      }
      case 'get': {
        const [name, limit] = rest
        const ShardIterator = iterators.get(name!) ?? ''
        const answer = kinesis.GetRecords({ ShardIterator, ...(limit && { Limit: Number(limit) }) })
        iterators.set(name!, answer.NextShardIterator)
        const behind = answer.MillisBehindLatest > 0 ? `, ${answer.MillisBehindLatest} ms behind` : ''
        const end = answer.NextShardIterator === null ? `, end -> ${ids(answer.ChildShards ?? [])}` : ''
        return `${words(answer.Records) || 'nothing'}${behind}${end}`
      }
      case 'consumer':
        return nameOf(() => kinesis.RegisterStreamConsumer({ StreamARN: arnOf(box), ConsumerName: rest[0]! }))
      case 'subscribe': {
        const [name, shard, type] = rest
        return nameOf(() =>
          subscriptions.set(
            `${name} ${shard}`,
            kinesis.SubscribeToShard({
              ConsumerARN: kinesis.DescribeStreamConsumer({ StreamARN: arnOf(box), ConsumerName: name! })
                .ConsumerDescription.ConsumerARN,
              ShardId: shardId(shard!),
              StartingPosition: { Type: type as 'LATEST' },
            }),
          ),
        )
      }
      case 'push': {
        const events = subscriptions.get(rest.join(' '))!.read()
        const seen = events.map(({ Records, MillisBehindLatest, ChildShards }) => {
          const behind = MillisBehindLatest > 0 ? `, ${MillisBehindLatest} ms behind` : ''
          return `[${words(Records)}${behind}${ChildShards ? ` end -> ${ids(ChildShards)}` : ''}]`
        })
        return seen.join(' ') || 'nothing'
      }
      case 'push-records':
        return words(
          subscriptions
            .get(rest.join(' '))!
            .read()
            .flatMap(({ Records }) => Records),
        )
      case 'keep': {
        const hours = Number(rest[0])
        const { RetentionPeriodHours } = kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary
        const change = { ...STREAM, RetentionPeriodHours: hours }
        return nameOf(() =>
          hours > RetentionPeriodHours
            ? kinesis.IncreaseStreamRetentionPeriod(change)
            : kinesis.DecreaseStreamRetentionPeriod(change),
        )
      }
      default:
        throw new Error(`No such step: ${verb}`)
    }
  }
  expectTimeline(drawing, (micros, [verb, ...rest]) => {
    box.advance(start + micros - box.now())
    return nameOrValue(() => act(verb!, rest))
  })
  return box
}

export const arnOf = (box: Sandbox): string =>
  box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary.StreamARN

function nameOrValue(call: () => string): string {
  try {
    return call()
  } catch (error) {
    if (error instanceof ApiError) return error.name
    throw error
  }
}

/** `a b 3 c`: equal neighbours counted. */
function tallyInOrder(keys: readonly string[]): string {
  const runs: { key: string; count: number }[] = []
  for (const key of keys) {
    if (runs.at(-1)?.key === key) runs.at(-1)!.count += 1
    else runs.push({ key, count: 1 })
  }
  return runs.map(({ key, count }) => (count === 1 ? key : `${count} ${key}`)).join(' ')
}
