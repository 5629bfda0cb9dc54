import { describe, expect, test } from 'vitest'
import { boxWith, expectStream, factOf, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000
const HOUR = 3_600 * SECOND

describe('KIN6.01 retention', () => {
  test('KIN6.01 a record is kept for 24 hours, to the microsecond', () => {
    expectStream(`
      0        put a                             shard 0
      1        put b                             shard 0
      86399.999999  iterator A 0 TRIM_HORIZON    ok
      86399.999999  get A                        a b
      86400    iterator B 0 TRIM_HORIZON         ok
      86400    get B                             b
      86401    iterator C 0 TRIM_HORIZON         ok
      86401    get C                             nothing
    `)
  })

  test('KIN6.01 raised, it keeps what is there and does not bring back what has expired', () => {
    expectStream(`
      0        put a                             shard 0
      3600     put b                             shard 0
      86400    keep 48                           ok
      86400    iterator A 0 TRIM_HORIZON         ok
      86400    get A                             b
      176399   iterator B 0 TRIM_HORIZON         ok
      176399   get B                             b
      176400   iterator C 0 TRIM_HORIZON         ok
      176400   get C                             nothing
    `)
  })

  test('KIN6.01 lowered, it drops at once what is older', () => {
    expectStream(`
      0        keep 48                           ok
      0        put a                             shard 0
      86400    put b                             shard 0
      90000    iterator A 0 TRIM_HORIZON         ok
      90000    get A                             a b
      90000    keep 24                           ok
      90001    iterator B 0 TRIM_HORIZON         ok
      90001    get B                             b
    `)
  })

  test('KIN6.01 24 to 8,760 hours, longer by the one call and shorter by the other', () => {
    const box = boxWith()
    const more = (RetentionPeriodHours: number) =>
      nameOf(() => box.kinesis.IncreaseStreamRetentionPeriod({ ...STREAM, RetentionPeriodHours }))
    const less = (RetentionPeriodHours: number) =>
      nameOf(() => box.kinesis.DecreaseStreamRetentionPeriod({ ...STREAM, RetentionPeriodHours }))
    expect([more(8_761), more(24), less(23), more(8_760), less(8_761), more(48), less(24.5), less(24)]).toEqual([
      'InvalidArgumentException',
      'InvalidArgumentException',
      'InvalidArgumentException',
      'ok',
      'InvalidArgumentException',
      'InvalidArgumentException',
      'InvalidArgumentException',
      'ok',
    ])
    expect(box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary.RetentionPeriodHours).toBe(24)
  })

  test('KIN6.01 a reader whose place has expired goes on at the trim horizon', () => {
    const box = boxWith()
    const put = (Data: string) => box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'k', Data })
    const first = put('a').SequenceNumber
    box.advance(HOUR)
    put('b')
    box.advance(23 * HOUR)
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'AT_SEQUENCE_NUMBER',
      StartingSequenceNumber: first,
    })
    expect(box.kinesis.GetRecords({ ShardIterator }).Records.map(({ Data }) => Data)).toEqual(['b'])
  })
})

