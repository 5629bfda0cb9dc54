import { expect, test } from 'vitest'
import { answerOf, play, snsBox } from './bench.ts'

const MIB = 1_048_576
const entries = (count: number, more: (i: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, i) => ({ Id: `e${i}`, Message: 'x', ...more(i) }))

test('SNS.02 SNS.03 the quota is the account\u2019s in its Region and counts messages, not calls', () => {
  // Stockholm: 300 standard messages a second.
  const box = snsBox({ region: 'eu-north-1' })
  const topics = { a: box.createTopic('a'), b: box.createTopic('b') }
  play(
    box,
    `
      0        batches a 29    290 ok
      0        batches b 1     10 ok
      0        single b        Throttled SNS.03
      0        batches a 1     Throttled SNS.03
      0.01     batches a 1     3 ok, 7 Throttled
      0.1      single a        ok
      0.1      batches b 2     20 ok
      1        batches b 24    240 ok
      1        batches b 4     36 ok, 4 Throttled
    `,
    (what, topic, count) => {
      const TopicArn = topics[topic as 'a' | 'b']
      if (what === 'single') return answerOf(() => box.sns.Publish({ TopicArn, Message: 'x' }))
      let ok = 0
      const failed: string[] = []
      const code = answerOf(() => {
        for (let i = 0; i < Number(count); i++) {
          const { Successful, Failed } = box.sns.PublishBatch({ TopicArn, PublishBatchRequestEntries: entries(10) })
          ok += Successful.length
          failed.push(...Failed.map(({ Code }) => Code))
        }
      })
      if (code !== 'ok') return code
      return failed.length === 0 ? `${ok} ok` : `${ok} ok, ${failed.length} ${failed[0]}`
    },
  )
})

test('SNS.03 standard and FIFO topics take from one quota: us-east-1 gives both 30,000 messages a second together', () => {
  const box = snsBox()
  const standard = box.createTopic('s')
  const fifo = box.createTopic('f.fifo', { FifoThroughputScope: 'MessageGroup' })
  let id = 0
  const batch = (isFifo: boolean) =>
    box.sns.PublishBatch({
      TopicArn: isFifo ? fifo : standard,
      PublishBatchRequestEntries: entries(10, () =>
        isFifo ? { MessageGroupId: `g${id % 1000}`, MessageDeduplicationId: String(id++) } : {},
      ),
    }).Successful.length
  let published = 0
  for (let i = 0; i < 3000; i++) published += batch(i % 3 === 0)
  expect(published).toBe(30_000)
  expect(answerOf(() => batch(false))).toBe('Throttled SNS.03')
  expect(answerOf(() => batch(true))).toBe('Throttled SNS.03')
  box.advance(1_000_000)
  expect(batch(true)).toBe(10)
})

test.each([
  ['us-east-1', 30_000],
  ['us-west-2', 9000],
  ['eu-west-1', 9000],
  ['eu-central-1', 1500],
  ['eu-north-1', 300],
])('SNS.03 in %s %i standard messages pass at one moment', (region, quota) => {
  const box = snsBox({ region })
  const TopicArn = box.createTopic('t')
  const batch = () => box.sns.PublishBatch({ TopicArn, PublishBatchRequestEntries: entries(10) }).Successful.length
  let published = 0
  expect(
    answerOf(() => {
      for (;;) published += batch()
    }),
  ).toBe('Throttled SNS.03')
  expect(published).toBe(quota)
})

test('SNS.03 without throttling any number passes, sizes are checked all the same', () => {
  const box = snsBox({ region: 'eu-north-1', throttling: false })
  const TopicArn = box.createTopic('t')
  for (let i = 0; i < 100; i++) box.sns.PublishBatch({ TopicArn, PublishBatchRequestEntries: entries(10) })
  expect(answerOf(() => box.sns.Publish({ TopicArn, Message: 262_145 }))).toBe('InvalidParameter SNS.04')
})

