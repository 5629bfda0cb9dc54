import { expect, test } from 'vitest'
import { answerOf, play, snsBox } from './bench.ts'

const text = (StringValue: string) => ({ DataType: 'String', StringValue })

test('SNS.08 RawMessageDelivery hands over the message itself, without it a JSON object around it', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  box.subscribe(TopicArn, 'raw')
  box.subscribe(TopicArn, 'wrapped', { RawMessageDelivery: 'false' })
  box.advance(1_500_000)
  const MessageAttributes = { city: text('rome') }
  const { MessageId } = box.sns.Publish({ TopicArn, Message: 'hello', Subject: 'greeting', MessageAttributes })
  const [raw] = box.take('raw')
  expect(raw).toMatchObject({ Body: 'hello', MessageAttributes })
  const [wrapped] = box.take('wrapped')
  expect(wrapped!.MessageAttributes).toBeUndefined()
  expect(JSON.parse(wrapped!.Body)).toEqual({
    ...{ Type: 'Notification', MessageId, TopicArn, Subject: 'greeting', Message: 'hello' },
    Timestamp: '1970-01-01T00:00:01.500Z',
    MessageAttributes: { city: { Type: 'String', Value: 'rome' } },
  })
})

test('SNS.08 a FilterPolicy on message attributes', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  const filter = (policy: object) => ({ FilterPolicy: JSON.stringify(policy) })
  box.subscribe(TopicArn, 'rome', filter({ city: ['rome'] }))
  box.subscribe(TopicArn, 'dear', filter({ price: [{ numeric: ['>=', 100] }] }))
  box.subscribe(TopicArn, 'list', filter({ tags: [{ prefix: 'ur' }] }))
  box.subscribe(TopicArn, 'other', filter({ city: [{ 'anything-but': 'rome' }] }))
  box.subscribe(TopicArn, 'without', filter({ city: [{ exists: false }] }))
  box.subscribe(TopicArn, 'all')
  const messages: Record<
    string,
    Record<string, { DataType: string; StringValue?: string; BinaryValue?: Uint8Array }>
  > = {
    a: { city: text('rome'), price: { DataType: 'Number', StringValue: '99.99' } },
    b: { city: text('oslo'), price: { DataType: 'Number', StringValue: '1e2' } },
    c: { tags: { DataType: 'String.Array', StringValue: '["slow","urgent"]' } },
    d: { price: text('200'), city: { DataType: 'Binary', BinaryValue: new Uint8Array(3) } },
  }
  play(
    box,
    `
      0    publish a      ok
      0    publish b      ok
      0    publish c      ok
      0    publish d      ok
      1    take rome      a
      1    take dear      b
      1    take list      c
      1    take other     b
      1    take without   c d
      1    take all       a b c d
    `,
    (what, word) =>
      what === 'publish'
        ? answerOf(() => box.sns.Publish({ TopicArn, Message: word!, MessageAttributes: messages[word!]! }))
        : box.bodies(word!).join(' '),
  )
})

test('SNS.08 a FilterPolicy on the body looks into JSON, nested, and lets nothing else through', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  const filter = (policy: object) => ({ FilterPolicy: JSON.stringify(policy), FilterPolicyScope: 'MessageBody' })
  box.subscribe(TopicArn, 'paid', filter({ order: { state: ['paid'] } }))
  box.subscribe(TopicArn, 'either', filter({ $or: [{ vip: [true] }, { total: [{ numeric: ['>', 1000] }] }] }))
  const bodies: Record<string, string> = {
    paid: '{"order":{"state":"paid"},"total":5}',
    vip: '{"order":{"state":"new"},"vip":true}',
    dear: '{"total":2000}',
    text: 'no json',
    list: '[{"vip":true}]',
  }
  play(
    box,
    `
      0    publish paid    ok
      0    publish vip     ok
      0    publish dear    ok
      0    publish text    ok
      0    publish list    ok
      0    count paid      1
      0    count either    2
    `,
    (what, word) =>
      what === 'publish'
        ? answerOf(() => box.sns.Publish({ TopicArn, Message: bodies[word!]! }))
        : String(box.waiting(word!)),
  )
})

test('SNS.08 a policy holds from the moment at which it is set, and an empty one lets everything through again', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  const SubscriptionArn = box.subscribe(TopicArn, 'q')
  const set = (AttributeName: string, AttributeValue: string) =>
    answerOf(() => box.sns.SetSubscriptionAttributes({ SubscriptionArn, AttributeName, AttributeValue }))
  play(
    box,
    `
      0    publish             ok
      1    policy rome         ok
      1    publish             ok
      2    none                ok
      2    publish             ok
      3    nested              InvalidParameter SNS.08
      3    body                ok
      3    nested              ok
      4    attributes          InvalidParameter SNS.08
      4    unknown             InvalidParameter SNS.01
      5    count               2
    `,
    (what) => {
      if (what === 'publish') return answerOf(() => box.sns.Publish({ TopicArn, Message: 'x' }))
      if (what === 'policy') return set('FilterPolicy', '{"city":["rome"]}')
      if (what === 'none') return set('FilterPolicy', '{}')
      if (what === 'nested') return set('FilterPolicy', '{"order":{"city":["rome"]}}')
      if (what === 'body') return set('FilterPolicyScope', 'MessageBody')
      if (what === 'attributes') return set('FilterPolicyScope', 'MessageAttributes')
      return what === 'unknown' ? set('Colour', 'red') : String(box.waiting('q'))
    },
  )
})

test('SNS.08 200 policies of one topic', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  const FilterPolicy = '{"city":["rome"]}'
  const subscribe = (i: number, Attributes = {}) =>
    box.sns.Subscribe({ TopicArn, Protocol: 'sqs', Endpoint: box.arn(`q${i}`), Attributes }).SubscriptionArn
  for (let i = 0; i < 200; i++) subscribe(i, { FilterPolicy })
  expect(answerOf(() => subscribe(200, { FilterPolicy }))).toBe('FilterPolicyLimitExceeded SNS.08')
  const SubscriptionArn = subscribe(200)
  const set = () =>
    box.sns.SetSubscriptionAttributes({ SubscriptionArn, AttributeName: 'FilterPolicy', AttributeValue: FilterPolicy })
  expect(answerOf(set)).toBe('FilterPolicyLimitExceeded SNS.08')
  box.sns.Unsubscribe({ SubscriptionArn: subscribe(0, { FilterPolicy }) })
  expect(answerOf(set)).toBe('ok')
})
