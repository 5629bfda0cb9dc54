import { describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/engine/index.ts'
import { Fifo, outcome, SECOND } from './fifoCalls.ts'

describe('deduplication', () => {
  test('FIFO.12 a repetition answers with the id and the sequence number of the original, after a delete too', () => {
    const queue = new Fifo()
    const [original] = queue.send('A1', { id: 'x' })
    queue.wait(200)
    expect(queue.receive()).toBe('A1')
    queue.delete('A1')
    const [repeated] = queue.send('B9', { id: 'x' })
    expect([repeated!.MessageId, repeated!.SequenceNumber]).toEqual([original!.MessageId, original!.SequenceNumber])
    expect(queue.counts()).toBe('0 visible, 0 in flight, 0 delayed')
  })

  test('FIFO.14 after five minutes it is a new message', () => {
    const queue = new Fifo()
    const [original] = queue.send('A1', { id: 'x' })
    queue.wait(299.999999)
    expect(queue.send('A1', { id: 'x' })[0]!.MessageId).toBe(original!.MessageId)
    queue.wait(0.000001)
    expect(queue.send('A1', { id: 'x' })[0]!.MessageId).not.toBe(original!.MessageId)
    expect(queue.receive()).toBe('A1 A1')
  })

  test('FIFO.12 in the scope of the group the same id counts in each', () => {
    const queue = new Fifo({ DeduplicationScope: 'messageGroup' })
    queue.send('A1 B1 A2', { id: 'x' })
    expect(queue.receive()).toBe('A1 B1')
  })

  test('FIFO.13 by content: the body counts and the attributes do not; an explicit id wins', () => {
    const queue = new Fifo({ ContentBasedDeduplication: 'true' })
    const send = (MessageBody: string | number, more: Partial<Parameters<Sandbox['sqs']['SendMessage']>[0]> = {}) =>
      queue.box.sqs.SendMessage({ QueueUrl: queue.QueueUrl, MessageBody, MessageGroupId: 'A', ...more }).MessageId
    const first = send('same')
    expect(send('same', { MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } } })).toBe(first)
    expect(send('same', { MessageGroupId: 'B' })).toBe(first)
    expect(send('same', { MessageDeduplicationId: 'own' })).not.toBe(first)
    expect(send('other')).not.toBe(first)
    expect(send('another', { MessageDeduplicationId: 'own' })).not.toBe(first)
    expect(send(7)).toBe(send(7))
    expect(queue.messages(1)[0]!.Attributes['MessageDeduplicationId']).toBe(
      '0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5',
    )
  })

  test('FIFO.16 a repeated receive attempt gives the same messages and handles, and their timeout begins anew', () => {
    const queue = new Fifo()
    queue.send('A1 A2 B1')
    const first = queue.messages(2, { ReceiveRequestAttemptId: 'one' })
    queue.wait(20)
    expect(queue.messages(2, { ReceiveRequestAttemptId: 'one' })).toEqual(first)
    queue.wait(20)
    expect(queue.receive()).toBe('B1')
    queue.delete('A1')
    expect(queue.receive(2, { ReceiveRequestAttemptId: 'one' })).toBe('')
  })

  test('FIFO.23 a purge clears what deduplication remembers', () => {
    const queue = new Fifo()
    queue.send('A1', { id: 'x' })
    queue.box.sqs.PurgeQueue({ QueueUrl: queue.QueueUrl })
    queue.send('A2', { id: 'x' })
    expect(queue.receive()).toBe('A2')
  })
})

