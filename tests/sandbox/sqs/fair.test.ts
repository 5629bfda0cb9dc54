import { expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/engine/index.ts'
import { refusal } from './refusal.ts'

const SECOND = 1e6

/** A queue whose consumers hold so many messages of each tenant, received at moment 0, so that no time has been spent on any. */
function busyQueue(inFlight: Record<string, number>, options: Parameters<typeof createSandbox>[0] = {}) {
  const box = createSandbox(options)
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q', Attributes: { VisibilityTimeout: 43_200 } })
  const tenants = Object.entries(inFlight)
  for (const [tenant, count] of tenants) send(box, tenant, count)
  for (const [, count] of tenants) for (let i = 0; i < count; i++) receive(box)
  return { box, QueueUrl }
}

const url = (box: Sandbox) => box.sqs.GetQueueUrl({ QueueName: 'Q' })

/** Bodies are the tenant's name and a number. */
function send(box: Sandbox, tenant: string, count = 1, name = '') {
  for (let i = 1; i <= count; i++)
    box.sqs.SendMessage({
      ...url(box),
      MessageBody: `${tenant}${name}${i}`,
      ...(tenant !== '-' && { MessageGroupId: tenant }),
    })
}

/** The next message: its body. */
function receive(box: Sandbox): string {
  const [message] = box.sqs.ReceiveMessage({ ...url(box), WaitTimeSeconds: 1 }).Messages
  return message === undefined ? 'nothing' : String(message.Body)
}

const next = (box: Sandbox, count: number) => Array.from({ length: count }, () => receive(box)).join(' ')

test('SQS.21 the tenant is the MessageGroupId; it comes back with the message, which the article has not', () => {
  const { box } = busyQueue({})
  send(box, 'A')
  const [message] = box.sqs.ReceiveMessage({ ...url(box), WaitTimeSeconds: 1 }).Messages
  expect(message!.Attributes['MessageGroupId']).toBe('A')
  const old = createSandbox({ profile: 'article' })
  const { QueueUrl } = old.sqs.CreateQueue({ QueueName: 'Q' })
  expect(refusal(() => old.sqs.SendMessage({ QueueUrl, MessageBody: 'a', MessageGroupId: 'A' }))).toBe(
    'InvalidParameterValue SQS.21',
  )
})

test('SQS.21 a message without a group is a tenant of its own, so never noisy', () => {
  const { box } = busyQueue({ A: 40, '-': 300 })
  send(box, '-', 2, 'late')
  send(box, 'A', 1, 'late')
  send(box, '-', 1, 'later')
  expect(next(box, 4)).toBe('-late1 -late2 -later1 Alate1')
})

test('SQS.22 noisy with more than a tenth of the messages in flight and at least 30 of them', () => {
  const isNoisy = (own: number, others: number) => {
    const { box } = busyQueue({ A: own, '-': others })
    send(box, 'A', 1, 'late')
    send(box, '-', 1, 'late')
    return next(box, 2) === '-late1 Alate1'
  }
  expect(isNoisy(30, 0)).toBe(true)
  expect(isNoisy(29, 0)).toBe(false)
  expect(isNoisy(30, 269)).toBe(true)
  expect(isNoisy(30, 270)).toBe(false)
  expect(isNoisy(31, 270)).toBe(true)
})

test('SQS.22 noisy with more than a tenth of the recent processing time, however few are in flight', () => {
  const noisyAfter = (idleSeconds: number) => {
    const { box } = busyQueue({ A: 1, '-': 5 })
    box.advance(10 * SECOND)
    // All are done: A had 10 of 60 message seconds.
    box.sqs.PurgeQueue(url(box))
    box.advance(idleSeconds * SECOND)
    send(box, 'A', 1, 'late')
    send(box, '-', 1, 'late')
    return next(box, 2) === '-late1 Alate1'
  }
  expect(noisyAfter(0)).toBe(true)
  // X-Q2: two minutes later it is no longer recent.
  expect(noisyAfter(120)).toBe(false)
})

test('SQS.22 a tenth of the recent processing time is not yet too much', () => {
  const { box } = busyQueue({ A: 1, '-': 9 })
  box.advance(10 * SECOND)
  send(box, 'A', 1, 'late')
  send(box, '-', 1, 'late')
  expect(next(box, 2)).toBe('Alate1 -late1')
})

test('SQS.23 quiet tenants first, whenever they have something; nothing of the noisy one is dropped', () => {
  const { box } = busyQueue({ A: 50 })
  send(box, 'A', 3, 'late')
  send(box, 'B', 2)
  expect(next(box, 3)).toBe('B1 B2 Alate1')
  send(box, 'C')
  expect(next(box, 4)).toBe('C1 Alate2 Alate3 nothing')
})

test('SQS.23 of several noisy tenants the one with the fewest in flight first', () => {
  const { box } = busyQueue({ A: 70, B: 40, C: 50 })
  for (const tenant of ['A', 'B', 'C']) send(box, tenant, 12, 'late')
  // B has 40 in flight and gets ten until it is level with C; then both in turn, and A comes last.
  const seen = next(box, 30)
    .split(' ')
    .map((body) => body[0])
  expect(seen.slice(0, 10).join('')).toBe('B'.repeat(10))
  expect(seen.filter((tenant) => tenant === 'B').length).toBe(12)
  expect(seen.filter((tenant) => tenant === 'C').length).toBe(12)
  expect(seen.slice(0, 24)).not.toContain('A')
})

test('SQS.24 quiet again when its backlog is consumed', () => {
  const { box } = busyQueue({ A: 30, '-': 200 })
  send(box, 'A', 1, 'late')
  send(box, '-', 1, 'late')
  expect(next(box, 2)).toBe('-late1 Alate1')
  // 31 of 232 in flight make it noisy anew at once; with 100 more of others they do not.
  send(box, '-', 100, 'more')
  next(box, 100)
  send(box, 'A', 1, 'again')
  send(box, '-', 1, 'again')
  expect(next(box, 2)).toBe('Aagain1 -again1')
})

test('SQS.24 quiet again when nothing of it was in flight for 5 minutes', () => {
  const after = (seconds: number) => {
    const box = createSandbox()
    const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q', Attributes: { VisibilityTimeout: 43_200 } })
    send(box, 'A', 40)
    const handles = Array.from({ length: 40 }, () => {
      const [message] = box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages
      return message!.ReceiptHandle
    })
    send(box, 'A', 2, 'late')
    send(box, '-', 1, 'x')
    // Found noisy here; then its forty are done, in the same microsecond, so that no processing time counts.
    expect(receive(box)).toBe('-x1')
    for (const ReceiptHandle of handles) box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle })
    box.advance(Math.round(seconds * SECOND))
    send(box, '-', 1, 'y')
    return receive(box)
  }
  expect(after(299.999999)).toBe('-y1')
  expect(after(300)).toBe('Alate1')
})

test('W47 100 consumers, tenant A with 90 in flight, B to K with 1 each: a new message of B comes before the backlog of A', () => {
  const tenants = Object.fromEntries('BCDEFGHIJK'.split('').map((tenant) => [tenant, 1]))
  const { box } = busyQueue({ A: 90, ...tenants })
  send(box, 'A', 500, 'late')
  box.advance(SECOND)
  send(box, 'B', 1, 'late')
  expect(next(box, 3)).toBe('Blate1 Alate1 Alate2')
})

test('SQS.23 a backlog of a noisy tenant in the way costs each message once, not each receive', () => {
  const { box, QueueUrl } = busyQueue({ A: 50 })
  send(box, 'A', 50_000, 'late')
  for (let i = 0; i < 2000; i++) {
    send(box, 'B', 1, `x${i}x`)
    const [message] = box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages
    expect(message!.Body).toBe(`Bx${i}x1`)
    box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle: message!.ReceiptHandle })
  }
  expect(receive(box)).toBe('Alate1')
})
