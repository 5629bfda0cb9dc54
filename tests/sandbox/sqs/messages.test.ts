import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/engine/index.ts'
import { expectQueues } from './queueDrawing.ts'
import { refusal } from './refusal.ts'

const MIB = 1_048_576
const queue = (options?: Parameters<typeof createSandbox>[0], Attributes = {}) => {
  const box = createSandbox(options)
  return { box, sqs: box.sqs, ...box.sqs.CreateQueue({ QueueName: 'Q', Attributes }) }
}

test('SQS.01 no number of calls or messages is too many for a standard queue', () => {
  const { sqs, box, QueueUrl } = queue()
  for (let i = 0; i < 20_000; i++) sqs.SendMessage({ QueueUrl, MessageBody: 1 })
  expect(sqs.GetQueueAttributes({ QueueUrl }).Attributes['ApproximateNumberOfMessages']).toBe('20000')
  expect(box.now()).toBe(0)
})

test('SQS.02 by a fault, asked for: a message is delivered to two, a deleted one reappears, the order is another', () => {
  expectQueues(
    `
    0    queue Q       made
    0    send Q a      sent
    0    receive Q     a
    0    receive Q     a
    `,
    { faults: { duplicateShare: 1 } },
  )
  expectQueues(
    `
    0    queue Q      made
    0    send Q a     sent
    0    receive Q    a
    1    delete Q a   done
    1    look Q       0 visible, 1 in flight, 0 delayed
    30   receive Q    a
    `,
    { faults: { deleteLostShare: 1 } },
  )
  const { sqs, QueueUrl } = queue({ faults: { shuffleWindow: 5 } })
  for (let i = 0; i < 100; i++) sqs.SendMessage({ QueueUrl, MessageBody: String(i) })
  const seen = Array.from({ length: 100 }, () =>
    Number(sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages[0]!.Body),
  )
  expect(seen).not.toEqual([...seen].sort((a, b) => a - b))
  expect(new Set(seen).size).toBe(100)
  // Each receive takes one of the first five in line, so nobody overtakes more than four.
  for (const [place, message] of seen.entries()) expect(message - place).toBeLessThanOrEqual(4)
})

test('SQS.02 a share of receives is as large as asked for, by the seed alone', () => {
  const deliveries = (seed: number) => {
    const { sqs, QueueUrl } = queue({ seed, faults: { duplicateShare: 0.1 } })
    for (let i = 0; i < 5000; i++) sqs.SendMessage({ QueueUrl, MessageBody: 1 })
    let count = 0
    while (sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages.length > 0) count++
    return count
  }
  // Each delivery is repeated with a chance of 1 in 10, and so on: 5,000 / 0.9.
  expect(deliveries(1)).toBeGreaterThan(5450)
  expect(deliveries(1)).toBeLessThan(5660)
  expect(deliveries(1)).toBe(deliveries(1))
  expect(deliveries(2)).not.toBe(deliveries(1))
})

test('SQS.03 1 byte to 1 MiB, body and attributes together', () => {
  const { sqs, QueueUrl } = queue()
  const send = (MessageBody: string | Uint8Array | number, attribute?: string) =>
    sqs.SendMessage({
      QueueUrl,
      MessageBody,
      ...(attribute !== undefined && { MessageAttributes: { name: { DataType: 'String', StringValue: attribute } } }),
    })
  send('a')
  send(MIB)
  expect(refusal(() => send(MIB + 1))).toBe('InvalidParameterValue SQS.03')
  send(MIB - 11, 'x')
  expect(refusal(() => send(MIB - 10, 'x'))).toBe('InvalidParameterValue SQS.03')
  send('é'.repeat(MIB / 2))
  expect(refusal(() => send('é'.repeat(MIB / 2 + 1)))).toBe('InvalidParameterValue SQS.03')
  expect(refusal(() => send('\u0000'))).toBe('InvalidMessageContents SQS.03')
})

