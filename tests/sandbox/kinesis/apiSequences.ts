import fc from 'fast-check'
import { ApiError, type Sandbox } from '../../../src/engine/index.ts'
import { arnOf, STREAM, shardId } from './streamDrawing.ts'

/** A call drawn at random. A shard is a number modulo the shards that are listed and one that is not; a split or merge may wait for its end. */
export type Call =
  | { verb: 'put'; key: number; bytes: number }
  | { verb: 'puts'; keys: number[]; bytes: number }
  | { verb: 'advance'; micros: number }
  | { verb: 'split'; shard: number; share: number; waits: boolean }
  | { verb: 'merge'; shard: number; step: number; waits: boolean }
  | { verb: 'count'; target: number }
  | { verb: 'keep'; hours: number }
  | { verb: 'size'; kib: number }
  | { verb: 'iterator'; reader: number; shard: number; type: 'TRIM_HORIZON' | 'LATEST' }
  | { verb: 'get'; reader: number; limit: number }
  | { verb: 'register'; name: number }
  | { verb: 'subscribe'; name: number; shard: number }
  | { verb: 'push'; name: number; shard: number }
  | { verb: 'mode'; isOnDemand: boolean }
  | { verb: 'look' }

const small = (max: number) => fc.nat({ max })
const bytes = fc.oneof(small(300), fc.integer({ min: 1, max: 1_100_000 }))

const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ verb: fc.constant('put'), key: small(20), bytes }) },
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant('puts'),
      keys: fc.array(small(20), { minLength: 1, maxLength: 40 }),
      bytes,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      verb: fc.constant('advance'),
      micros: fc.oneof(small(1_000), small(2_000_000), small(90_000_000), fc.constant(30_000_000)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('split'),
      shard: small(9),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      waits: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      verb: fc.constant('merge'),
      shard: small(9),
      step: fc.constantFrom(-1, 1, 2),
      waits: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('count'), target: small(9) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('keep'), hours: fc.constantFrom(23, 24, 25, 48, 9_000) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('size'), kib: fc.constantFrom(1_000, 1_024, 2_048) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('iterator'),
      reader: small(3),
      shard: small(9),
      type: fc.constantFrom('TRIM_HORIZON', 'LATEST'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      verb: fc.constant('get'),
      reader: small(3),
      limit: fc.constantFrom(0, 1, 5, 10_000, 10_001),
    }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('register'), name: small(7) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('subscribe'), name: small(7), shard: small(9) }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('push'), name: small(7), shard: small(9) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('mode'), isOnDemand: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('look') }) },
) as fc.Arbitrary<Call>

/** Several at one moment, so that limits are met. */
const burst = fc
  .tuple(call, fc.integer({ min: 2, max: 8 }))
  .map(([one, times]) => Array.from({ length: times }, () => one))

/** A reader that asks too often, for a while. */
const polls = fc
  .tuple(small(3), small(9), fc.array(fc.constantFrom(0, 1_000, 199_999, 200_000), { maxLength: 14 }))
  .map(([reader, shard, pauses]): Call[] => [
    { verb: 'iterator', reader, shard, type: 'TRIM_HORIZON' },
    ...pauses.flatMap((micros): Call[] => [
      { verb: 'get', reader, limit: 5 },
      { verb: 'advance', micros },
    ]),
  ])

export const calls = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: call.map((one) => [one]) },
      { weight: 1, arbitrary: burst },
      { weight: 1, arbitrary: polls },
    ),
    {
      minLength: 1,
      maxLength: 50,
    },
  )
  .map((groups) => groups.flat())

const NO_RANGE = { StartingHashKey: '0', EndingHashKey: '9' }

type Answer = { refused: string } | { value: unknown }

/** Makes calls on one stream of a sandbox. */
export class Caller {
  readonly box: Sandbox
  private readonly iterators = new Map<number, string>()
  private readonly subscriptions = new Map<string, ReturnType<Sandbox['kinesis']['SubscribeToShard']>>()

  constructor(box: Sandbox) {
    this.box = box
  }

  do(call: Call): Answer {
    try {
      return { value: this.answer(call) }
    } catch (error) {
      if (error instanceof ApiError) return { refused: `${error.name} ${error.factId}` }
      throw error
    }
  }

