import { describe, expect, test } from 'vitest'
import { boxWith, expectStream, factOf, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000

describe('KIN2 reading with GetRecords', () => {
  test('KIN2.01 five calls a second on a shard, shared by all who read it', () => {
    expectStream(`
      0        iterator A 0 TRIM_HORIZON         ok
      0        iterator B 0 TRIM_HORIZON         ok
      0        get A                             nothing
      0        get A                             nothing
      0        get A                             nothing
      0        get B                             nothing
      0        get B                             nothing
      0        get B                             ProvisionedThroughputExceededException
      0.199999  get A                            ProvisionedThroughputExceededException
      0.2      get A                             nothing
    `)
  })

  test('KIN2.02, KIN2.05, KIN2.06 2 MiB a second, shared: a call goes ahead while the budget is above zero, and may overdraw it', () => {
    expectStream(
      `
      0        put a 5242880                     shard 0
      0        iterator A 0 TRIM_HORIZON         ok
      0        iterator B 0 TRIM_HORIZON         ok
      0        get A                             a
      0        get B                             ProvisionedThroughputExceededException
      1.5      get B                             ProvisionedThroughputExceededException
      1.500001  get B                            a
    `,
      { ShardCount: 1, MaxRecordSizeInKiB: 10_240 },
    )
  })

  test('KIN2.03 at most 10,000 records and 10 MiB a call; a Limit above is an InvalidArgumentException', () => {
    const drawing = `
      0        put a 1048576 x10                 10 shard 0
      0        put b 1                           shard 0
      0        iterator A 0 TRIM_HORIZON         ok
      0        get A 10001                       InvalidArgumentException
      0        get A 0                           ValidationException
      0        get A                             10 a, 1 ms behind
    `
    expectStream(drawing, { ShardCount: 1, MaxRecordSizeInKiB: 10_240 }, { throttling: false })
    expectStream(
      `
      0        put a 10 x10001                   10001 shard 0
      0        iterator A 0 TRIM_HORIZON         ok
      0        get A                             10000 a, 1 ms behind
      0        get A                             a
      0        get A 3                           nothing
    `,
      { ShardCount: 1 },
      { throttling: false },
    )
  })

  test('KIN2.04, W15 after a call that returned 10 MiB, five seconds of refusals', () => {
    const box = expectStream(
      `
      0        put a 10485760                    shard 0
      0        iterator A 0 TRIM_HORIZON         ok
      0        iterator B 0 TRIM_HORIZON         ok
      0        get A                             a
      4.999999  get A                            ProvisionedThroughputExceededException
      5        get A                             nothing
    `,
      { ShardCount: 1, MaxRecordSizeInKiB: 10_240 },
    )
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'TRIM_HORIZON',
    })
    box.kinesis.GetRecords({ ShardIterator })
    expect(factOf(() => box.kinesis.GetRecords({ ShardIterator }))).toBe('KIN2.04')
  })

  test('KIN2.07 a call does not wait: an empty list, and an iterator to go on with', () => {
    expectStream(`
      0        iterator A 0 TRIM_HORIZON         ok
      0        get A                             nothing
      1        put a                             shard 0
      1        get A                             a
    `)
  })

  test('KIN2.08 the five kinds of iterators', () => {
    expectStream(`
      0        put a                             shard 0
      1        put b                             shard 0
      2        put c                             shard 0
      3        iterator A 0 TRIM_HORIZON         ok
      3        get A                             a b c
      3        iterator B 0 LATEST               ok
      3        get B                             nothing
      3        iterator C 0 at 2                 ok
      3        get C                             b c
      3        iterator D 0 after 2              ok
      3        get D                             c
      3        iterator E 0 time 1               ok
      3        get E                             b c
      4        iterator F 0 time 1.001           ok
      4        get F                             c
      4        iterator G 0 time 9               ok
      4        get G                             nothing
      4        put d                             shard 0
      4        get B                             d
      4        get G                             d
    `)
  })

  test('KIN2.08 a moment before the trim horizon is the trim horizon; an iterator that does not say its place is refused', () => {
    expectStream(`
      0        put a                             shard 0
      10       put b                             shard 0
      86400    iterator A 0 time 0               ok
      86400    iterator B 0 at 1                 ok
      86400    get A                             b
      86400    get B                             b
      86400    iterator C 0 at 9                 InvalidArgumentException
      86400    iterator C 0 NEWEST               ValidationException
      86400    iterator C 5 LATEST               ResourceNotFoundException
    `)
    const box = boxWith({ ShardCount: 2 })
    const { SequenceNumber } = box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'user-1', Data: 'x' })
    const other = { ...STREAM, ShardId: shardId(0), ShardIteratorType: 'AT_SEQUENCE_NUMBER' } as const
    expect(nameOf(() => box.kinesis.GetShardIterator({ ...other, StartingSequenceNumber: SequenceNumber }))).toBe(
      'InvalidArgumentException',
    )
    expect(nameOf(() => box.kinesis.GetShardIterator(other))).toBe('InvalidArgumentException')
  })

  test('KIN2.09 an iterator lives for five minutes; five GetShardIterator calls a second on a shard', () => {
    expectStream(`
      0        iterator A 0 TRIM_HORIZON         ok
      0        iterator B 0 TRIM_HORIZON         ok
      0        iterator C 0 TRIM_HORIZON         ok
      0        iterator D 0 TRIM_HORIZON         ok
      0        iterator E 0 TRIM_HORIZON         ok
      0        iterator F 0 TRIM_HORIZON         ProvisionedThroughputExceededException
      0.2      iterator F 0 TRIM_HORIZON         ok
      300      get A                             nothing
      300.000001  get B                          ExpiredIteratorException
      600      get A                             nothing
    `)
  })

  test('KIN2.10 at the end of a closed shard there is no next iterator, and its children are named', () => {
    const box = expectStream(`
      0        put user-1                        shard 0
      0        split 0                           ok
      30       iterator A 0 TRIM_HORIZON         ok
      30       get A 1                           user-1, end -> 1 2
      30       iterator B 0 LATEST               ok
      30       get B                             nothing, end -> 1 2
      30       merge 1 2                         ok
      60       iterator C 1 TRIM_HORIZON         ok
      60       get C                             nothing, end -> 3
    `)
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(2),
      ShardIteratorType: 'LATEST',
    })
    expect(box.kinesis.GetRecords({ ShardIterator })).toEqual({
      Records: [],
      NextShardIterator: null,
      MillisBehindLatest: 0,
      ChildShards: [
        {
          ShardId: shardId(3),
          ParentShards: [shardId(1), shardId(2)],
          HashKeyRange: { StartingHashKey: '0', EndingHashKey: '340282366920938463463374607431768211455' },
        },
      ],
    })
  })

  test('KIN2.11 reading removes nothing: each reader has a place of its own', () => {
    expectStream(`
      0        put a x2                          2 shard 0
      0        iterator A 0 TRIM_HORIZON         ok
      0        get A                             2 a
      1        iterator B 0 TRIM_HORIZON         ok
      1        get B 1                           a, 1000 ms behind
      2        get B                             a
      2        iterator A 0 TRIM_HORIZON         ok
      2        get A                             2 a
    `)
  })

  test('KIN2.12 MillisBehindLatest: how old the last record returned is, 0 when nothing more is there', () => {
    expectStream(`
      0        put a                             shard 0
      5        put b                             shard 0
      7        iterator A 0 TRIM_HORIZON         ok
      7        get A 1                           a, 7000 ms behind
      8        get A                             b
      9        get A                             nothing
    `)
  })

  test('KIN2.02 without throttling no read is refused', () => {
    const box = boxWith({ ShardCount: 1 }, { throttling: false })
    const { ShardIterator } = box.kinesis.GetShardIterator({
      ...STREAM,
      ShardId: shardId(0),
      ShardIteratorType: 'LATEST',
    })
    for (let i = 0; i < 50; i++) box.kinesis.GetRecords({ ShardIterator })
    box.advance(300 * SECOND)
    expect(nameOf(() => box.kinesis.GetRecords({ ShardIterator }))).toBe('ok')
  })
})
