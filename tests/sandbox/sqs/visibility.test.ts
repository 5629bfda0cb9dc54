import { expect, test } from 'vitest'
import { expectQueues } from './queueDrawing.ts'

test('SQS.05 a received message is hidden for the timeout, counted from the receive, to the microsecond', () => {
  expectQueues(`
    0          queue Q                            made
    0          send Q a                           sent
    2          receive Q                          a
    31.999999  look Q                             0 visible, 1 in flight, 0 delayed
    32         look Q                             1 visible, 0 in flight, 0 delayed
    32         receive Q                          a
    32         show a ApproximateReceiveCount     2
    32         show a ApproximateFirstReceiveTimestamp  2000
    32         show a SentTimestamp               0
  `)
})

test('SQS.05 a receive may ask for a timeout of its own, 0 to 43,200 s', () => {
  expectQueues(`
    0    queue Q VisibilityTimeout=100       made
    0    send Q a,b                          sent
    0    receive Q VisibilityTimeout=5       a
    0    receive Q VisibilityTimeout=0       b
    0    look Q                              1 visible, 1 in flight, 0 delayed
    5    look Q                              2 visible, 0 in flight, 0 delayed
    6    receive Q VisibilityTimeout=43201   InvalidParameterValue
    6    receive Q VisibilityTimeout=-1      InvalidParameterValue
    6    receive Q 2 VisibilityTimeout=43200  b a
    6    look Q                              0 visible, 2 in flight, 0 delayed
  `)
})

test('SQS.05 however often it is extended, a message stays hidden for 12 hours in all after its receive', () => {
  expectQueues(`
    0       queue Q                 made
    0       send Q a                sent
    0       receive Q               a
    20      hide Q a 43180          done
    43000   hide Q a 201            InvalidParameterValue
    43000   hide Q a 200            done
    43199   look Q                  0 visible, 1 in flight, 0 delayed
    43200   look Q                  1 visible, 0 in flight, 0 delayed
    43200   receive Q               a
    43201   hide Q a 43199          done
  `)
})

test('SQS.06 a changed timeout counts from the call, is not remembered, and 0 makes the message visible now', () => {
  expectQueues(`
    0    queue Q VisibilityTimeout=60   made
    0    send Q a                       sent
    0    receive Q                      a
    15   hide Q a 10                    done
    24   look Q                         0 visible, 1 in flight, 0 delayed
    25   receive Q                      a
    84   look Q                         0 visible, 1 in flight, 0 delayed
    85   receive Q                      a
    90   hide Q a 0                     done
    90   receive Q                      a
    90   show a ApproximateReceiveCount  4
  `)
})

test('SQS.06 on an expired handle of a standard queue it answers success, after a delete it is refused', () => {
  expectQueues(`
    0    queue Q                made
    0    send Q a               sent
    0    receive Q              a
    40   hide Q a 600           done
    40   look Q                 1 visible, 0 in flight, 0 delayed
    40   receive Q              a
    41   hide Q a 600 1         done
    70   look Q                 1 visible, 0 in flight, 0 delayed
    70   receive Q              a
    71   delete Q a             done
    71   hide Q a 10            InvalidParameterValue
    71   hide Q a 43201         InvalidParameterValue
  `)
})

test('SQS.07 each receive has a new handle; the handle of an earlier one succeeds and deletes nothing', () => {
  expectQueues(`
    0    queue Q          made
    0    send Q a         sent
    0    receive Q        a
    30   receive Q        a
    31   delete Q a 1     done
    31   look Q           0 visible, 1 in flight, 0 delayed
    31   delete Q a 2     done
    31   look Q           0 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.07 the newest handle deletes even after its timeout; deleting twice is no error', () => {
  expectQueues(`
    0    queue Q      made
    0    send Q a     sent
    0    receive Q    a
    45   look Q       1 visible, 0 in flight, 0 delayed
    45   delete Q a   done
    45   look Q       0 visible, 0 in flight, 0 delayed
    45   delete Q a   done
    99   receive Q    nothing
  `)
})

test('SQS.08 120,000 in flight: a short poll is refused, a long poll gets nothing until there is room', () => {
  const box = expectQueues(`
    0    queue Q VisibilityTimeout=100   made
    0    sends Q 120002 m                sent
  `)
  const { QueueUrl } = box.sqs.GetQueueUrl({ QueueName: 'Q' })
  const first = box.sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }).Messages
  for (let i = 1; i < 12_000; i++) box.sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })
  const inFlight = () => box.sqs.GetQueueAttributes({ QueueUrl }).Attributes['ApproximateNumberOfMessagesNotVisible']
  expect([inFlight(), box.now()]).toEqual(['120000', 0])
  expect(() => box.sqs.ReceiveMessage({ QueueUrl })).toThrow(
    expect.objectContaining({ name: 'OverLimit', factId: 'SQS.08' }),
  )
  expect(box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 3 }).Messages).toEqual([])
  expect(box.now()).toBe(3e6)
  box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle: first[0]!.ReceiptHandle })
  expect(box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 3, MaxNumberOfMessages: 2 }).Messages.length).toBe(1)
  expect([inFlight(), box.now()]).toEqual(['120000', 3e6])
})

test('W29 visibility 60 s; at 15 s ChangeMessageVisibility(10): visible again at 25 s', () => {
  expectQueues(`
    0          queue Q VisibilityTimeout=60   made
    0          send Q a                       sent
    0          receive Q                      a
    15         hide Q a 10                    done
    24.999999  look Q                         0 visible, 1 in flight, 0 delayed
    25         look Q                         1 visible, 0 in flight, 0 delayed
  `)
})