describe('limits and errors', () => {
  test('FIFO.17 in the article profile 20,000 are in flight at the most, without an error', () => {
    const queue = new Fifo({}, { profile: 'article', throttling: false })
    for (let i = 0; i < 20_001; i++)
      queue.box.sqs.SendMessage({
        QueueUrl: queue.QueueUrl,
        MessageBody: 'x',
        MessageGroupId: `g${Math.floor(i / 10)}`,
        MessageDeduplicationId: String(i),
      })
    let received = 0
    for (let i = 0; i < 2000; i++) received += queue.messages().length
    expect([received, queue.receive(), queue.counts()]).toEqual([20_000, '', '1 visible, 20000 in flight, 0 delayed'])
  })

  test('FIFO.19 the delay of the queue is retroactive', () => {
    const queue = new Fifo({ DelaySeconds: '10' })
    queue.send('A1')
    queue.wait(5)
    expect(queue.counts()).toBe('0 visible, 0 in flight, 1 delayed')
    queue.set({ DelaySeconds: '4' })
    expect(queue.receive()).toBe('A1')
    queue.send('B1')
    queue.set({ DelaySeconds: '900' })
    queue.wait(600)
    expect(queue.counts()).toBe('1 visible, 0 in flight, 1 delayed')
  })

  test('FIFO.20 a delete after the timeout fails and the message comes back; inside an extended timeout it works', () => {
    const queue = new Fifo()
    queue.send('A1 B1')
    queue.receive()
    queue.hide('B1', 60)
    queue.wait(30)
    expect(outcome(() => queue.delete('A1'))).toBe('InvalidParameterValue FIFO.20')
    expect(outcome(() => queue.hide('A1', 5))).toBe('InvalidParameterValue FIFO.20')
    queue.delete('B1')
    expect(queue.receive()).toBe('A1')
  })

  test('FIFO.21 W31 dead letters: same type only, the time begins anew, the deduplication id is the message id', () => {
    const box = createSandbox()
    const dead = new Fifo({ name: '-dead' }, {}, box)
    const standard = box.sqs.CreateQueue({ QueueName: 'standard' }).QueueUrl
    const standardArn = box.sqs.GetQueueAttributes({ QueueUrl: standard }).Attributes['QueueArn']!
    const policy = (deadLetterTargetArn: string) => ({
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 1 }),
    })
    expect(outcome(() => new Fifo(policy(standardArn), {}, box))).toBe('InvalidParameterValue SQS.14')
    const queue = new Fifo(policy(dead.arn), {}, box)
    const [sent] = queue.send('A1')
    queue.send('A2')
    const day = 86_400
    queue.wait(day - 30)
    expect(queue.receive(1)).toBe('A1')
    queue.wait(30)
    expect(queue.receive()).toBe('A2')
    queue.wait(4 * day - 1)
    const [letter] = dead.messages(1, { VisibilityTimeout: 0 })
    expect(letter!.MessageId).toBe(sent!.MessageId)
    expect(letter!.Attributes).toMatchObject({
      MessageDeduplicationId: sent!.MessageId,
      ApproximateReceiveCount: '2',
      DeadLetterQueueSourceArn: queue.arn,
      SentTimestamp: String(day * 1000),
    })
    queue.wait(1)
    expect(dead.counts()).toBe('0 visible, 0 in flight, 0 delayed')
  })

  test('FIFO.22 poison without a dead-letter queue blocks its group until its retention ends', () => {
    const queue = new Fifo({ MessageRetentionPeriod: '60', VisibilityTimeout: '20' })
    queue.send('A1')
    queue.wait(10)
    queue.send('A2 B1')
    for (const seen of ['A1', 'A1', 'A1']) {
      expect(queue.receive(1)).toBe(seen)
      queue.wait(seen === 'A1' ? 20 : 0)
    }
    expect(queue.box.now()).toBe(70 * SECOND)
    expect(queue.counts()).toBe('0 visible, 0 in flight, 0 delayed')
  })

  test('FIFO.25 what a FIFO queue wants of a message', () => {
    const queue = new Fifo()
    const send = (more: Partial<Parameters<Sandbox['sqs']['SendMessage']>[0]>) =>
      outcome(() => queue.box.sqs.SendMessage({ QueueUrl: queue.QueueUrl, MessageBody: 'x', ...more }))
    const ids = { MessageGroupId: 'A', MessageDeduplicationId: 'x' }
    expect(send({ MessageDeduplicationId: 'x' })).toBe('MissingParameter FIFO.25')
    expect(send({ MessageGroupId: 'A' })).toBe('InvalidParameterValue FIFO.25')
    expect(send({ ...ids, DelaySeconds: 5 })).toBe('InvalidParameterValue FIFO.25')
    queue.set({ DelaySeconds: '10' })
    expect(send({ ...ids, DelaySeconds: 0 })).toBe('taken')
    expect(queue.counts()).toBe('0 visible, 0 in flight, 1 delayed')
  })

  test('SQS.12 a long poll is answered when a lock ends, and when a delay does', () => {
    const queue = new Fifo({ DelaySeconds: '3' })
    queue.send('A1')
    const poll = () =>
      queue.box.sqs.ReceiveMessage({ QueueUrl: queue.QueueUrl, WaitTimeSeconds: 20, VisibilityTimeout: 7 }).Messages
    expect([poll().length, queue.box.now()]).toEqual([1, 3 * SECOND])
    expect([poll().length, queue.box.now()]).toEqual([1, 10 * SECOND])
  })
})
