import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/engine/index.ts'
import { arnOf, expectQueues } from './queueDrawing.ts'

test('SQS.14 a message received more often than maxReceiveCount goes to the dead-letter queue by the next receive', () => {
  expectQueues(`
    0    queue D                        made
    0    queue Q VisibilityTimeout=10 RedrivePolicy=D:2   made
    0    send Q a,b                     sent
    0    receive Q                      a
    10   receive Q                      a
    20   look Q                         2 visible, 0 in flight, 0 delayed
    20   look D                         0 visible, 0 in flight, 0 delayed
    21   receive Q 10                   b
    21   look D                         1 visible, 0 in flight, 0 delayed
    21   receive D                      a
    21   delete D a                     done
    21   delete Q a                     done
    99   look D                         0 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.14 ten receives by default; the queues are of one type, and the target exists', () => {
  const box = createSandbox()
  box.sqs.CreateQueue({ QueueName: 'D' })
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q' })
  const set = (RedrivePolicy: string | { deadLetterTargetArn?: string; maxReceiveCount?: number }) =>
    box.sqs.SetQueueAttributes({ QueueUrl, Attributes: { RedrivePolicy } })
  set({ deadLetterTargetArn: arnOf('D') })
  expect(JSON.parse(box.sqs.GetQueueAttributes({ QueueUrl }).Attributes['RedrivePolicy']!)).toEqual({
    deadLetterTargetArn: arnOf('D'),
    maxReceiveCount: 10,
  })
  const wrong = [
    { deadLetterTargetArn: arnOf('nobody'), maxReceiveCount: 1 },
    { deadLetterTargetArn: arnOf('Q'), maxReceiveCount: 1 },
    { deadLetterTargetArn: arnOf('D'), maxReceiveCount: 0 },
    { maxReceiveCount: 1 },
    'no JSON',
  ]
  for (const policy of wrong)
    expect(() => set(policy)).toThrow(expect.objectContaining({ name: 'InvalidParameterValue', factId: 'SQS.14' }))
  set('')
  expect(box.sqs.GetQueueAttributes({ QueueUrl }).Attributes['RedrivePolicy']).toBeUndefined()
})

test('SQS.14b the message id stays and the receive count goes on', () => {
  const box = createSandbox()
  const { QueueUrl: dead } = box.sqs.CreateQueue({ QueueName: 'D' })
  const { QueueUrl } = box.sqs.CreateQueue({
    QueueName: 'Q',
    Attributes: { VisibilityTimeout: 0, RedrivePolicy: { deadLetterTargetArn: arnOf('D'), maxReceiveCount: 1 } },
  })
  const { MessageId } = box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
  expect(box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages.length).toBe(1)
  expect(box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages.length).toBe(0)
  const [letter] = box.sqs.ReceiveMessage({ QueueUrl: dead, WaitTimeSeconds: 1 }).Messages
  expect(letter).toMatchObject({
    MessageId,
    Body: 'a',
    Attributes: {
      ApproximateReceiveCount: '2',
      SentTimestamp: '0',
      ApproximateFirstReceiveTimestamp: '0',
      DeadLetterQueueSourceArn: arnOf('Q'),
    },
  })
})

test('SQS.15 a dead letter expires by when it was sent: 1 day in its source, then 3 of the 4 days here', () => {
  expectQueues(`
    0              queue D                                made
    0              queue Q RedrivePolicy=D:1              made
    0              send Q a                               sent
    86370          receive Q                              a
    86400          receive Q                              nothing
    86400          look D                                 1 visible, 0 in flight, 0 delayed
    345599.999999  look D                                 1 visible, 0 in flight, 0 delayed
    345600         look D                                 0 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.16 a redrive moves what is there back to where it came from, so many a second, with a new id and time', () => {
  const box = expectQueues(`
    0      queue D                             made
    0      queue Q VisibilityTimeout=1 RedrivePolicy=D:1   made
    0      send Q a,b,c                        sent
    0      receive Q 3                         a b c
    1      receive Q 3                         nothing
    10     move D rate=2                       done
    10     move D                              UnsupportedOperation
    10     task D                              RUNNING 1 of 3
    10.5   look D                              1 visible, 0 in flight, 0 delayed
    10.9   task D                              RUNNING 2 of 3
    11     task D                              COMPLETED 3 of 3
    11     look Q                              3 visible, 0 in flight, 0 delayed
  `)
  const { QueueUrl } = box.sqs.GetQueueUrl({ QueueName: 'Q' })
  const { Messages } = box.sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })
  const seen = Messages.map(
    ({ Body, Attributes: { SentTimestamp, ApproximateReceiveCount, DeadLetterQueueSourceArn } }) => [
      Body,
      SentTimestamp,
      ApproximateReceiveCount,
      DeadLetterQueueSourceArn,
    ],
  )
  expect(seen).toEqual([
    ['a', '10000', '1', undefined],
    ['b', '10500', '1', undefined],
    ['c', '11000', '1', undefined],
  ])
})

