import { describe, expect, test } from 'vitest'
import { arnOf, boxWith, expectStream, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000
const HOUR = 3_600 * SECOND

describe('KIN4 resharding', () => {
  test('KIN4.01 a split: the new key and all above it go to the upper child, the rest to the lower one', () => {
    // user-1 hashes to d6..., c to 4a...
    expectStream(`
      0        split 0                           ok
      10       put user-1                        shard 0
      30       shards                            0 closed, 1 open, 2 open
      30       put user-1                        shard 2
      30       put c                             shard 1
      31       split 0                           InvalidArgumentException
      31       split 1 0                         InvalidArgumentException
      31       split 9 5                         ResourceNotFoundException
    `)
  })

  test('KIN4.02 a merge of two adjacent shards makes one with both ranges; others are refused', () => {
    const box = expectStream(
      `
      0        merge 0 2                         InvalidArgumentException
      0        merge 0 0                         InvalidArgumentException
      0        merge 1 0                         ok
      29.999999  shards                          0 open, 1 open, 2 open
      30       shards                            0 closed, 1 closed, 2 open, 3 open
      30       put c                             shard 3
    `,
      { ShardCount: 3 },
    )
    const child = box.kinesis.ListShards(STREAM).Shards.at(-1)!
    expect([child.ParentShardId, child.AdjacentParentShardId]).toEqual([shardId(1), shardId(0)])
    expect(child.HashKeyRange).toEqual({
      StartingHashKey: '0',
      EndingHashKey: '226854911280625642308916404954512140969',
    })
  })

  test('KIN4.03 UPDATING for the assumed time: puts and gets go on, another change is refused', () => {
    expectStream(
      `
      0        split 0                           ok
      0        status                            UPDATING, 2 open
      0        split 1                           ResourceInUseException
      1        merge 0 1                         ResourceInUseException
      1        count 4                           ResourceInUseException
      2        put user-1                        shard 1
      2        iterator A 1 TRIM_HORIZON         ok
      2        get A                             user-1
      30       status                            ACTIVE, 3 open
      30       split 1                           ok
    `,
      { ShardCount: 2 },
    )
  })

  test('KIN4.03 SplitShard: five calls a second in the account', () => {
    const box = boxWith({ ShardCount: 2 })
    for (let i = 1; i <= 6; i++) box.kinesis.CreateStream({ StreamName: `s${i}`, ShardCount: 1 })
    box.advance(20 * SECOND)
    const split = (name: string) =>
      nameOf(() => box.kinesis.SplitShard({ StreamName: name, ShardToSplit: shardId(0), NewStartingHashKey: '5' }))
    expect(['s1', 's2', 's3', 's4', 's5', 's6'].map(split)).toEqual([
      ...Array.from({ length: 5 }, () => 'ok'),
      'LimitExceededException',
    ])
    box.advance(200_000)
    expect(split('s6')).toBe('ok')
  })

  test('KIN4.04 a parent is closed and can be read until its records have expired, then it is gone', () => {
    expectStream(`
      0        put user-1                        shard 0
      0        split 0                           ok
      30       put user-1                        shard 2
      30       iterator A 0 TRIM_HORIZON         ok
      30       get A                             user-1, end -> 1 2
      86429    shards                            0 closed, 1 open, 2 open
      86430    shards                            1 open, 2 open
      86430    iterator A 0 TRIM_HORIZON         ResourceNotFoundException
    `)
  })

  test('KIN4.05 old records stay in the parent: a key read in the child before its parent is read out of order', () => {
    expectStream(`
      0        put user-1 101                    shard 0
      0        split 0                           ok
      30       put user-1 102                    shard 2
      30       iterator child 2 TRIM_HORIZON     ok
      30       get child                         user-1
      30       iterator parent 0 TRIM_HORIZON    ok
      30       get parent                        user-1, end -> 1 2
    `)
  })

  test('KIN4.06 the count: to at most double and at least half, in rounds with short-lived shards', () => {
    expectStream(
      `
      0        count 5                           LimitExceededException
      0        count 3                           ok
      0        status                            UPDATING, 2 open
      30       status                            UPDATING, 4 open
      60       status                            ACTIVE, 3 open
      60       shards                            0 closed, 1 closed, 2 open, 3 closed, 4 closed, 5 open, 6 open
      60       count 1                           LimitExceededException
      60       count 6                           ok
      90       status                            ACTIVE, 6 open
    `,
      { ShardCount: 2 },
    )
  })

  test('KIN4.06 ten changes of the count in any 24 hours', () => {
    const box = boxWith({ ShardCount: 2 })
    const scale = (target: number) =>
      nameOf(() => box.kinesis.UpdateShardCount({ ...STREAM, TargetShardCount: target }))
    const answers = Array.from({ length: 11 }, (_, i) => {
      const answer = scale(i % 2 === 0 ? 4 : 2)
      box.advance(HOUR)
      return answer
    })
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'ok'), 'LimitExceededException'])
    box.advance(24 * HOUR - 11 * HOUR - 1)
    expect(scale(4)).toBe('LimitExceededException')
    box.advance(1)
    expect(scale(4)).toBe('ok')
  })

  test('KIN4.07 20,000 shards for an account in three Regions; where AWS names no one number, none is enforced', () => {
    const quota = (region: string) => {
      const box = boxWith({ ShardCount: 19_999 }, { region })
      return [1, 1].map((ShardCount, i) =>
        nameOf(() => box.kinesis.CreateStream({ StreamName: `more-${i}`, ShardCount })),
      )
    }
    expect(quota('us-east-1')).toEqual(['ok', 'LimitExceededException'])
    expect(quota('eu-central-1')).toEqual(['ok', 'ok'])
  })

  test('KIN4.08 one split takes 30 s, to the microsecond: our assumption', () => {
    expectStream(`
      0          split 0                         ok
      29.999999  status                          UPDATING, 1 open
      30         status                          ACTIVE, 2 open
    `)
  })

  test('W06 SplitShard of shard 0 of 2 at the middle', () => {
    const box = boxWith({ ShardCount: 2 })
    box.kinesis.SplitShard({
      ...STREAM,
      ShardToSplit: shardId(0),
      NewStartingHashKey: '85070591730234615865843651857942052863',
    })
    box.advance(30 * SECOND)
    const [, , lower, upper] = box.kinesis.ListShards(STREAM).Shards
    expect(lower!.HashKeyRange).toEqual({
      StartingHashKey: '0',
      EndingHashKey: '85070591730234615865843651857942052862',
    })
    expect(upper!.HashKeyRange).toEqual({
      StartingHashKey: '85070591730234615865843651857942052863',
      EndingHashKey: '170141183460469231731687303715884105727',
    })
  })

  test('KIN4.01, KIN4.06 an on-demand stream is not resharded by hand', () => {
    const box = boxWith({ StreamModeDetails: { StreamMode: 'ON_DEMAND' } })
    const pair = { ShardToMerge: shardId(0), AdjacentShardToMerge: shardId(1) }
    expect([
      nameOf(() => box.kinesis.SplitShard({ ...STREAM, ShardToSplit: shardId(0), NewStartingHashKey: '5' })),
      nameOf(() => box.kinesis.MergeShards({ StreamARN: arnOf(box), ...pair })),
      nameOf(() => box.kinesis.UpdateShardCount({ ...STREAM, TargetShardCount: 8 })),
    ]).toEqual(['ValidationException', 'ValidationException', 'ValidationException'])
  })
})