test('SQS.03 a queue may take less, and the article knows 256 KiB only', () => {
  const small = queue({}, { MaximumMessageSize: 1024 })
  small.sqs.SendMessage({ QueueUrl: small.QueueUrl, MessageBody: 1024 })
  expect(refusal(() => small.sqs.SendMessage({ QueueUrl: small.QueueUrl, MessageBody: 1025 }))).toBe(
    'InvalidParameterValue SQS.03',
  )
  expect(refusal(() => queue({}, { MaximumMessageSize: 1023 }))).toBe('InvalidAttributeValue SQS.03')
  expect(refusal(() => queue({}, { MaximumMessageSize: MIB + 1 }))).toBe('InvalidAttributeValue SQS.03')
  const old = queue({ profile: 'article' })
  old.sqs.SendMessage({ QueueUrl: old.QueueUrl, MessageBody: MIB / 4 })
  expect(refusal(() => old.sqs.SendMessage({ QueueUrl: old.QueueUrl, MessageBody: MIB / 4 + 1 }))).toBe(
    'InvalidParameterValue SQS.03',
  )
})

test('SQS.03 bodies come back as they went, with the MD5 of their bytes', () => {
  const { sqs, QueueUrl } = queue()
  const bodies = ['Zürich', new Uint8Array([0, 1, 255]), 1000]
  const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')
  const digests = [md5(Buffer.from('Zürich')), md5(new Uint8Array([0, 1, 255])), md5(new Uint8Array(1000))]
  const sent = bodies.map((MessageBody) => sqs.SendMessage({ QueueUrl, MessageBody }))
  expect(sent.map(({ MD5OfMessageBody }) => MD5OfMessageBody)).toEqual(digests)
  const { Messages } = sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })
  expect(Messages.map(({ Body }) => Body)).toEqual(bodies)
  expect(Messages.map(({ MD5OfBody }) => MD5OfBody)).toEqual(digests)
  expect(Messages.map(({ MessageId }) => MessageId)).toEqual(sent.map(({ MessageId }) => MessageId))
  expect(new Set(sent.map(({ MessageId }) => MessageId)).size).toBe(3)
})

test('SQS.03 attributes come back too, those that a receive names', () => {
  const { sqs, QueueUrl } = queue({}, { VisibilityTimeout: 0 })
  const MessageAttributes = {
    'City.From': { DataType: 'String', StringValue: 'Rome' },
    'City.To': { DataType: 'String', StringValue: 'Oslo' },
    Weight: { DataType: 'Number.kg', StringValue: '12.5' },
    Label: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
  }
  const sent = sqs.SendMessage({ QueueUrl, MessageBody: 'a', MessageAttributes })
  const names = (MessageAttributeNames?: string[]) => {
    const input = { QueueUrl, WaitTimeSeconds: 1, ...(MessageAttributeNames && { MessageAttributeNames }) }
    const [message] = sqs.ReceiveMessage(input).Messages
    return Object.keys(message!.MessageAttributes ?? {}).sort()
  }
  expect(names()).toEqual(['City.From', 'City.To', 'Label', 'Weight'])
  expect(names(['City.*'])).toEqual(['City.From', 'City.To'])
  expect(names(['Weight', 'nothing'])).toEqual(['Weight'])
  expect(names(['nothing'])).toEqual([])
  const [message] = sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages
  expect(message!.MessageAttributes).toEqual(MessageAttributes)
  expect(message!.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes)
})

test('SQS.04 a batch has 1 to 10 entries; a receive asks for 1 to 10, 1 by default', () => {
  const { sqs, QueueUrl } = queue()
  const Entries = Array.from({ length: 11 }, (_, i) => ({ Id: `id${i}`, MessageBody: `m${i}` }))
  const sent = sqs.SendMessageBatch({ QueueUrl, Entries: Entries.slice(0, 10) })
  expect(sent.Successful.map(({ Id }) => Id)).toEqual(Entries.slice(0, 10).map(({ Id }) => Id))
  expect(sent.Failed).toEqual([])
  expect(refusal(() => sqs.SendMessageBatch({ QueueUrl, Entries }))).toBe('TooManyEntriesInBatchRequest SQS.19b')
  expect(sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages.map(({ Body }) => Body)).toEqual(['m0'])
  const { Messages } = sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })
  expect(Messages.map(({ Body }) => Body)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'])
})

