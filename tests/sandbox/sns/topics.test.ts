import { expect, test } from 'vitest'
import { answerOf, snsBox } from './bench.ts'

const ARN = 'arn:aws:sns:us-east-1:000000000000:'

test('SNS.01 topics are made, shown, changed and deleted', () => {
  const box = snsBox()
  const { sns } = box
  expect(sns.CreateTopic({ Name: 'orders' })).toEqual({ TopicArn: `${ARN}orders` })
  const TopicArn = `${ARN}orders`
  expect(answerOf(() => sns.CreateTopic({ Name: 'orders' }))).toBe('ok')
  const other = { MaximumMessageSize: '2048' }
  expect(answerOf(() => sns.CreateTopic({ Name: 'orders', Attributes: other }))).toBe('InvalidParameter SNS.01')
  for (const Name of ['', 'a b', 'a.fifo', 'x'.repeat(257), undefined as unknown as string])
    expect(answerOf(() => sns.CreateTopic({ Name }))).toBe('InvalidParameter SNS.01')
  const fifo = { FifoTopic: 'true' }
  expect(answerOf(() => sns.CreateTopic({ Name: 'a', Attributes: fifo }))).toBe('InvalidParameter SNS.01')
  expect(answerOf(() => sns.CreateTopic({ Name: 'a.fifo', Attributes: fifo }))).toBe('ok')
  const SubscriptionArn = box.subscribe(TopicArn, 'q')
  expect(sns.GetTopicAttributes({ TopicArn }).Attributes).toEqual({
    ...{ TopicArn, Owner: '000000000000' },
    ...{ SubscriptionsConfirmed: '1', SubscriptionsPending: '0', SubscriptionsDeleted: '0' },
  })
  const owner = { Owner: '000000000000', Protocol: 'sqs', Endpoint: box.arn('q'), TopicArn }
  expect(sns.ListSubscriptionsByTopic({ TopicArn })).toEqual({ Subscriptions: [{ SubscriptionArn, ...owner }] })
  sns.DeleteTopic({ TopicArn })
  expect(answerOf(() => sns.DeleteTopic({ TopicArn }))).toBe('ok')
  expect(answerOf(() => sns.GetTopicAttributes({ TopicArn }))).toBe('NotFound SNS.01')
  expect(answerOf(() => sns.Publish({ TopicArn, Message: 'x' }))).toBe('NotFound SNS.01')
  expect(answerOf(() => sns.GetSubscriptionAttributes({ SubscriptionArn }))).toBe('NotFound SNS.01')
})

test('SNS.01 a queue is subscribed once, and only queues are', () => {
  const box = snsBox()
  const { sns } = box
  const TopicArn = box.createTopic('t')
  const SubscriptionArn = box.subscribe(TopicArn, 'q')
  expect(box.subscribe(TopicArn, 'q')).toBe(SubscriptionArn)
  const Endpoint = box.arn('q')
  const subscribe = (changes: object) =>
    answerOf(() => sns.Subscribe({ TopicArn, Protocol: 'sqs', Endpoint, ...changes }))
  expect(subscribe({ Attributes: { RawMessageDelivery: 'false' } })).toBe('InvalidParameter SNS.01')
  expect(subscribe({ Protocol: 'email' })).toBe('ok')
  expect(subscribe({ Protocol: 'email', Endpoint: box.arn('other') })).toBe('InvalidParameter SNS.01')
  expect(subscribe({ Endpoint: 'q' })).toBe('InvalidParameter SNS.01')
  expect(subscribe({ TopicArn: `${ARN}none` })).toBe('NotFound SNS.01')
  expect(subscribe({ Endpoint: box.arn('q.fifo') })).toBe('InvalidParameter SNS.06')
  expect(answerOf(() => sns.Unsubscribe({ SubscriptionArn }))).toBe('ok')
  expect(answerOf(() => sns.Unsubscribe({ SubscriptionArn }))).toBe('ok')
  expect(answerOf(() => sns.Unsubscribe({ SubscriptionArn: 'none' }))).toBe('InvalidParameter SNS.01')
  expect(sns.GetTopicAttributes({ TopicArn }).Attributes).toMatchObject({
    ...{ SubscriptionsConfirmed: '0', SubscriptionsDeleted: '1' },
  })
})

test('SNS.01 what is wrong with a message refuses it and changes nothing', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  box.subscribe(TopicArn, 'q')
  const publish = (changes: object) => answerOf(() => box.sns.Publish({ TopicArn, Message: 'x', ...changes }))
  const attribute = (value: object) => publish({ MessageAttributes: { a: value } })
  expect(publish({ Message: '' })).toBe('InvalidParameter SNS.04')
  expect(publish({ Message: undefined })).toBe('InvalidParameter SNS.04')
  expect(publish({ Subject: '' })).toBe('InvalidParameter SNS.01')
  expect(publish({ TopicArn: undefined })).toBe('InvalidParameter SNS.01')
  expect(attribute(undefined as unknown as object)).toBe('InvalidParameter SNS.08')
  expect(attribute({ DataType: 'Colour', StringValue: 'red' })).toBe('InvalidParameter SNS.08')
  expect(attribute({ DataType: 'String', StringValue: '' })).toBe('InvalidParameter SNS.08')
  expect(attribute({ DataType: 'Number', StringValue: 'ten' })).toBe('InvalidParameter SNS.08')
  expect(publish({ MessageStructure: 'json' })).toBe('InvalidParameter SNS.01')
  expect(publish({ MessageStructure: 'json', Message: '{"sqs":"x"}' })).toBe('InvalidParameter SNS.01')
  expect(publish({ MessageDeduplicationId: 'a' })).toBe('InvalidParameter SNS.06')
  expect(box.waiting('q')).toBe(0)
  expect(publish({ MessageStructure: 'json', Message: '{"default":"all","sqs":"queues"}' })).toBe('ok')
  expect(publish({ MessageStructure: 'json', Message: '{"default":"all"}' })).toBe('ok')
  // For fair queues: a standard topic may have groups.
  expect(publish({ MessageGroupId: 'tenant' })).toBe('ok')
  expect(box.bodies('q')).toEqual(['queues', 'all', 'x'])
})