test('SQS.16 a redrive has a new message id, may go elsewhere, and can be cancelled', () => {
  expectQueues(`
    0     queue D                             made
    0     queue E                             made
    0     queue Q VisibilityTimeout=1 RedrivePolicy=D:1   made
    0     send Q a,b,c                        sent
    0     receive Q 3                         a b c
    1     receive Q 3                         nothing
    10    move Q                              InvalidParameterValue
    10    move D rate=501                     InvalidParameterValue
    10    move X                              ResourceNotFoundException
    10    move D to=E rate=1                  done
    11.5  cancel D                            2 moved
    11.5  cancel D                            UnsupportedOperation
    20    task D                              CANCELLED 2 of 3
    20    look D                              1 visible, 0 in flight, 0 delayed
    20    receive E 10                        a b
    20    move D                              done
    20    task D                              COMPLETED 1 of 1
    20    look Q                              1 visible, 0 in flight, 0 delayed
  `)
  const box = createSandbox()
  const { QueueUrl: dead } = box.sqs.CreateQueue({ QueueName: 'D' })
  const { QueueUrl } = box.sqs.CreateQueue({
    QueueName: 'Q',
    Attributes: { VisibilityTimeout: 0, RedrivePolicy: { deadLetterTargetArn: arnOf('D'), maxReceiveCount: 1 } },
  })
  const { MessageId } = box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
  for (let i = 0; i < 2; i++) box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 })
  box.sqs.StartMessageMoveTask({ SourceArn: arnOf('D') })
  expect(box.sqs.GetQueueAttributes({ QueueUrl: dead }).Attributes['ApproximateNumberOfMessages']).toBe('0')
  const [again] = box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages
  expect(again!.Body).toBe('a')
  expect(again!.MessageId).not.toBe(MessageId)
})

test('SQS.16 what nobody gave up has no source to go back to', () => {
  expectQueues(`
    0   queue D                     made
    0   queue Q RedrivePolicy=D:1   made
    0   send D a                    sent
    1   move D                      done
    1   task D                      FAILED 0 of 1
    1   look D                      1 visible, 0 in flight, 0 delayed
  `)
})

test('W30 maxReceiveCount 3, timeout 30 s, instant polling: delivered at 0, 30 and 60 s, moved at 90 s', () => {
  expectQueues(`
    0     queue D                                          made
    0     queue Q VisibilityTimeout=30 RedrivePolicy=D:3   made
    0     send Q a       sent
    0     wait Q 20      a at 0 s
    20    wait Q 20      a at 30 s
    50    wait Q 20      a at 60 s
    80    wait Q 20      nothing at 100 s
    100   look D         1 visible, 0 in flight, 0 delayed
    100   wait D 20      a at 100 s
    100   show a ApproximateReceiveCount  4
  `)
})

test('W30 the dead letter is there at 90 s, not before', () => {
  for (const [seconds, there] of [
    [89.999999, 0],
    [90, 1],
  ] as const) {
    const box = expectQueues(`
      0     queue D                                          made
      0     queue Q VisibilityTimeout=30 RedrivePolicy=D:3   made
      0     send Q a    sent
      0     receive Q   a
      30    receive Q   a
      60    receive Q   a
    `)
    box.advance(Math.round(seconds * 1e6) - box.now())
    const { QueueUrl } = box.sqs.GetQueueUrl({ QueueName: 'Q' })
    box.sqs.ReceiveMessage({ QueueUrl })
    // A short poll may miss it (SQS.11): with the servers of seed 1 this one does not.
    const dead = box.sqs.GetQueueAttributes({ QueueUrl: box.sqs.GetQueueUrl({ QueueName: 'D' }).QueueUrl })
    expect(Number(dead.Attributes['ApproximateNumberOfMessages'])).toBe(there)
  }
})

test('W31 standard: 1 day in the source, retention 4 days in the dead-letter queue: gone 3 days after the move', () => {
  const day = 86_400
  expectQueues(`
    0                queue D MessageRetentionPeriod=${4 * day}   made
    0                queue Q RedrivePolicy=D:1    made
    0                send Q a                     sent
    ${day - 30}      receive Q                    a
    ${day}           receive Q                    nothing
    ${day}           look D                       1 visible, 0 in flight, 0 delayed
    ${4 * day - 1}   look D                       1 visible, 0 in flight, 0 delayed
    ${4 * day}       look D                       0 visible, 0 in flight, 0 delayed
  `)
})
