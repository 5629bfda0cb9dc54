import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../runs.ts'
import { answerOf, play, type SnsBox, snsBox } from './bench.ts'

const SECOND = 1_000_000
const MINUTE = 60 * SECOND

/** `publish hello in:a id:1`: a body, its group, its deduplication id. */
function publish(box: SnsBox, TopicArn: string, words: readonly string[]) {
  const [Message = 'x', ...more] = words
  const after = (mark: string) => more.find((word) => word.startsWith(mark))?.slice(mark.length)
  const group = after('in:')
  const id = after('id:')
  return box.sns.Publish({
    ...{ TopicArn, Message },
    ...(group !== undefined && { MessageGroupId: group }),
    ...(id !== undefined && { MessageDeduplicationId: id }),
  })
}

describe('SNS.06 deduplication', () => {
  test('SNS.06 a repeated id is accepted for 5 minutes and not delivered, in the whole topic', () => {
    const box = snsBox()
    const TopicArn = box.createTopic('t.fifo')
    for (const queue of ['q.fifo', 'plain']) box.subscribe(TopicArn, queue)
    const first = publish(box, TopicArn, ['zero', 'in:a', 'id:0'])
    expect(publish(box, TopicArn, ['zero', 'in:a', 'id:0'])).toEqual(first)
    play(
      box,
      `
        0          publish one in:a id:1      ok
        0          publish two in:a id:1      ok
        0          publish three in:b id:1    ok
        0          take plain                 zero one
        0          take q.fifo                zero one
        299.999    publish four in:a id:1     ok
        299.999    take plain                 nothing
        300        publish five in:a id:1     ok
        300        take plain                 five
        300        take q.fifo                five
      `,
      (what, ...words) =>
        what === 'publish'
          ? answerOf(() => publish(box, TopicArn, words))
          : box.bodies(words[0]!).join(' ') || 'nothing',
    )
  })

  test('SNS.06 with FifoThroughputScope MessageGroup each group has ids of its own', () => {
    const box = snsBox()
    const TopicArn = box.createTopic('t.fifo', { FifoThroughputScope: 'MessageGroup' })
    box.subscribe(TopicArn, 'plain')
    for (const words of ['one in:a id:1', 'two in:a id:1', 'three in:b id:1']) publish(box, TopicArn, words.split(' '))
    expect(box.bodies('plain')).toEqual(['one', 'three'])
  })

  test('SNS.06 content-based: the SHA-256 of the body, attributes left out; an id of the message wins', () => {
    const box = snsBox()
    const TopicArn = box.createTopic('t.fifo', { ContentBasedDeduplication: 'true' })
    box.subscribe(TopicArn, 'plain')
    const send = (Message: string | Uint8Array | number, more: object = {}) =>
      box.sns.Publish({ TopicArn, Message, MessageGroupId: 'g', ...more })
    send('one')
    send('one', { MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } } })
    send(new TextEncoder().encode('one'))
    send('one', { MessageDeduplicationId: 'other' })
    // The SHA-256 of "one", as an id of its own.
    const MessageDeduplicationId = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed'
    send('two', { MessageDeduplicationId })
    send(3)
    send('\0\0\0')
    expect(box.waiting('plain')).toBe(3)
  })

  test('SNS.06 a FIFO topic needs a group and an id', () => {
    const box = snsBox()
    const TopicArn = box.createTopic('t.fifo')
    expect(answerOf(() => publish(box, TopicArn, ['x', 'id:1']))).toBe('InvalidParameter SNS.06')
    expect(answerOf(() => publish(box, TopicArn, ['x', 'in:a']))).toBe('InvalidParameter SNS.06')
    expect(answerOf(() => publish(box, TopicArn, ['x', `in:${'a'.repeat(129)}`, 'id:1']))).toBe(
      'InvalidParameter SNS.06',
    )
    const entries = [
      { Id: 'a', Message: 'x', MessageGroupId: 'g', MessageDeduplicationId: '1' },
      { Id: 'b', Message: 'x', MessageDeduplicationId: '2' },
    ]
    const batch = () => box.sns.PublishBatch({ TopicArn, PublishBatchRequestEntries: entries })
    expect(answerOf(batch)).toBe('InvalidParameter SNS.06')
  })
})