test('SNS.04 a message has up to 256 KiB, up to 1 MiB where the topic says so, attributes included', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  box.subscribe(TopicArn, 'q')
  const attributes = { city: { DataType: 'String', StringValue: 'rome' } }
  play(
    box,
    `
      0    publish 262144         ok
      0    publish 262145         InvalidParameter SNS.04
      0    attribute 262130       ok
      0    attribute 262131       InvalidParameter SNS.04
      0    publish 0              InvalidParameter SNS.04
      1    maximum 1048577        InvalidParameter SNS.04
      1    maximum 1023           InvalidParameter SNS.04
      1    maximum 1048576        ok
      1    publish 1048576        ok
      1    publish 1048577        InvalidParameter SNS.04
      2    maximum 1024           ok
      2    publish 1025           InvalidParameter SNS.04
    `,
    (what, value) =>
      answerOf(() => {
        if (what === 'maximum')
          box.sns.SetTopicAttributes({ TopicArn, AttributeName: 'MaximumMessageSize', AttributeValue: value! })
        else {
          const MessageAttributes = what === 'attribute' ? attributes : {}
          box.sns.Publish({ TopicArn, Message: Number(value), MessageAttributes })
        }
      }),
  )
  // 4 + 6 + 4 B of name, type and value.
  expect(box.waiting('q')).toBe(3)
})

test('SNS.04 a topic of messages above 256 KiB has at most 100 subscriptions', () => {
  const box = snsBox()
  const large = box.createTopic('large', { MaximumMessageSize: String(MIB) })
  const small = box.createTopic('small')
  const subscribe = (TopicArn: string, i: number) =>
    answerOf(() => box.sns.Subscribe({ TopicArn, Protocol: 'sqs', Endpoint: box.arn(`q${i}`) }))
  for (let i = 0; i < 100; i++) expect([subscribe(large, i), subscribe(small, i)]).toEqual(['ok', 'ok'])
  expect(subscribe(large, 100)).toBe('SubscriptionLimitExceeded SNS.04')
  expect(subscribe(small, 100)).toBe('ok')
  const grow = () =>
    box.sns.SetTopicAttributes({ TopicArn: small, AttributeName: 'MaximumMessageSize', AttributeValue: String(MIB) })
  expect(answerOf(grow)).toBe('InvalidParameter SNS.04')
})

test('SNS.06 a FIFO topic takes 3,000 messages a second or 20 MB, one group 300, and MessageGroup lifts the first two', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t.fifo')
  let id = 0
  const publish = (group: string, Message: string | number = 'x') =>
    answerOf(() => box.sns.Publish({ TopicArn, Message, MessageGroupId: group, MessageDeduplicationId: String(id++) }))
  const many = (count: number, group: (i: number) => string, bytes?: number) => {
    let ok = 0
    let refusal = ''
    for (let i = 0; i < count; i++) {
      const answer = publish(group(i), bytes)
      if (answer === 'ok') ok++
      else refusal = answer
    }
    return refusal === '' ? `${ok} ok` : `${ok} ok, then ${refusal}`
  }
  play(
    box,
    `
      0     group 400      300 ok, then Throttled SNS.06
      0     spread 4000    2700 ok, then Throttled SNS.06
      1     group 400      300 ok, then Throttled SNS.06
      2     large 100      80 ok, then Throttled SNS.06
      3     scope          ok
      3     spread 5000    5000 ok
      3     large 100      100 ok
      4     group 400      300 ok, then Throttled SNS.06
    `,
    (what, count) => {
      if (what === 'group') return many(Number(count), () => 'one')
      if (what === 'spread') return many(Number(count), (i) => `g${i % 100}`)
      // 80 messages of 256 KiB are 20 MiB.
      if (what === 'large') return many(Number(count), (i) => `large${i}`, 262_144)
      return answerOf(() =>
        box.sns.SetTopicAttributes({
          TopicArn,
          AttributeName: 'FifoThroughputScope',
          AttributeValue: 'MessageGroup',
        }),
      )
    },
  )
})
