import { expect, test } from 'vitest'
import { answerOf, play, snsBox } from './bench.ts'

test('SNS.01 one message published, one copy for each queue, each with a backlog of its own', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('orders')
  for (const queue of ['stock', 'billing']) box.subscribe(TopicArn, queue)
  play(
    box,
    `
      0    publish one          ok
      0    count stock          1
      0    count billing        1
      1    publish two          ok
      1    take stock           one two
      1    count stock          0
      1    count billing        2
      2    take billing         one two
    `,
    (what, word) => {
      if (what === 'publish') return answerOf(() => box.sns.Publish({ TopicArn, Message: word! }))
      return what === 'count' ? String(box.waiting(word!)) : box.bodies(word!).join(' ')
    },
  )
})

test('SNS.01 whoever publishes knows the topic alone: no queue, many queues and a deleted queue are the same to it', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('orders')
  const publish = () => answerOf(() => box.sns.Publish({ TopicArn, Message: 'x' }))
  expect(publish()).toBe('ok')
  box.subscribe(TopicArn, 'stock')
  box.subscribe(TopicArn, 'billing')
  expect(publish()).toBe('ok')
  box.sqs.DeleteQueue({ QueueUrl: box.url('stock') })
  expect(publish()).toBe('ok')
  expect(box.waiting('billing')).toBe(2)
  expect(answerOf(() => box.sns.Publish({ TopicArn: `${TopicArn}2`, Message: 'x' }))).toBe('NotFound SNS.01')
})

test('SNS.02 a batch has up to 10 messages, each with its own answer', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('orders')
  box.subscribe(TopicArn, 'stock')
  const batch = (count: number, changes: object = {}) =>
    box.sns.PublishBatch({
      TopicArn,
      PublishBatchRequestEntries: Array.from({ length: count }, (_, i) => ({
        Id: `e${i}`,
        Message: `m${i}`,
        ...changes,
      })),
    })
  const { Successful, Failed } = batch(10)
  expect(Successful.map(({ Id }) => Id)).toEqual(Array.from({ length: 10 }, (_, i) => `e${i}`))
  expect(new Set(Successful.map(({ MessageId }) => MessageId)).size).toBe(10)
  expect(Failed).toEqual([])
  expect(box.waiting('stock')).toBe(10)
  expect(answerOf(() => batch(11))).toBe('TooManyEntriesInBatchRequest SNS.02')
  expect(answerOf(() => batch(0))).toBe('EmptyBatchRequest SNS.02')
  expect(answerOf(() => batch(2, { Id: 'same' }))).toBe('BatchEntryIdsNotDistinct SNS.02')
  expect(answerOf(() => batch(1, { Id: 'no spaces' }))).toBe('InvalidBatchEntryId SNS.02')
  expect(answerOf(() => batch(1, { Id: 'x'.repeat(81) }))).toBe('InvalidBatchEntryId SNS.02')
  // 262,144 B in all are a batch, one more is not.
  expect(answerOf(() => batch(8, { Message: 32_768 }))).toBe('ok')
  expect(answerOf(() => batch(9, { Message: 29_128 }))).toBe('BatchRequestTooLong SNS.04')
  expect(box.waiting('stock')).toBe(18)
})

test('SNS.05 a standard topic does its best: what is tried again comes late, and twice when an answer is lost', () => {
  const SECOND = 1_000_000
  const box = snsBox({
    faults: {
      deliveries: [
        { queue: 'stock', from: 0, until: 1.5 * SECOND, kind: 'unreachable' },
        { queue: 'stock', from: 10 * SECOND, until: 10.5 * SECOND, kind: 'answerLost' },
      ],
    },
  })
  const TopicArn = box.createTopic('orders')
  box.subscribe(TopicArn, 'stock')
  play(
    box,
    `
      1      publish one     ok
      1.7    publish two     ok
      1.7    take            two
      2      take            one
      10     publish three   ok
      10     take            three three three three
      11     take            three
    `,
    (what, word) =>
      what === 'publish'
        ? answerOf(() => box.sns.Publish({ TopicArn, Message: word! }))
        : box.bodies('stock').join(' '),
  )
})

test('SNS.10 a queue that comes late gets nothing that was published before, and what goes gets nothing after', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('orders')
  let subscription = ''
  play(
    box,
    `
      0    publish one      ok
      1    subscribe        ok
      1    take             nothing
      2    publish two      ok
      3    unsubscribe      ok
      4    publish three    ok
      5    take             two
      6    subscribe        ok
      6    take             nothing
      7    publish four     ok
      7    take             four
    `,
    (what, word) => {
      if (what === 'publish') return answerOf(() => box.sns.Publish({ TopicArn, Message: word! }))
      if (what === 'subscribe') subscription = box.subscribe(TopicArn, 'late')
      if (what === 'unsubscribe') box.sns.Unsubscribe({ SubscriptionArn: subscription })
      return what === 'take' ? box.bodies('late').join(' ') || 'nothing' : 'ok'
    },
  )
})

test('SNS.01 who waits for messages of a queue is answered when a copy comes', () => {
  const SECOND = 1_000_000
  const box = snsBox({ faults: { deliveries: [{ queue: 'stock', from: 0, until: SECOND, kind: 'unreachable' }] } })
  const TopicArn = box.createTopic('orders')
  box.subscribe(TopicArn, 'stock')
  box.sns.Publish({ TopicArn, Message: 'one' })
  // Four attempts at 0, the fifth one after a second: the long poll waits for it.
  const { Messages } = box.sqs.ReceiveMessage({ QueueUrl: box.url('stock'), WaitTimeSeconds: 20 })
  expect(Messages?.map(({ Body }) => Body)).toEqual(['one'])
  expect(box.now()).toBe(SECOND)
})