test('SQS.04 each entry succeeds or fails on its own', () => {
  const { sqs, QueueUrl } = queue({}, { MaximumMessageSize: 1024 })
  const sent = sqs.SendMessageBatch({
    QueueUrl,
    Entries: [
      { Id: 'good', MessageBody: 'a' },
      { Id: 'large', MessageBody: 1025 },
      { Id: 'late', MessageBody: 'b', DelaySeconds: 901 },
      { Id: 'odd', MessageBody: '\u0001' },
      { Id: 'fine', MessageBody: 'c' },
    ],
  })
  expect(sent.Successful.map(({ Id }) => Id)).toEqual(['good', 'fine'])
  expect(sent.Failed.map(({ Id, Code, SenderFault }) => [Id, Code, SenderFault])).toEqual([
    ['large', 'InvalidParameterValue', true],
    ['late', 'InvalidParameterValue', true],
    ['odd', 'InvalidMessageContents', true],
  ])
  const { Messages } = sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 })
  const handles = Messages.map(({ ReceiptHandle }) => ReceiptHandle)
  const changed = sqs.ChangeMessageVisibilityBatch({
    QueueUrl,
    Entries: [
      { Id: 'a', ReceiptHandle: handles[0]!, VisibilityTimeout: 5 },
      { Id: 'b', ReceiptHandle: handles[1]!, VisibilityTimeout: 43_201 },
      { Id: 'c', ReceiptHandle: 'made up', VisibilityTimeout: 5 },
    ],
  })
  expect([changed.Successful.map(({ Id }) => Id), changed.Failed.map(({ Id, Code }) => [Id, Code])]).toEqual([
    ['a'],
    [
      ['b', 'InvalidParameterValue'],
      ['c', 'ReceiptHandleIsInvalid'],
    ],
  ])
  const deleted = sqs.DeleteMessageBatch({
    QueueUrl,
    Entries: [
      { Id: 'a', ReceiptHandle: handles[0]! },
      { Id: 'b', ReceiptHandle: 'made up' },
      { Id: 'c', ReceiptHandle: handles[1]! },
    ],
  })
  expect([deleted.Successful.map(({ Id }) => Id), deleted.Failed.map(({ Id, Code }) => [Id, Code])]).toEqual([
    ['a', 'c'],
    [['b', 'ReceiptHandleIsInvalid']],
  ])
})

test('SQS.17 after a delete a message is gone for good', () => {
  expectQueues(`
    0        queue Q MessageRetentionPeriod=1209600  made
    0        send Q a      sent
    0        receive Q     a
    1        delete Q a    done
    30       look Q        0 visible, 0 in flight, 0 delayed
    1000000  receive Q     nothing
  `)
})

test('W32 20 ms a call, one thread: 50 calls a second, and in batches of ten 500 messages', () => {
  const { box, sqs, QueueUrl } = queue()
  const Entries = Array.from({ length: 10 }, (_, i) => ({ Id: `${i}`, MessageBody: 'a' }))
  const sentIn = (seconds: number, call: () => void) => {
    const before = Number(sqs.GetQueueAttributes({ QueueUrl }).Attributes['ApproximateNumberOfMessages'])
    for (const until = box.now() + seconds * 1e6; box.now() < until; box.advance(20_000)) call()
    return Number(sqs.GetQueueAttributes({ QueueUrl }).Attributes['ApproximateNumberOfMessages']) - before
  }
  expect(sentIn(1, () => sqs.SendMessage({ QueueUrl, MessageBody: 'a' }))).toBe(50)
  expect(sentIn(1, () => sqs.SendMessageBatch({ QueueUrl, Entries }))).toBe(500)
})
