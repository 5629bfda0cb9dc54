import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/engine/index.ts'
import type { CreateQueueInput } from '../../../src/engine/sandbox/kinesis/queues/queuesApi.ts'
import { expectTimeline } from '../../engine/timeline.ts'
import { boxWith, factOf, nameOf, STREAM, shardId } from './streamDrawing.ts'

const SECOND = 1_000_000
const ON_DEMAND = { StreamModeDetails: { StreamMode: 'ON_DEMAND' } } as const

/** An on-demand stream with a queue that is ACTIVE. */
function withQueue(input: Partial<CreateQueueInput> = {}): { box: Sandbox; QueueARN: string } {
  const box = boxWith(ON_DEMAND)
  const { QueueARN } = box.kinesis.CreateQueue({ QueueName: 'work', ...STREAM, ...input }).QueueDescription
  box.advance(5 * SECOND)
  return { box, QueueARN }
}

/**
 * Draws calls on one queue:
 *   put A B ...                       records with these data, of one key
 *   receive [LIMIT], dead [LIMIT]     what comes, each with its receive count: `A1 B1`
 *   ack A, hide A SECONDS, ackdead A, restore A   with the newest handle of A; `ack A old` with the first one
 *   stream                            what a reader of the stream sees
 */
function expectQueue(drawing: string, input: Partial<CreateQueueInput> = {}): void {
  const { box, QueueARN } = withQueue(input)
  const { kinesis } = box
  const start = box.now()
  const handles = new Map<string, string[]>()
  const receive = (records: ReturnType<Sandbox['kinesis']['ReceiveQueueRecords']>['Records']) => {
    for (const { Data, ReceiptHandle } of records)
      handles.set(String(Data), [...(handles.get(String(Data)) ?? []), ReceiptHandle])
    return records.map(({ Data, ReceiveCount }) => `${Data}${ReceiveCount}`).join(' ') || 'nothing'
  }
  expectTimeline(drawing, (micros, [verb, ...words]) => {
    box.advance(start + micros - box.now())
    const [name, more] = words
    const limit = name === undefined ? {} : { Limit: Number(name) }
    const own = handles.get(name ?? '') ?? []
    const Entries = [{ ReceiptHandle: (more === 'old' ? own[0] : own.at(-1)) ?? 'none' }]
    const seen = ({ Failed }: { Failed: unknown[] }) => (Failed.length === 0 ? 'ok' : 'failed')
    switch (verb) {
      case 'put':
        for (const Data of words) kinesis.PutRecord({ ...STREAM, PartitionKey: 'k', Data })
        return 'ok'
      case 'receive':
        return receive(kinesis.ReceiveQueueRecords({ QueueARN, ...limit }).Records)
      case 'dead':
        return receive(kinesis.ReceiveDeadLetterQueueRecords({ QueueARN, ...limit }).Records)
      case 'ack':
        return seen(kinesis.AcknowledgeQueueRecords({ QueueARN, Entries }))
      case 'ackdead':
        return seen(kinesis.AcknowledgeDeadLetterQueueRecords({ QueueARN, Entries }))
      case 'restore':
        return seen(kinesis.RestoreDeadLetterQueueRecords({ QueueARN, Entries }))
      case 'hide': {
        const hidden = Entries.map((entry) => ({ ...entry, VisibilityTimeoutSeconds: Number(more) }))
        return seen(kinesis.UpdateQueueRecordsVisibility({ QueueARN, Entries: hidden }))
      }
      case 'stream':
        return kinesis
          .ListShards(STREAM)
          .Shards.flatMap(({ ShardId }) => {
            const at = { ...STREAM, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const
            return kinesis.GetRecords(kinesis.GetShardIterator(at)).Records.map(({ Data }) => Data)
          })
          .join(' ')
      default:
        throw new Error(`No such step: ${verb}`)
    }
  })
}

describe('KIN6 Kinesis queues', () => {
  test('KIN6.02 received, hidden for 30 s, back when nobody acknowledges; the records stay in the stream', () => {
    expectQueue(`
      0        put A B C                         ok
      0        receive 2                         A1 B1
      1        receive                           C1
      1        receive                           nothing
      2        ack A                             ok
      29.999999  receive                         nothing
      30       receive                           B2
      31       receive                           C2
      31       stream                            A B C
    `)
  })

  test('KIN6.02 the visibility timeout: of the queue, of a receive, or changed while it is in flight', () => {
    expectQueue(
      `
      0        put A B                           ok
      0        receive 1                         A1
      4        hide A 10                         ok
      10       receive                           B1
      13       receive                           nothing
      14       receive                           A2
      14       hide A 0                          ok
      14       receive                           A3
    `,
      { QueueAttributes: { VisibilityTimeoutSeconds: 10 } },
    )
  })

  test('KIN6.02 an older handle does nothing once its record was received again; the newest works also after its timeout', () => {
    expectQueue(`
      0        put A B                           ok
      0        receive                           A1 B1
      30       receive 1                         A2
      31       ack A old                         failed
      61       ack A                             ok
      61       receive                           B2
    `)
  })

  test('KIN6.02 from LATEST unless the queue begins elsewhere', () => {
    const box = boxWith(ON_DEMAND)
    const put = (Data: string) => box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'k', Data })
    put('before')
    const latest = box.kinesis.CreateQueue({ QueueName: 'latest', ...STREAM }).QueueDescription
    const StartingPosition = { Type: 'TRIM_HORIZON' } as const
    const StreamConfigurationList = [{ StreamARN: latest.StreamConfigurationList[0]!.StreamARN, StartingPosition }]
    const oldest = box.kinesis.CreateQueue({ QueueName: 'oldest', StreamConfigurationList }).QueueDescription
    expect(latest).toMatchObject({ QueueStatus: 'CREATING', QueueAttributes: { VisibilityTimeoutSeconds: 30 } })
    const receive = (QueueARN: string) => box.kinesis.ReceiveQueueRecords({ QueueARN }).Records.map(({ Data }) => Data)
    expect(nameOf(() => receive(latest.QueueARN))).toBe('ResourceInUseException')
    put('after')
    box.advance(5 * SECOND)
    expect([receive(latest.QueueARN), receive(oldest.QueueARN)]).toEqual([['after'], ['before', 'after']])
  })

  test('KIN6.02 at most ten records a call, for on-demand streams only, and not in the profile of the article', () => {
    const { box, QueueARN } = withQueue()
    const { kinesis } = box
    for (let i = 0; i < 12; i++) kinesis.PutRecord({ ...STREAM, PartitionKey: `k${i}`, Data: 'x' })
    expect(kinesis.ReceiveQueueRecords({ QueueARN }).Records).toHaveLength(10)
    const Entries = Array.from({ length: 11 }, () => ({ ReceiptHandle: 'x' }))
    expect([
      nameOf(() => kinesis.ReceiveQueueRecords({ QueueARN, Limit: 11 })),
      nameOf(() => kinesis.AcknowledgeQueueRecords({ QueueARN, Entries })),
      nameOf(() => kinesis.AcknowledgeQueueRecords({ QueueARN, Entries: [] })),
      nameOf(() => kinesis.ReceiveQueueRecords({ QueueARN, VisibilityTimeoutSeconds: 43_201 })),
      nameOf(() => kinesis.DescribeQueue({ QueueARN: `${QueueARN}0` })),
      nameOf(() => boxWith().kinesis.CreateQueue({ QueueName: 'work', ...STREAM })),
      factOf(() =>
        boxWith({ ShardCount: 1 }, { profile: 'article' }).kinesis.CreateQueue({ QueueName: 'work', ...STREAM }),
      ),
    ]).toEqual([
      'ValidationException',
      'ValidationException',
      'ValidationException',
      'ValidationException',
      'ResourceNotFoundException',
      'InvalidArgumentException',
      'KIN6.02',
    ])
  })

  test('KIN6.03 queues count as consumers and share their limit; a deleted one makes room', () => {
    const box = boxWith(ON_DEMAND)
    const create = (i: number) => box.kinesis.CreateQueue({ QueueName: `q-${i}`, ...STREAM }).QueueDescription
    const first = create(0)
    for (let i = 1; i < 20; i++) create(i)
    const StreamARN = first.StreamConfigurationList[0]!.StreamARN
    const register = () => box.kinesis.RegisterStreamConsumer({ StreamARN, ConsumerName: 'A' })
    expect([nameOf(() => create(20)), nameOf(register)]).toEqual(['LimitExceededException', 'LimitExceededException'])
    expect(box.kinesis.DescribeStreamSummary(STREAM).StreamDescriptionSummary.ConsumerCount).toBe(20)
    box.kinesis.DeleteQueue({ QueueARN: first.QueueARN })
    expect(nameOf(register)).toBe('ok')
    expect(box.kinesis.ListQueues().Queues).toHaveLength(19)
  })

  test('KIN6.03 at most 120,000 in flight', () => {
    const { box, QueueARN } = withQueue({ QueueAttributes: { VisibilityTimeoutSeconds: 3_600 } })
    const { kinesis } = box
    const Records = Array.from({ length: 500 }, (_, i) => ({ PartitionKey: `k${i}`, Data: 'x' }))
    for (let second = 0; second < 241; second++) {
      kinesis.PutRecords({ ...STREAM, Records })
      box.advance(SECOND)
    }
    const receive = () => kinesis.ReceiveQueueRecords({ QueueARN }).Records
    let received = 0
    let last = receive()
    for (let first = last; last.length > 0; last = receive()) {
      received += last.length
      if (received === 120_000) kinesis.AcknowledgeQueueRecords({ QueueARN, Entries: first.slice(0, 3) })
      else first = last
    }
    expect(received).toBe(120_003)
  })

  test('KIN6.04 after six receives without success a record is a dead letter: read, acknowledged or restored by its own calls', () => {
    expectQueue(`
      0        put A                             ok
      0        receive                           A1
      30       receive                           A2
      60       receive                           A3
      90       receive                           A4
      120      receive                           A5
      150      receive                           A6
      180      receive                           nothing
      180      dead                              A7
      180      ack A                             failed
      181      restore A                         ok
      181      receive                           A1
      211      stream                            A
    `)
  })

  test('KIN6.04 another MaxReceiveCount, or none at all', () => {
    const drawing = (last: string) => `
      0        put A                             ok
      0        receive                           A1
      30       receive                           A2
      60       receive                           ${last}
      90       dead                              ${last === 'nothing' ? 'A3' : 'nothing'}
      90       ackdead A                         ${last === 'nothing' ? 'ok' : 'failed'}
      120      dead                              nothing
    `
    const dead = (TargetType: 'BUILT_IN' | 'NONE', MaxReceiveCount?: number) => ({
      QueueAttributes: { DeadLetterConfiguration: { TargetType, ...(MaxReceiveCount && { MaxReceiveCount }) } },
    })
    expectQueue(drawing('nothing'), dead('BUILT_IN', 2))
    expectQueue(drawing('A3'), dead('NONE'))
  })

  test('KIN6.04, KIN6.01 everything expires with the stream, dead letters too', () => {
    expectQueue(
      `
      0        put A B                           ok
      0        receive 1                         A1
      30       receive 1                         B1
      30       dead                              A2
      86400    dead                              nothing
      86400    receive                           nothing
    `,
      { QueueAttributes: { DeadLetterConfiguration: { TargetType: 'BUILT_IN', MaxReceiveCount: 1 } } },
    )
  })

  test('KIN6.02 after a split the children are delivered too', () => {
    const { box, QueueARN } = withQueue()
    box.kinesis.UpdateAccountSettings({ MinimumThroughputBillingCommitment: { Status: 'ENABLED' } })
    box.kinesis.UpdateStreamWarmThroughput({ ...STREAM, WarmThroughputMiBps: 8 })
    box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'user-1', Data: 'parent' })
    box.advance(60 * SECOND)
    const { ShardId } = box.kinesis.PutRecord({ ...STREAM, PartitionKey: 'user-1', Data: 'child' })
    expect(ShardId > shardId(3)).toBe(true)
    expect(
      box.kinesis
        .ReceiveQueueRecords({ QueueARN })
        .Records.map(({ Data }) => Data)
        .sort(),
    ).toEqual(['child', 'parent'])
  })
})