describe('states of a stream', () => {
  test('KIN4.03 CREATING: it can be described, and to puts and gets it is not there', () => {
    const box = boxWith({ ShardCount: 1 })
    box.kinesis.CreateStream({ StreamName: 'new', ShardCount: 3 })
    const summary = () => box.kinesis.DescribeStreamSummary({ StreamName: 'new' }).StreamDescriptionSummary
    const put = () => nameOf(() => box.kinesis.PutRecord({ StreamName: 'new', PartitionKey: 'a', Data: 'x' }))
    expect(summary()).toMatchObject({ StreamStatus: 'CREATING', OpenShardCount: 0 })
    expect(put()).toBe('ResourceNotFoundException')
    expect(nameOf(() => box.kinesis.ListShards({ StreamName: 'new' }))).toBe('ResourceInUseException')
    expect(nameOf(() => box.kinesis.CreateStream({ StreamName: 'new', ShardCount: 3 }))).toBe('ResourceInUseException')
    box.advance(20 * SECOND)
    expect(summary()).toMatchObject({ StreamStatus: 'ACTIVE', OpenShardCount: 3 })
    expect(put()).toBe('ok')
  })

  test('KIN4.04 ListShards: filters and pages', () => {
    const box = boxWith({ ShardCount: 2 })
    box.advance(10 * SECOND)
    box.kinesis.SplitShard({ ...STREAM, ShardToSplit: shardId(0), NewStartingHashKey: '5' })
    box.advance(30 * SECOND)
    const list = (ShardFilter?: { Type: 'AT_LATEST'; ShardId?: string; Timestamp?: number }) =>
      box.kinesis
        .ListShards({ ...STREAM, ...(ShardFilter && { ShardFilter }) })
        .Shards.map(({ ShardId }) => Number(ShardId.slice(-2)))
    expect(list()).toEqual([0, 1, 2, 3])
    expect(list({ Type: 'AT_LATEST' })).toEqual([1, 2, 3])
    expect(list({ Type: 'AT_TRIM_HORIZON' as 'AT_LATEST' })).toEqual([0, 1])
    expect(list({ Type: 'AFTER_SHARD_ID' as 'AT_LATEST', ShardId: shardId(1) })).toEqual([2, 3])
    expect(list({ Type: 'AT_TIMESTAMP' as 'AT_LATEST', Timestamp: 40 })).toEqual([0, 1])
    expect(list({ Type: 'FROM_TIMESTAMP' as 'AT_LATEST', Timestamp: 60.5 })).toEqual([1, 2, 3])
    const first = box.kinesis.ListShards({ ...STREAM, MaxResults: 3 })
    expect(first.Shards).toHaveLength(3)
    const rest = box.kinesis.ListShards({ NextToken: first.NextToken! })
    expect(rest.Shards.map(({ ShardId }) => ShardId)).toEqual([shardId(3)])
    expect(rest.NextToken).toBeUndefined()
    expect(nameOf(() => box.kinesis.ListShards({ ...STREAM, NextToken: first.NextToken! }))).toBe(
      'InvalidArgumentException',
    )
    box.advance(300 * SECOND + 1)
    expect(nameOf(() => box.kinesis.ListShards({ NextToken: first.NextToken! }))).toBe('ExpiredNextTokenException')
  })

  test('KIN1.13 a stream is named by its name or its ARN, and one of them must be given', () => {
    const box = boxWith()
    const { StreamARN } = box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary
    expect(StreamARN).toBe('arn:aws:kinesis:us-east-1:000000000000:stream/orders')
    const summary = (ref: { StreamName?: string; StreamARN?: string }) => () => box.kinesis.DescribeStreamSummary(ref)
    expect([
      nameOf(summary({ StreamARN })),
      nameOf(summary({})),
      nameOf(summary({ StreamName: 'nobody' })),
      nameOf(summary({ StreamName: 'nobody', StreamARN })),
      nameOf(() => box.kinesis.CreateStream({ StreamName: 'a b', ShardCount: 1 })),
      nameOf(() => box.kinesis.CreateStream({ StreamName: 'none' })),
      nameOf(() => box.kinesis.CreateStream({ StreamName: 'none', ShardCount: 0 })),
    ]).toEqual([
      'ok',
      'ValidationException',
      'ResourceNotFoundException',
      'ResourceNotFoundException',
      'ValidationException',
      'ValidationException',
      'ValidationException',
    ])
  })
})

describe('the profile of the article', () => {
  test('KIN5.02, KIN3.01, KIN1.04 what came later is not there, and says so', () => {
    const box = boxWith({ ShardCount: 2 }, { profile: 'article' })
    const { kinesis } = box
    const StreamARN = kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary.StreamARN
    const onDemand = { StreamName: 'x', StreamModeDetails: { StreamMode: 'ON_DEMAND' } } as const
    expect([
      factOf(() => kinesis.CreateStream(onDemand)),
      factOf(() => kinesis.UpdateStreamMode({ ...STREAM, StreamModeDetails: onDemand.StreamModeDetails })),
      factOf(() => kinesis.RegisterStreamConsumer({ StreamARN, ConsumerName: 'A' })),
      factOf(() => kinesis.UpdateMaxRecordSize({ ...STREAM, MaxRecordSizeInKiB: 10_240 })),
      factOf(() => kinesis.UpdateAccountSettings({ MinimumThroughputBillingCommitment: { Status: 'ENABLED' } })),
      factOf(() => kinesis.UpdateStreamWarmThroughput({ ...STREAM, WarmThroughputMiBps: 5 })),
      factOf(() => kinesis.CreateStream({ StreamName: 'x', ShardCount: 1, RecordDistributionStrategy: 'AUTO' })),
    ]).toEqual(['KIN5.02', 'KIN5.10', 'KIN3.01', 'KIN1.04', 'KIN5.08', 'KIN5.09', 'KIN1.14'])
    expect(nameOf(() => kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data: 1_048_575 }))).toBe('ok')
  })
})
