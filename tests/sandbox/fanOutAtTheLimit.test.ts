import { describe, expect, test } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/engine/index.ts'
import { MIB, outcomeOf, type Steps, times } from './atTheLimit.ts'

const SECOND = 1_000_000
const STREAM = { StreamName: 's' }
const LIMIT = 'LimitExceededException'
const TRIM_HORIZON = { StartingPosition: { Type: 'TRIM_HORIZON' } } as const
const shardId = (number: number) => `shardId-${String(number).padStart(12, '0')}`

/** A stream, and what is registered with it. */
function stream(ShardCount = 1, options: SandboxOptions = {}) {
  const box = createSandbox(options)
  const { kinesis } = box
  kinesis.CreateStream({ ...STREAM, ShardCount, MaxRecordSizeInKiB: 10_240 })
  box.advance(60 * SECOND)
  const { StreamARN } = kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary
  let names = 0
  const register = () => kinesis.RegisterStreamConsumer({ StreamARN, ConsumerName: `c${names++}` }).Consumer.ConsumerARN
  const subscribe = (ConsumerARN: string, shard = 0) =>
    kinesis.SubscribeToShard({ ConsumerARN, ShardId: shardId(shard), ...TRIM_HORIZON })
  const put = (bytes: number) => kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data: bytes - 1 })
  const count = (TargetShardCount: number) => kinesis.UpdateShardCount({ ...STREAM, TargetShardCount })
  const split = (shard: number, NewStartingHashKey: string, StreamName = 's') =>
    kinesis.SplitShard({ StreamName, ShardToSplit: shardId(shard), NewStartingHashKey })
  return { box, kinesis, register, subscribe, put, count, split }
}

/** Bytes of each event that a consumer gets in its first second, when so much waits for it. */
function pushed(sizes: readonly number[]) {
  const { box, register, subscribe, put } = stream()
  const consumer = register()
  for (const size of sizes) {
    put(size)
    box.advance(20 * SECOND)
  }
  const subscription = subscribe(consumer)
  return (micros: number) => {
    box.advance(micros)
    return subscription.read().map(({ Records }) => Records.reduce((sum, { Data }) => sum + Number(Data) + 1, 0))
  }
}

type Case = [what: string, steps: () => { box: { advance: (micros: number) => void }; steps: Steps }]

