import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/engine/index.ts'
import { expectQueues } from './queueDrawing.ts'

test('SQS.11 a short poll asks some servers only: it may miss what is there, and a later one finds it', () => {
  const missed = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
    const box = createSandbox({ seed })
    const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q', Attributes: { VisibilityTimeout: 0 } })
    box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
    let empty = 0
    for (let i = 0; i < 1000; i++) empty += box.sqs.ReceiveMessage({ QueueUrl }).Messages.length === 0 ? 1 : 0
    expect(box.now()).toBe(0)
    return empty
  })
  // X-Q1: the message on 3 of 8 servers, 4 of them asked: 5 in 70 polls ask none of its three.
  const mean = missed.reduce((a, b) => a + b) / missed.length
  expect(mean).toBeGreaterThan((1000 * 5) / 70 - 10)
  expect(mean).toBeLessThan((1000 * 5) / 70 + 10)
})

test('SQS.11 a short poll of a few messages may bring fewer than asked for; together two bring nearly all', () => {
  const box = createSandbox({ seed: 3 })
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q' })
  const counts: number[] = []
  for (let round = 0; round < 200; round++) {
    for (let i = 0; i < 10; i++) box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
    counts.push(box.sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10 }).Messages.length)
    const rest = box.sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }).Messages.length
    if (counts.at(-1)! < 10) expect(counts.at(-1)! + rest).toBe(10)
  }
  expect(Math.min(...counts)).toBeLessThan(10)
  expect(Math.max(...counts)).toBe(10)
})

test('SQS.12 a long poll asks all servers and answers at once with what is there', () => {
  const box = createSandbox()
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q', Attributes: { VisibilityTimeout: 0 } })
  box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
  for (let i = 0; i < 1000; i++)
    expect(box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 20 }).Messages.length).toBe(1)
  expect(box.now()).toBe(0)
})

test('SQS.12 it answers as soon as there is one message, or empty when its time is over', () => {
  expectQueues(`
    0    queue Q VisibilityTimeout=30   made
    0    send Q a                       sent
    10   receive Q                      a
    25   wait Q 20                      a at 40 s
    41   wait Q 3                       nothing at 44 s
    50   wait Q 21                      InvalidParameterValue
    50   set Q ReceiveMessageWaitTimeSeconds=20  done
    60   hide Q a 15                    done
    61   receive Q WaitTimeSeconds=0    nothing
    75   look Q                         1 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.12 a queue may say how long its receives wait', () => {
  const box = createSandbox()
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q', Attributes: { ReceiveMessageWaitTimeSeconds: 20 } })
  expect(box.sqs.ReceiveMessage({ QueueUrl }).Messages).toEqual([])
  expect(box.now()).toBe(20e6)
  expect(box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 0 }).Messages).toEqual([])
  expect(box.now()).toBe(20e6)
})

test('SQS.13 a message received three times goes behind all others', () => {
  expectQueues(`
    0    queue Q VisibilityTimeout=10    made
    0    send Q a,b                      sent
    0    receive Q                       a
    10   receive Q                       a
    20   receive Q                       a
    25   send Q c                        sent
    30   receive Q                       b
    30   receive Q                       c
    30   receive Q                       a
    30   show a ApproximateReceiveCount  4
  `)
})