test('SNS.06 sequence numbers have 20 digits and grow', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t.fifo')
  const numbers = ['1', '2', '3'].map((id) => publish(box, TopicArn, ['x', 'in:a', `id:${id}`]).SequenceNumber!)
  expect(numbers.every((number) => /^\d{20}$/.test(number))).toBe(true)
  expect(numbers.toSorted()).toEqual(numbers)
  expect(new Set(numbers).size).toBe(3)
})

test('SNS.06 what has to be tried again holds back its own group in its own queue, and nothing else', () => {
  const box = snsBox({
    faults: { deliveries: [{ queue: 'cut.fifo', from: 0, until: 1.5 * SECOND, kind: 'unreachable' }] },
  })
  const TopicArn = box.createTopic('t.fifo')
  for (const queue of ['cut.fifo', 'whole.fifo']) box.subscribe(TopicArn, queue)
  play(
    box,
    `
      0      publish a1 in:a id:1    ok
      1      publish a2 in:a id:2    ok
      1.6    publish a3 in:a id:3    ok
      1.6    publish b1 in:b id:4    ok
      1.6    take whole.fifo         a1 a2 a3 b1
      1.6    take cut.fifo           b1
      2      take cut.fifo           a1 a2 a3
    `,
    (what, ...words) =>
      what === 'publish' ? answerOf(() => publish(box, TopicArn, words)) : box.bodies(words[0]!).join(' '),
  )
})

test('SNS.06 a copy whose answer was lost comes twice to a standard queue, and once to a FIFO queue, which knows its id', () => {
  const until = 0.5 * SECOND
  const box = snsBox({
    faults: {
      deliveries: [
        { queue: 'q.fifo', from: 0, until, kind: 'answerLost' },
        { queue: 'plain', from: 0, until, kind: 'answerLost' },
      ],
    },
  })
  const TopicArn = box.createTopic('t.fifo')
  for (const queue of ['q.fifo', 'plain']) box.subscribe(TopicArn, queue)
  publish(box, TopicArn, ['one', 'in:a', 'id:1'])
  box.advance(10 * SECOND)
  expect(box.bodies('q.fifo')).toEqual(['one'])
  expect(box.bodies('plain')).toEqual(['one', 'one', 'one', 'one', 'one'])
})

test('SNS.06 order of each group from the topic to the consumer of a FIFO queue, whatever fails on the way', () => {
  const step = fc.record({ group: fc.nat(2), pause: fc.nat(3 * SECOND) })
  const cut = fc.record({ from: fc.nat(20 * SECOND), length: fc.nat(20 * SECOND), isLost: fc.boolean() })
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 10, maxLength: 30 }),
      fc.array(cut, { maxLength: 3 }),
      fc.nat(20 * SECOND),
      (steps, cuts, takenAt) => {
        const deliveries = cuts.map(({ from, length, isLost }) => {
          const kind = isLost ? ('answerLost' as const) : ('unreachable' as const)
          return { queue: 'q.fifo', from, until: from + length, kind }
        })
        const box = snsBox({ faults: { deliveries } })
        const TopicArn = box.createTopic('t.fifo')
        box.subscribe(TopicArn, 'q.fifo')
        const got: string[] = []
        let isTaken = false
        steps.forEach(({ group, pause }, i) => {
          box.advance(pause)
          if (!isTaken && box.now() > takenAt) {
            isTaken = true
            got.push(...box.bodies('q.fifo'))
          }
          publish(box, TopicArn, [`${group}-${i}`, `in:g${group}`, `id:${i}`])
        })
        box.advance(3 * MINUTE)
        got.push(...box.bodies('q.fifo'))
        for (const group of [0, 1, 2]) {
          const wanted = steps.flatMap((own, i) => (own.group === group ? [`${group}-${i}`] : []))
          expect(got.filter((body) => body.startsWith(`${group}-`))).toEqual(wanted)
        }
      },
    ),
    { seed: 20261125, numRuns: runs(300) },
  )
})