const CASES: Case[] = [
  [
    'KIN3.02 20 consumers of a stream: one over',
    () => {
      const { box, register } = stream()
      return {
        box,
        steps: [
          ...[1, 2, 3, 4].flatMap(() => [[times(5, register), 'taken'] as const, 5 * SECOND]),
          [register, `${LIMIT} KIN3.02`],
        ],
      }
    },
  ],
  [
    'KIN3.03 five consumers in CREATING: one over, until the first is ACTIVE',
    () => {
      const { box, register } = stream(1, { throttling: false })
      return {
        box,
        steps: [
          [times(5, register), 'taken'],
          [register, `${LIMIT} KIN3.03`],
          5 * SECOND - 1,
          [register, `${LIMIT} KIN3.03`],
          1,
          [register, 'taken'],
        ],
      }
    },
  ],
  [
    'KIN3.03 five registrations a second: one over',
    () => {
      const { box, kinesis } = stream()
      kinesis.CreateStream({ StreamName: 'other', ShardCount: 1 })
      box.advance(60 * SECOND)
      let names = 0
      const register = (StreamName: string) => {
        const { StreamARN } = kinesis.DescribeStreamSummary({ StreamName }).StreamDescriptionSummary
        kinesis.RegisterStreamConsumer({ StreamARN, ConsumerName: `c${names++}` })
      }
      return {
        box,
        steps: [
          [times(4, () => register('s')), 'taken'],
          [() => register('other'), 'taken'],
          [() => register('other'), `${LIMIT} KIN3.03 0 calls left of 5 calls; 1 call needed`],
          199_999,
          [() => register('other'), `${LIMIT} KIN3.03 0.999 calls left of 5 calls; 1 call needed`],
          1,
          [() => register('other'), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN3.05 one subscription of a consumer to a shard in five seconds: a microsecond early',
    () => {
      const { box, register, subscribe } = stream(2)
      const consumer = register()
      box.advance(5 * SECOND)
      return {
        box,
        steps: [
          [() => subscribe(consumer), 'taken'],
          [() => subscribe(consumer, 1), 'taken'],
          5 * SECOND - 1,
          [() => subscribe(consumer), 'ResourceInUseException KIN3.05'],
          1,
          [() => subscribe(consumer), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN4.01 a shard is split at a key inside its range: at its first key, after its last',
    () => {
      const { box, split } = stream(2)
      const half = 2n ** 127n
      return {
        box,
        steps: [
          [() => split(0, '0'), 'InvalidArgumentException KIN4.01'],
          [() => split(0, String(half)), 'InvalidArgumentException KIN4.01'],
          [() => split(0, String(half - 1n)), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN4.03 five splits a second of the account: one over',
    () => {
      const { box, kinesis, split } = stream()
      for (let i = 0; i < 6; i++) kinesis.CreateStream({ StreamName: `s${i}`, ShardCount: 1 })
      box.advance(60 * SECOND)
      let i = 0
      return {
        box,
        steps: [
          [times(5, () => split(0, '5', `s${i++}`)), 'taken'],
          [() => split(0, '5', 's5'), `${LIMIT} KIN4.03 0 calls left of 5 calls; 1 call needed`],
          199_999,
          [() => split(0, '5', 's5'), `${LIMIT} KIN4.03 0.999 calls left of 5 calls; 1 call needed`],
          1,
          [() => split(0, '5', 's5'), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN4.06 twice and half of the open shards: one over, one under',
    () => {
      const { box, count } = stream(4)
      const few = stream(4)
      return {
        box,
        steps: [
          [() => count(9), `${LIMIT} KIN4.06`],
          [() => count(8), 'taken'],
          [() => few.count(1), `${LIMIT} KIN4.06`],
          [() => few.count(2), 'taken'],
        ],
      }
    },
  ],
  [
    'KIN4.06 ten changes of the count in 24 hours: one over, until the first is a day old',
    () => {
      const { box, count } = stream(4)
      let target = 4
      const other = () => {
        target = 9 - target
        count(target)
      }
      const start = 10 * 600
      return {
        box,
        steps: [
          ...Array.from({ length: 10 }, () => [[other, 'taken'] as const, 600 * SECOND]).flat(),
          (86_400 - start) * SECOND - 1,
          [() => count(8), `${LIMIT} KIN4.06`],
          1,
          [() => count(8), 'taken'],
        ],
      }
    },
  ],
]

describe('fan-out and resharding at the limit, one call over it', () => {
  test.each(CASES)('%s', (_, make) => {
    const { box, steps } = make()
    for (const step of steps) {
      if (typeof step === 'number') box.advance(step)
      else expect(outcomeOf(step[0])).toBe(step[1])
    }
  })

  // Nothing is refused here: what does not fit is pushed later, when the budget is above zero again (X-K2).
  test.each([
    ['a byte below it: a byte is left, and the next record comes at once', [2 * MIB - 1, 8], 0, [2 * MIB + 7]],
    ['at it: nothing is left, and the next record comes a microsecond later', [2 * MIB, 8], 1, [2 * MIB, 8]],
    [
      'a byte over it: a byte is owed, and the next record comes a microsecond later',
      [2 * MIB + 1, 8],
      1,
      [2 * MIB + 1, 8],
    ],
    ['2 MiB over it: a second later', [4 * MIB, 8], SECOND + 1, [4 * MIB, 8]],
  ])('KIN3.01 2 MiB a second of a consumer and shard, %s', (_, sizes, micros, events) => {
    const early = pushed(sizes)
    expect(early(micros > 0 ? micros - 1 : 0)).toEqual(micros > 0 ? events.slice(0, 1) : events)
    if (micros > 0) expect(early(1)).toEqual(events.slice(1))
  })
})
