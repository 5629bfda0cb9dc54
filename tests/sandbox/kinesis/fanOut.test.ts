import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/engine/index.ts'
import { arnOf, boxWith, expectStream, factOf, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000
const ON_DEMAND = { StreamModeDetails: { StreamMode: 'ON_DEMAND' } } as const

const register = (box: Sandbox, ConsumerName: string) =>
  box.kinesis.RegisterStreamConsumer({ StreamARN: arnOf(box), ConsumerName })

/** Registers as many as are wanted, five at a time, and names the refusal of one more. */
function fill(box: Sandbox, count: number): string {
  for (let i = 0; i < count; i++) {
    if (i % 5 === 0) box.advance(5 * SECOND)
    register(box, `consumer-${i}`)
  }
  box.advance(5 * SECOND)
  return nameOf(() => register(box, 'one-more'))
}

describe('KIN3 enhanced fan-out', () => {
  test('KIN3.01 each consumer has 2 MiB a second of each shard, whatever others and pollers read', () => {
    expectStream(
      `
      0        consumer A                        ok
      0        consumer B                        ok
      5        put a 1048576 x6                  6 shard 0
      5        subscribe A 0 TRIM_HORIZON        ok
      5        subscribe B 0 TRIM_HORIZON        ok
      5        iterator P 0 TRIM_HORIZON         ok
      5        get P                             6 a
      5.069999  push A 0                         nothing
      5.07     push A 0                          [2 a, 70 ms behind]
      6.07     push A 0                          [a, 70 ms behind] [a, 570 ms behind]
      8.07     push A 0                          [a, 1070 ms behind] [a]
      8.07     push B 0                          [2 a, 70 ms behind] [a, 70 ms behind] [a, 570 ms behind] [a, 1070 ms behind] [a]
    `,
      { ShardCount: 1, MaxRecordSizeInKiB: 10_240 },
    )
  })

  test('KIN3.01 sustained, a consumer far behind gets 2 MiB a second', () => {
    const box = boxWith({ ShardCount: 1, MaxRecordSizeInKiB: 10_240 })
    const { ConsumerARN } = register(box, 'A').Consumer
    for (let second = 0; second < 60; second++) {
      box.kinesis.PutRecords({
        ...STREAM,
        Records: Array.from({ length: 256 }, () => ({ PartitionKey: 'k', Data: 4095 })),
      })
      box.advance(SECOND)
    }
    const StartingPosition = { Type: 'TRIM_HORIZON' } as const
    const subscription = box.kinesis.SubscribeToShard({ ConsumerARN, ShardId: shardId(0), StartingPosition })
    const bytesIn = (seconds: number) => {
      box.advance(seconds * SECOND)
      return subscription.read().reduce((sum, { Records }) => sum + Records.length * 4096, 0)
    }
    bytesIn(5)
    expect(bytesIn(20) / 20 / 1_048_576).toBeCloseTo(2, 2)
  })

  test.each([
    ['provisioned', { ShardCount: 1 }, false, 20],
    ['on-demand Standard', ON_DEMAND, false, 20],
    ['On-demand Advantage', ON_DEMAND, true, 50],
  ])('KIN3.02 consumers of a stream, %s', (_, stream, isAdvantage, most) => {
    const box = boxWith(stream)
    if (isAdvantage) box.kinesis.UpdateAccountSettings({ MinimumThroughputBillingCommitment: { Status: 'ENABLED' } })
    expect(fill(box, most)).toBe('LimitExceededException')
    expect(box.kinesis.ListStreamConsumers({ StreamARN: arnOf(box) }).Consumers).toHaveLength(most)
    const [first] = box.kinesis.ListStreamConsumers({ StreamARN: arnOf(box) }).Consumers
    box.kinesis.DeregisterStreamConsumer({ ConsumerARN: first!.ConsumerARN })
    expect(nameOf(() => register(box, 'one-more'))).toBe('ok')
  })

  test('KIN3.03 at most five consumers are CREATING; a name is taken once', () => {
    const box = boxWith({ ShardCount: 1 }, { throttling: false })
    for (const name of ['A', 'B', 'C', 'D', 'E']) expect(register(box, name).Consumer.ConsumerStatus).toBe('CREATING')
    expect([nameOf(() => register(box, 'F')), factOf(() => register(box, 'F'))]).toEqual([
      'LimitExceededException',
      'KIN3.03',
    ])
    expect(nameOf(() => register(box, 'A'))).toBe('ResourceInUseException')
    box.advance(5 * SECOND)
    const { ConsumerDescription } = box.kinesis.DescribeStreamConsumer({ StreamARN: arnOf(box), ConsumerName: 'A' })
    expect(ConsumerDescription).toMatchObject({
      ConsumerStatus: 'ACTIVE',
      StreamARN: arnOf(box),
      ConsumerCreationTimestamp: 20,
    })
    expect(nameOf(() => register(box, 'F'))).toBe('ok')
  })

  test('KIN3.03 five registrations a second in the account', () => {
    const box = boxWith()
    box.kinesis.CreateStream({ StreamName: 'other', ShardCount: 1 })
    box.advance(20 * SECOND)
    for (const name of ['A', 'B', 'C', 'D']) register(box, name)
    const StreamARN = box.kinesis.DescribeStreamSummary({ StreamName: 'other' }).StreamDescriptionSummary.StreamARN
    const elsewhere = (ConsumerName: string) =>
      nameOf(() => box.kinesis.RegisterStreamConsumer({ StreamARN, ConsumerName }))
    expect([elsewhere('E'), elsewhere('F')]).toEqual(['ok', 'LimitExceededException'])
    box.advance(200_000)
    expect(elsewhere('F')).toBe('ok')
  })

  test('KIN3.03 a consumer that is CREATING cannot subscribe, nor one that nobody registered', () => {
    const box = boxWith()
    const { ConsumerARN } = register(box, 'A').Consumer
    const subscribe = (arn: string) =>
      nameOf(() =>
        box.kinesis.SubscribeToShard({ ConsumerARN: arn, ShardId: shardId(0), StartingPosition: { Type: 'LATEST' } }),
      )
    expect(subscribe(ConsumerARN)).toBe('ResourceInUseException')
    expect(subscribe(`${ConsumerARN}0`)).toBe('ResourceNotFoundException')
    box.advance(5 * SECOND)
    expect(subscribe(ConsumerARN)).toBe('ok')
  })

  test('KIN3.04 a subscription ends after five minutes; the next one goes on', () => {
    expectStream(`
      0        consumer A                        ok
      5        subscribe A 0 LATEST              ok
      304.9    put a                             shard 0
      304.95   put b                             shard 0
      305      put c                             shard 0
      310      push-records A 0                  a
      310      subscribe A 0 TRIM_HORIZON        ok
      311      push-records A 0                  a b c
    `)
  })

  test('KIN3.05 again within five seconds is refused; after them the new call takes over', () => {
    expectStream(`
      0        consumer A                        ok
      5        subscribe A 0 LATEST              ok
      5        subscribe A 0 LATEST              ResourceInUseException
      9.999999  subscribe A 0 LATEST             ResourceInUseException
      10       subscribe A 0 LATEST              ok
    `)
    const box = boxWith()
    const { ConsumerARN } = register(box, 'A').Consumer
    box.advance(5 * SECOND)
    const subscribe = () =>
      box.kinesis.SubscribeToShard({ ConsumerARN, ShardId: shardId(0), StartingPosition: { Type: 'LATEST' } })
    const first = subscribe()
    box.advance(5 * SECOND)
    const second = subscribe()
    box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data: 'x' })
    box.advance(SECOND)
    expect([first.isOpen, second.isOpen]).toEqual([false, true])
    expect(first.read()).toEqual([])
    expect(second.read().flatMap(({ Records }) => Records)).toHaveLength(1)
  })

  test('KIN3.06 an event tells where to go on, also when it is empty, and names the children at the end of a shard', () => {
    const box = boxWith()
    const { ConsumerARN } = register(box, 'A').Consumer
    box.advance(5 * SECOND)
    const subscribe = (StartingPosition: { Type: 'LATEST' | 'AFTER_SEQUENCE_NUMBER'; SequenceNumber?: string }) =>
      box.kinesis.SubscribeToShard({ ConsumerARN, ShardId: shardId(0), StartingPosition })
    const before = subscribe({ Type: 'LATEST' })
    box.advance(5 * SECOND)
    const [empty] = before.read()
    expect(empty).toMatchObject({ Records: [], MillisBehindLatest: 0 })
    box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'a', Data: 'x' })
    const after = subscribe({ Type: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: empty!.ContinuationSequenceNumber })
    box.kinesis.SplitShard({ ...STREAM, ShardToSplit: shardId(0), NewStartingHashKey: '5' })
    box.advance(SECOND)
    const [event] = after.read()
    expect(event!.Records.map(({ Data }) => Data)).toEqual(['x'])
    expect(event!.ContinuationSequenceNumber).toBe(event!.Records[0]!.SequenceNumber)
    box.advance(29 * SECOND + 70_000)
    expect(
      after
        .read()
        .at(-1)!
        .ChildShards!.map(({ ShardId, ParentShards }) => [ShardId, ParentShards]),
    ).toEqual([
      [shardId(1), [shardId(0)]],
      [shardId(2), [shardId(0)]],
    ])
    expect(after.isOpen).toBe(false)
  })

  test('KIN3.07 a record is pushed 70 ms after it was stored', () => {
    expectStream(`
      0        consumer A                        ok
      5        subscribe A 0 LATEST              ok
      6        put a                             shard 0
      6.069999  push A 0                         nothing
      6.07     push A 0                          [a]
    `)
  })

  test('KIN3.02 a stream with consumers is deleted only when the call insists', () => {
    const box = boxWith()
    register(box, 'A')
    expect(nameOf(() => box.kinesis.DeleteStream(STREAM))).toBe('ResourceInUseException')
    expect(nameOf(() => box.kinesis.DeleteStream({ ...STREAM, EnforceConsumerDeletion: true }))).toBe('ok')
    expect(box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary).toMatchObject({
      StreamStatus: 'DELETING',
      ConsumerCount: 0,
    })
    box.advance(20 * SECOND)
    expect(nameOf(() => box.kinesis.DescribeStreamSummary(STREAM))).toBe('ResourceNotFoundException')
  })
})