describe('SNS.09 archive and replay', () => {
  const archived = { ArchivePolicy: '{"MessageRetentionPeriod":"1"}' }
  const from = (StartingPoint: string, EndingPoint?: string) => ({
    ReplayPolicy: JSON.stringify({ PointType: 'Timestamp', StartingPoint, EndingPoint }),
  })

  test('SNS.09 a FIFO topic with an archive hands old messages over again to who asks, whenever it came', () => {
    const box = snsBox()
    const TopicArn = box.createTopic('t.fifo', archived)
    box.subscribe(TopicArn, 'early.fifo')
    const SubscriptionArn = () => box.subscribe(TopicArn, 'early.fifo')
    const replay = (policy: { ReplayPolicy: string }) =>
      box.sns.SetSubscriptionAttributes({
        ...{ SubscriptionArn: SubscriptionArn(), AttributeName: 'ReplayPolicy' },
        AttributeValue: policy.ReplayPolicy,
      })
    play(
      box,
      `
        0        publish one in:a id:1      ok
        60       publish two in:a id:2      ok
        61       take early.fifo            one two
        120      late                       ok
        120      take late.fifo             two
        121      publish three in:a id:3    ok
        121      take late.fifo             three
        3600     again                      ok
        3600     take early.fifo            three one two three
        86460    again                      ok
        86460    take early.fifo            three
      `,
      (what, ...words) => {
        if (what === 'publish') return answerOf(() => publish(box, TopicArn, words))
        if (what === 'late')
          return answerOf(() => box.subscribe(TopicArn, 'late.fifo', from('1970-01-01T00:01:00.000Z')))
        if (what === 'again') return answerOf(() => replay(from('1970-01-01T00:00:00.000Z')))
        return box.bodies(words[0]!).join(' ')
      },
    )
  })

  test('SNS.09 a replay with an end gives that stretch alone, filtered, marked, and with the identity of old', () => {
    const box = snsBox()
    const TopicArn = box.createTopic('t.fifo', archived)
    const send = (city: string, id: string) =>
      box.sns.Publish({
        ...{ TopicArn, Message: city, MessageGroupId: 'g', MessageDeduplicationId: id },
        MessageAttributes: { city: { DataType: 'String', StringValue: city } },
      })
    const { MessageId, SequenceNumber } = send('rome', '1')
    send('oslo', '2')
    box.advance(10 * SECOND)
    send('rome', '3')
    const SubscriptionArn = box.subscribe(TopicArn, 'q.fifo', {
      ...from('1970-01-01T00:00:00.000Z', '1970-01-01T00:00:05.000Z'),
      ...{ FilterPolicy: '{"city":["rome"]}', RawMessageDelivery: 'false' },
    })
    send('rome', '4')
    const messages = box.take('q.fifo').map(({ Body }) => JSON.parse(Body))
    expect(messages).toMatchObject([
      { MessageId, SequenceNumber, Message: 'rome', Timestamp: '1970-01-01T00:00:00.000Z', Replayed: true },
    ])
    expect(box.sns.GetSubscriptionAttributes({ SubscriptionArn }).Attributes['ReplayStatus']).toBe('Completed')
  })

  test('SNS.09 standard topics keep nothing, nor does a FIFO topic without a policy, nor any in profile article', () => {
    const box = snsBox()
    expect(answerOf(() => box.createTopic('t', archived))).toBe('InvalidParameter SNS.09')
    const plain = box.createTopic('plain.fifo')
    const policy = from('1970-01-01T00:00:00.000Z')
    expect(answerOf(() => box.subscribe(plain, 'q.fifo', policy))).toBe('InvalidParameter SNS.09')
    for (const days of ['0', '366', 'x']) {
      const ArchivePolicy = JSON.stringify({ MessageRetentionPeriod: days })
      expect(answerOf(() => box.createTopic('bad.fifo', { ArchivePolicy }))).toBe('InvalidParameter SNS.09')
    }
    const kept = box.createTopic('kept.fifo', archived)
    for (const text of ['{"PointType":"Timestamp"}', '{"PointType":"Now","StartingPoint":"1970-01-01T00:00:00Z"}', '['])
      expect(answerOf(() => box.subscribe(kept, 'q.fifo', { ReplayPolicy: text }))).toBe('InvalidParameter SNS.09')
    expect(answerOf(() => box.sns.DeleteTopic({ TopicArn: kept }))).toBe('InvalidState SNS.09')
    box.sns.SetTopicAttributes({ TopicArn: kept, AttributeName: 'ArchivePolicy', AttributeValue: '{}' })
    expect(answerOf(() => box.sns.DeleteTopic({ TopicArn: kept }))).toBe('ok')
    const article = snsBox({ profile: 'article' })
    expect(answerOf(() => article.createTopic('t.fifo', archived))).toBe('InvalidParameter SNS.09')
    expect(answerOf(() => article.createTopic('t.fifo'))).toBe('ok')
  })
})
