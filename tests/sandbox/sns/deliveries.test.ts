import { expect, test } from 'vitest'
import { answerOf, play, type SnsBox, snsBox } from './bench.ts'

const SECOND = 1_000_000
const DAY = 86_400 * SECOND
const redrive = (box: SnsBox, queue: string) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: box.arn(queue) }),
})
const unreachable = (queue: string, from: number, until: number) =>
  ({ queue, from, until, kind: 'unreachable' }) as const

test('SNS.07 a server-side error is tried again: at once, after 1 s twice, then further and further apart up to 20 s', () => {
  // The way is cut until a moment; the copy arrives with the first attempt from then on.
  const drawing = [
    [0, 0],
    [0.000001, 1],
    [1.5, 2],
    [2.5, 3],
    [3.5, 4.394],
    [4.5, 6.34],
    [36, 50.107],
    [51, 70.107],
    [71, 90.107],
    [91, 110.107],
  ] as const
  const arrivals = drawing.map(([cut]) => {
    const box = snsBox({ faults: { deliveries: [unreachable('q', 0, Math.round(cut * SECOND))] } })
    const TopicArn = box.createTopic('t')
    box.subscribe(TopicArn, 'q')
    box.sns.Publish({ TopicArn, Message: 'x' })
    box.advance(200 * SECOND)
    return [cut, ...box.take('q').map(({ Attributes }) => Number(Attributes!['SentTimestamp']) / 1000)]
  })
  expect(arrivals).toEqual(drawing)
})

test('SNS.07 what fails for 23 days goes to the dead-letter queue of the subscription, or is lost without one', () => {
  const box = snsBox({
    faults: {
      deliveries: [unreachable('a', 0, 24 * DAY), unreachable('b', 0, 24 * DAY), unreachable('c', 0, 22 * DAY)],
    },
  })
  const TopicArn = box.createTopic('t')
  box.url('dead')
  box.subscribe(TopicArn, 'a', redrive(box, 'dead'))
  box.subscribe(TopicArn, 'b')
  box.subscribe(TopicArn, 'c')
  play(
    box,
    `
      0          publish one    ok
      1900800    count c        0
      1900821    count c        1
      1987200    count dead     0
      2000069    count dead     0
      2000072    count dead     1
      2073600    count a        0
      2073600    count b        0
    `,
    (what, word) =>
      what === 'publish' ? answerOf(() => box.sns.Publish({ TopicArn, Message: word! })) : String(box.waiting(word!)),
  )
  expect(box.bodies('dead')).toEqual(['one'])
})

test('SNS.07 a client-side error is not tried again: a deleted queue, a message too large for it', () => {
  const box = snsBox()
  const TopicArn = box.createTopic('t')
  box.url('dead')
  box.subscribe(TopicArn, 'gone', redrive(box, 'dead'))
  box.subscribe(TopicArn, 'small', redrive(box, 'dead'))
  box.sqs.SetQueueAttributes({ QueueUrl: box.url('small'), Attributes: { MaximumMessageSize: '1024' } })
  box.sqs.DeleteQueue({ QueueUrl: box.url('gone') })
  play(
    box,
    `
      0      publish 1024    ok
      0      count small     1
      0      count dead      1
      1      publish 1025    ok
      1      count small     1
      1      count dead      3
      100    again           ok
      200    count gone2     0
    `,
    (what, word) => {
      if (what === 'publish') return answerOf(() => box.sns.Publish({ TopicArn, Message: 'x'.repeat(Number(word)) }))
      // The queue is there again, and gets nothing of what was before.
      if (what === 'again') return answerOf(() => box.sqs.CreateQueue({ QueueName: 'gone' }))
      return word === 'gone2'
        ? String(box.sqs.ReceiveMessage({ QueueUrl: box.url('gone'), WaitTimeSeconds: 1 }).Messages?.length ?? 0)
        : String(box.waiting(word!))
    },
  )
})

test('SNS.07 a dead-letter queue is of the kind of its topic, and copies that wait go with their subscription', () => {
  const box = snsBox({ faults: { deliveries: [unreachable('q', 0, 10 * SECOND)] } })
  const TopicArn = box.createTopic('t')
  expect(answerOf(() => box.subscribe(TopicArn, 'q', redrive(box, 'dead.fifo')))).toBe('InvalidParameter SNS.07')
  expect(answerOf(() => box.subscribe(TopicArn, 'q', { RedrivePolicy: '{"x":1}' }))).toBe('InvalidParameter SNS.07')
  const SubscriptionArn = box.subscribe(TopicArn, 'q')
  box.sns.Publish({ TopicArn, Message: 'x' })
  box.advance(5 * SECOND)
  box.sns.Unsubscribe({ SubscriptionArn })
  box.advance(100 * SECOND)
  expect(box.waiting('q')).toBe(0)
})
