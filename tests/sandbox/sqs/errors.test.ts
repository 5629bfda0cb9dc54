import { describe, expect, test } from 'vitest'
import { createSandbox } from '../../../src/engine/index.ts'
import { refusal } from './refusal.ts'

const box = createSandbox()
const { sqs } = box
const { QueueUrl } = sqs.CreateQueue({ QueueName: 'Q' })
const nobody = QueueUrl.replace('/Q', '/nobody')
const some = (count: number) => Array.from({ length: count }, (_, i) => ({ Id: `${i}`, MessageBody: 'a' }))
const half = 524_288

describe('SQS.19b each mistake has its name', () => {
  test.each<[name: string, call: () => unknown]>([
    ['TooManyEntriesInBatchRequest SQS.19b', () => sqs.SendMessageBatch({ QueueUrl, Entries: some(11) })],
    ['EmptyBatchRequest SQS.19b', () => sqs.SendMessageBatch({ QueueUrl, Entries: [] })],
    ['EmptyBatchRequest SQS.19b', () => sqs.DeleteMessageBatch({ QueueUrl, Entries: [] })],
    ['EmptyBatchRequest SQS.19b', () => sqs.ChangeMessageVisibilityBatch({ QueueUrl, Entries: [] })],
    ['BatchEntryIdsNotDistinct SQS.04', () => sqs.SendMessageBatch({ QueueUrl, Entries: [...some(2), ...some(1)] })],
    [
      'InvalidBatchEntryId SQS.04',
      () => sqs.SendMessageBatch({ QueueUrl, Entries: [{ Id: 'a b', MessageBody: 'a' }] }),
    ],
    [
      'BatchRequestTooLong SQS.19b',
      () =>
        sqs.SendMessageBatch({
          QueueUrl,
          Entries: [half, half, 1].map((MessageBody, i) => ({ Id: `${i}`, MessageBody })),
        }),
    ],
    [
      'BatchRequestTooLong SQS.19b',
      () => sqs.SendMessageBatch({ QueueUrl, Entries: [{ Id: 'a', MessageBody: 2 * half + 1 }] }),
    ],
    [
      'taken',
      () =>
        sqs.SendMessageBatch({
          QueueUrl,
          Entries: [half, half].map((MessageBody, i) => ({ Id: `${i}`, MessageBody })),
        }),
    ],
    ['MissingParameter SQS.19b', () => sqs.SendMessage({ QueueUrl, MessageBody: '' })],
    ['MissingParameter SQS.19b', () => sqs.SendMessage({ QueueUrl, MessageBody: 0 })],
    ['MissingParameter SQS.19b', () => sqs.SendMessage({ QueueUrl } as never)],
    ['InvalidParameterValue SQS.19b', () => sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 0 })],
    ['InvalidParameterValue SQS.19b', () => sqs.ReceiveMessage({ QueueUrl, MaxNumberOfMessages: 11 })],
    ['InvalidParameterValue SQS.19b', () => sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: -1 })],
    ['InvalidParameterValue SQS.19b', () => sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 21 })],
    ['QueueDoesNotExist SQS.19b', () => sqs.SendMessage({ QueueUrl: nobody, MessageBody: 'a' })],
    ['QueueDoesNotExist SQS.19b', () => sqs.GetQueueUrl({ QueueName: 'nobody' })],
    ['QueueDoesNotExist SQS.19b', () => sqs.DeleteQueue({ QueueUrl: nobody })],
    ['MissingParameter SQS.19b', () => sqs.PurgeQueue({} as never)],
    ['MissingParameter SQS.07', () => sqs.DeleteMessage({ QueueUrl } as never)],
    ['ReceiptHandleIsInvalid SQS.07', () => sqs.DeleteMessage({ QueueUrl, ReceiptHandle: 'made up' })],
    ['InvalidAttributeName SQS.19b', () => sqs.SetQueueAttributes({ QueueUrl, Attributes: { Colour: 'red' } })],
    ['InvalidAttributeName SQS.19b', () => sqs.GetQueueAttributes({ QueueUrl, AttributeNames: ['Colour'] })],
    [
      'InvalidAttributeValue SQS.05',
      () => sqs.SetQueueAttributes({ QueueUrl, Attributes: { VisibilityTimeout: 43_201 } }),
    ],
    [
      'InvalidAttributeValue SQS.12',
      () => sqs.CreateQueue({ QueueName: 'W', Attributes: { ReceiveMessageWaitTimeSeconds: '21' } }),
    ],
    ['InvalidParameterValue SQS.19b', () => sqs.CreateQueue({ QueueName: 'a b' })],
    ['InvalidParameterValue SQS.19b', () => sqs.CreateQueue({ QueueName: 'x'.repeat(81) })],
    ['InvalidParameterValue SQS.19b', () => sqs.CreateQueue({ QueueName: 'Q.fifo' })],
    ['taken', () => sqs.CreateQueue({ QueueName: 'Q' })],
    ['taken', () => sqs.CreateQueue({ QueueName: 'Q', Attributes: { VisibilityTimeout: '30' } })],
    ['QueueNameExists SQS.19b', () => sqs.CreateQueue({ QueueName: 'Q', Attributes: { VisibilityTimeout: '31' } })],
    [
      'InvalidParameterValue FIFO.12',
      () => sqs.SendMessage({ QueueUrl, MessageBody: 'a', MessageDeduplicationId: 'd' }),
    ],
  ])('SQS.19b %s (%#)', (name, call) => {
    expect(refusal(call)).toBe(name)
  })
})

test('SQS.19b a handle of another queue, or of a queue that was made anew, is none of this one', () => {
  const box = createSandbox()
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'A' })
  const other = box.sqs.CreateQueue({ QueueName: 'B' })
  box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
  const [{ ReceiptHandle } = { ReceiptHandle: '' }] = box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages
  expect(refusal(() => box.sqs.DeleteMessage({ ...other, ReceiptHandle }))).toBe('ReceiptHandleIsInvalid SQS.07')
  box.sqs.DeleteQueue({ QueueUrl })
  expect(refusal(() => box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle }))).toBe('QueueDoesNotExist SQS.19b')
  box.advance(59_999_999)
  expect(refusal(() => box.sqs.CreateQueue({ QueueName: 'A' }))).toBe('QueueDeletedRecently SQS.19b')
  box.advance(1)
  expect(box.sqs.CreateQueue({ QueueName: 'A' })).toEqual({ QueueUrl })
  expect(refusal(() => box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle }))).toBe('ReceiptHandleIsInvalid SQS.07')
})

test('SQS.19 a standard queue is never throttled', () => {
  const box = createSandbox()
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'Q' })
  for (let i = 0; i < 5000; i++) {
    box.sqs.SendMessage({ QueueUrl, MessageBody: 'a' })
    const [message] = box.sqs.ReceiveMessage({ QueueUrl, WaitTimeSeconds: 1 }).Messages
    box.sqs.DeleteMessage({ QueueUrl, ReceiptHandle: message!.ReceiptHandle })
  }
  expect(box.now()).toBe(0)
})