  private shard(number: number) {
    const { Shards } = this.box.kinesis.ListShards(STREAM)
    return Shards[number % (Shards.length + 1)] ?? { ShardId: shardId(99), HashKeyRange: NO_RANGE }
  }

  private answer(call: Call): unknown {
    const { box } = this
    const { kinesis } = box
    switch (call.verb) {
      case 'put':
        return kinesis.PutRecord({ ...STREAM, PartitionKey: `key-${call.key}`, Data: call.bytes })
      case 'puts':
        return kinesis.PutRecords({
          ...STREAM,
          Records: call.keys.map((key) => ({ PartitionKey: `key-${key}`, Data: call.bytes })),
        })
      case 'advance':
        return box.advance(call.micros)
      case 'split': {
        const { ShardId, HashKeyRange } = this.shard(call.shard)
        const [start, end] = [BigInt(HashKeyRange.StartingHashKey), BigInt(HashKeyRange.EndingHashKey)]
        const key = start + ((end - start) * BigInt(Math.round(call.share * 1e6))) / 1_000_000n
        kinesis.SplitShard({ ...STREAM, ShardToSplit: ShardId, NewStartingHashKey: String(key) })
        if (call.waits) box.advance(30_000_000)
        return 'ok'
      }
      case 'merge': {
        const open = kinesis
          .ListShards({ ...STREAM, ShardFilter: { Type: 'AT_LATEST' } })
          .Shards.sort((a, b) =>
            BigInt(a.HashKeyRange.StartingHashKey) < BigInt(b.HashKeyRange.StartingHashKey) ? -1 : 1,
          )
        const place = call.shard % open.length
        const ids = [open[place], open[place + call.step]].map((shard) => shard?.ShardId ?? shardId(99))
        kinesis.MergeShards({ ...STREAM, ShardToMerge: ids[0]!, AdjacentShardToMerge: ids[1]! })
        if (call.waits) box.advance(30_000_000)
        return 'ok'
      }
      case 'count':
        return kinesis.UpdateShardCount({ ...STREAM, TargetShardCount: call.target })
      case 'keep': {
        const change = { ...STREAM, RetentionPeriodHours: call.hours }
        return call.hours > 24
          ? kinesis.IncreaseStreamRetentionPeriod(change)
          : kinesis.DecreaseStreamRetentionPeriod(change)
      }
      case 'size':
        return kinesis.UpdateMaxRecordSize({ ...STREAM, MaxRecordSizeInKiB: call.kib })
      case 'iterator': {
        const at = { ...STREAM, ShardId: this.shard(call.shard).ShardId, ShardIteratorType: call.type }
        this.iterators.set(call.reader, kinesis.GetShardIterator(at).ShardIterator)
        return 'ok'
      }
      case 'get': {
        const answer = kinesis.GetRecords({
          ShardIterator: this.iterators.get(call.reader) ?? 'none',
          Limit: call.limit,
        })
        this.iterators.set(call.reader, answer.NextShardIterator ?? 'none')
        return answer
      }
      case 'register':
        return kinesis.RegisterStreamConsumer({ StreamARN: arnOf(box), ConsumerName: `c-${call.name}` })
      case 'subscribe': {
        const { ConsumerDescription } = kinesis.DescribeStreamConsumer({
          StreamARN: arnOf(box),
          ConsumerName: `c-${call.name}`,
        })
        const subscription = kinesis.SubscribeToShard({
          ConsumerARN: ConsumerDescription.ConsumerARN,
          ShardId: shardId(call.shard),
          StartingPosition: { Type: 'TRIM_HORIZON' },
        })
        this.subscriptions.set(`${call.name} ${call.shard}`, subscription)
        return 'ok'
      }
      case 'push':
        return this.subscriptions.get(`${call.name} ${call.shard}`)?.read() ?? null
      case 'mode':
        return kinesis.UpdateStreamMode({
          ...STREAM,
          StreamModeDetails: { StreamMode: call.isOnDemand ? 'ON_DEMAND' : 'PROVISIONED' },
        })
      case 'look':
        return [kinesis.DescribeStreamSummary(STREAM), kinesis.ListShards(STREAM)]
    }
  }
}
