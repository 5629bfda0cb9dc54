import { describe, expect, test } from 'vitest'
import { boxWith, expectStream, factOf, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000
const MIB = 1_048_576

describe('KIN1 writing', () => {
  test('KIN1.01 1 MiB a second with the keys; what is used comes back at that rate', () => {
    expectStream(`
      0        put a 1048576                     shard 0
      0        put a 100                         throttled
      0.00009  put a 100                         throttled
      0.0001   put a 100                         shard 0
      0.5      put a 524100 x2                   1 shard 0, 1 throttled
    `)
  })

  test('KIN1.02 1,000 records a second, whatever their size', () => {
    expectStream(`
      0        put a 10 x1001                    1000 shard 0, 1 throttled
      0.000999  put a 10                         throttled
      0.001    put a 10                          shard 0
      1.001    put a 10 x1001                    1000 shard 0, 1 throttled
    `)
  })

  test('KIN1.03 a record of 10 MiB is a burst: sustained, a shard takes 1 MiB a second', () => {
    expectStream(
      `
      0        put a 10485760                    shard 0
      9.999999  put a 10485760                   throttled
      10       put a 10485760                    shard 0
    `,
      { ShardCount: 1, MaxRecordSizeInKiB: 10_240 },
    )
  })

  test('KIN1.04 records up to 1 MiB unless the stream takes more, with their keys; larger ones are refused', () => {
    const box = boxWith()
    const put = (Data: number) => box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'key', Data })
    expect([nameOf(() => put(MIB - 3)), nameOf(() => put(MIB - 2)), factOf(() => put(MIB - 2))]).toEqual([
      'ok',
      'InvalidArgumentException',
      'KIN1.04',
    ])
    expect(nameOf(() => put(10 * MIB + 1))).toBe('ValidationException')
    const size = (MaxRecordSizeInKiB: number) =>
      nameOf(() => box.kinesis.UpdateMaxRecordSize({ ...STREAM, MaxRecordSizeInKiB }))
    expect([1023, 10_241, 10_240].map(size)).toEqual(['ValidationException', 'ValidationException', 'ok'])
    expect(box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary.MaxRecordSizeInKiB).toBe(10_240)
    box.advance(10 * SECOND)
    expect(nameOf(() => put(10 * MIB - 3))).toBe('ok')
  })

  test('KIN1.05 a tank: a large record empties it, it refills at once, and small records flow as it fills', () => {
    expectStream(
      `
      0        put a 10485760                    shard 0
      0.5      put a 524288                      shard 0
      0.5      put a 524288                      throttled
      1        put a 524288                      shard 0
      6        put a 5242880                     shard 0
      6        put a 100                         throttled
    `,
      { ShardCount: 1, MaxRecordSizeInKiB: 10_240 },
    )
  })

  test('KIN1.06 PutRecords: at most 500 records and 10 MiB with the keys; beyond, nothing of it is stored', () => {
    const box = boxWith({ ShardCount: 64 })
    const put = (count: number, bytes: number) =>
      box.kinesis.PutRecords({
        ...STREAM,
        Records: Array.from({ length: count }, (_, i) => ({ PartitionKey: `key-${1000 + i}`, Data: bytes })),
      })
    expect(nameOf(() => put(501, 1))).toBe('ValidationException')
    expect(nameOf(() => put(0, 1))).toBe('ValidationException')
    expect(put(500, 1).FailedRecordCount).toBe(0)
    // 20 x (512 KiB + 8 B of key) is a little more than 10 MiB.
    expect(nameOf(() => put(20, MIB / 2))).toBe('InvalidArgumentException')
    expect(factOf(() => put(20, MIB / 2))).toBe('KIN1.06')
    expect(nameOf(() => put(20, MIB / 2 - 8))).toBe('ok')
  })

  test('KIN1.07 every record is judged on its own: one refused does not stop those behind it', () => {
    const box = boxWith({ ShardCount: 2 })
    const Records = [
      { PartitionKey: 'user-2', Data: MIB - 6 },
      { PartitionKey: 'user-2', Data: 100 },
      { PartitionKey: 'user-1', Data: 100 },
    ]
    const answer = box.kinesis.PutRecords({ ...STREAM, Records })
    expect(answer.FailedRecordCount).toBe(1)
    expect(answer.Records.map((entry) => ('ErrorCode' in entry ? entry.ErrorCode : entry.ShardId))).toEqual([
      shardId(0),
      'ProvisionedThroughputExceededException',
      shardId(1),
    ])
    expect(answer.Records[1]).toEqual({
      ErrorCode: 'ProvisionedThroughputExceededException',
      ErrorMessage: expect.stringContaining(`Rate exceeded for shard ${shardId(0)} in stream orders: `),
    })
  })

  test('KIN1.08 a throttled PutRecord throws and stores nothing', () => {
    const box = boxWith()
    const put = (Data: number) => box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data })
    put(MIB - 1)
    expect([nameOf(() => put(1)), factOf(() => put(1))]).toEqual(['ProvisionedThroughputExceededException', 'KIN1.01'])
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
    })
    expect(box.kinesis.GetRecords({ ShardIterator }).Records).toHaveLength(1)
  })

  test('KIN1.09, W11 PutRecords [a, b, c] with b throttled: after the retry the shard holds a, c, b', () => {
    expectStream(`
      0        puts a:1 b:1048576 c:1            shard 0, throttled, shard 0; 1 failed
      1        puts b:1048576                    shard 0; 0 failed
      1        iterator A 0 TRIM_HORIZON         ok
      1        get A                             a c b
    `)
  })

  test('KIN1.10 SequenceNumberForOrdering: the next number is larger; a number of nobody is refused', () => {
    const box = boxWith()
    const put = (SequenceNumberForOrdering?: string) =>
      box.kinesis.PutRecord({
        ...STREAM,
        PartitionKey: 'a',
        Data: 'x',
        ...(SequenceNumberForOrdering && { SequenceNumberForOrdering }),
      })
    const first = put().SequenceNumber
    const second = put(first).SequenceNumber
    expect(BigInt(second)).toBeGreaterThan(BigInt(first))
    expect([nameOf(() => put('7')), nameOf(() => put('x'))]).toEqual([
      'InvalidArgumentException',
      'InvalidArgumentException',
    ])
  })

  test('KIN1.11 the MD5 of the key chooses the shard; a key has 1 to 256 characters', () => {
    expectStream(
      `
      0        puts user-1:99 user-2:99 AAPL:99 123:99   shard 1, shard 0, shard 1, shard 0; 0 failed
    `,
      { ShardCount: 2 },
    )
    const box = boxWith()
    const put = (PartitionKey: string) => nameOf(() => box.kinesis.PutRecord({ ...STREAM, PartitionKey, Data: 1 }))
    expect(['', 'k'.repeat(256), 'k'.repeat(257), '😀'.repeat(256), '😀'.repeat(257)].map(put)).toEqual([
      'ValidationException',
      'ok',
      'ValidationException',
      'ok',
      'ValidationException',
    ])
  })

  test('KIN1.12 an ExplicitHashKey goes where it says, and the record keeps its partition key', () => {
    const box = boxWith({ ShardCount: 2 })
    const put = (ExplicitHashKey: string) =>
      box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'user-1', ExplicitHashKey, Data: 'x' }).ShardId
    expect([
      put('0'),
      put('170141183460469231731687303715884105727'),
      put('170141183460469231731687303715884105728'),
      put('340282366920938463463374607431768211455'),
    ]).toEqual([shardId(0), shardId(0), shardId(1), shardId(1)])
    expect(
      ['340282366920938463463374607431768211456', '-1', '01', '1.5', ''].map((key) => nameOf(() => put(key))),
    ).toEqual(['InvalidArgumentException', ...Array.from({ length: 4 }, () => 'ValidationException')])
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
    })
    expect(box.kinesis.GetRecords({ ShardIterator }).Records.map(({ PartitionKey }) => PartitionKey)).toEqual([
      'user-1',
      'user-1',
    ])
  })

  test('KIN1.13, W05 the first ranges of three shards', () => {
    const box = boxWith({ ShardCount: 3 })
    expect(box.kinesis.ListShards(STREAM).Shards.map(({ HashKeyRange }) => HashKeyRange.StartingHashKey)).toEqual([
      '0',
      '113427455640312821154458202477256070485',
      '226854911280625642308916404954512140970',
    ])
  })

  test('KIN1.14 AUTO spreads evenly whatever the keys say; on-demand only; only new records are affected', () => {
    const ON_DEMAND = { StreamModeDetails: { StreamMode: 'ON_DEMAND' } } as const
    const box = boxWith(ON_DEMAND)
    const shardsOf = (count: number) =>
      Array.from({ length: count }, () =>
        Number(
          box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'one', ExplicitHashKey: '0', Data: 'x' }).ShardId.slice(-2),
        ),
      )
    expect(shardsOf(3)).toEqual([0, 0, 0])
    const strategy = (RecordDistributionStrategy: 'AUTO' | 'USER_PARTITION_KEY') =>
      box.kinesis.UpdateStreamRecordDistributionStrategy({ ...STREAM, RecordDistributionStrategy })
    strategy('AUTO')
    expect(shardsOf(6)).toEqual([0, 1, 2, 3, 0, 1])
    expect(box.kinesis.PutRecord({ ...STREAM, Data: 'without a key' }).ShardId).toBe(shardId(2))
    strategy('USER_PARTITION_KEY')
    expect(shardsOf(2)).toEqual([0, 0])
    expect(nameOf(() => box.kinesis.PutRecord({ ...STREAM, Data: 'without a key' }))).toBe('ValidationException')
    const provisioned = boxWith()
    const auto = { ...STREAM, RecordDistributionStrategy: 'AUTO' } as const
    expect(nameOf(() => provisioned.kinesis.UpdateStreamRecordDistributionStrategy(auto))).toBe(
      'InvalidArgumentException',
    )
  })

  test('KIN1.15 sequence numbers grow in a shard, are not dense, and are unique in the stream', () => {
    const box = boxWith({ ShardCount: 2 })
    const numbers = ['user-1', 'user-2', 'user-1', 'user-1'].map((PartitionKey, i) => {
      box.advance(i % 2)
      return BigInt(box.kinesis.PutRecord({ ...STREAM, PartitionKey, Data: 'x' }).SequenceNumber)
    })
    const [a, , b, c] = numbers
    expect(b! > a! + 1n && c! > b! + 1n).toBe(true)
    expect(new Set(numbers).size).toBe(4)
  })

  test('KIN1.16 ApproximateArrivalTimestamp: the moment of storing, to the millisecond', () => {
    const box = boxWith()
    box.advance(1_234_567)
    box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data: 'x' })
    box.advance(9_999)
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
    })
    expect(box.kinesis.GetRecords({ ShardIterator }).Records[0]!.ApproximateArrivalTimestamp).toBe(21.234)
  })

  test('KIN1.17 a record can be read as soon as it is stored', () => {
    expectStream(`
      0        iterator A 0 LATEST               ok
      0        put a                             shard 0
      0        get A                             a
    `)
  })

  test('KIN1.19 a put that is sent again makes two records of the same data', () => {
    const box = boxWith()
    const again = () => box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data: 'the same' }).SequenceNumber
    expect(again()).not.toBe(again())
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
    })
    expect(box.kinesis.GetRecords({ ShardIterator }).Records.map(({ Data }) => Data)).toEqual(['the same', 'the same'])
  })
})
