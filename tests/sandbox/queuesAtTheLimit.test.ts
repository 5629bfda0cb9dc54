import { describe, expect, test } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/engine/index.ts'
import { KIB, MIB, outcomeOf, type Steps, times } from './atTheLimit.ts'

function queue(Attributes: Record<string, string> = {}, options: SandboxOptions = {}) {
  const box = createSandbox(options)
  const isFifo = Attributes['FifoQueue'] === 'true'
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: isFifo ? 'q.fifo' : 'q', Attributes })
  let id = 0
  const group = () => (isFifo ? { MessageGroupId: 'g', MessageDeduplicationId: String(id++) } : {})
  const send = (body: number, more: object = {}) =>
    box.sqs.SendMessage({ QueueUrl, MessageBody: body, ...group(), ...more })
  const sendMany = (count: number, body: number) =>
    box.sqs.SendMessageBatch({
      QueueUrl,
      Entries: Array.from({ length: count }, (_, i) => ({ Id: `e${i}`, MessageBody: body, ...group() })),
    })
  const receive = (more: object = {}) => box.sqs.ReceiveMessage({ QueueUrl, ...more })
  return { box, send, sendMany, receive }
}

/** Sends to a FIFO queue in high throughput, to one group or in one call to several. */
function highThroughput(options: SandboxOptions = { region: 'eu-north-1' }) {
  const box = createSandbox(options)
  const Attributes = { ...FIFO, DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' }
  const { QueueUrl } = box.sqs.CreateQueue({ QueueName: 'q.fifo', Attributes })
  let id = 0
  const of = (MessageGroupId: string) => ({
    MessageBody: 1,
    MessageGroupId,
    MessageDeduplicationId: String(id++),
  })
  const sendIn = (group: string) => box.sqs.SendMessage({ QueueUrl, ...of(group) })
  const sendAll = (groups: string[]) =>
    box.sqs.SendMessageBatch({ QueueUrl, Entries: groups.map((group, i) => ({ Id: `e${i}`, ...of(group) })) })
  return { box, sendIn, sendAll }
}

const FIFO = { FifoQueue: 'true' }

type Case = [what: string, steps: () => { box: { advance: (micros: number) => void }; steps: Steps }]

const CASES: Case[] = [
  [
    'SQS.03 a message of 1 MiB: one byte over',
    () => {
      const { box, send } = queue()
      return {
        box,
        steps: [
          [() => send(MIB), 'taken'],
          [() => send(MIB + 1), 'InvalidParameterValue SQS.03'],
        ],
      }
    },
  ],
  [
    'SQS.03 a batch of 1 MiB: one byte over',
    () => {
      const { box, sendMany } = queue()
      return {
        box,
        steps: [
          [() => sendMany(4, 256 * KIB), 'taken'],
          [() => sendMany(5, 256 * KIB), 'BatchRequestTooLong SQS.19b'],
          [() => sendMany(2, 512 * KIB + 1), 'BatchRequestTooLong SQS.19b'],
        ],
      }
    },
  ],
  [
    'SQS.04 ten messages in a batch: one over',
    () => {
      const { box, sendMany } = queue()
      return {
        box,
        steps: [
          [() => sendMany(10, 1), 'taken'],
          [() => sendMany(11, 1), 'TooManyEntriesInBatchRequest SQS.19b'],
        ],
      }
    },
  ],
  [
    'SQS.04 ten messages in a receive: one over',
    () => {
      const { box, receive } = queue()
      return {
        box,
        steps: [
          [() => receive({ MaxNumberOfMessages: 10 }), 'taken'],
          [() => receive({ MaxNumberOfMessages: 11 }), 'InvalidParameterValue SQS.19b'],
        ],
      }
    },
  ],
  [
    'SQS.05 a visibility timeout of twelve hours: one second over',
    () => {
      const { box, receive } = queue()
      return {
        box,
        steps: [
          [() => receive({ VisibilityTimeout: 43_200 }), 'taken'],
          [() => receive({ VisibilityTimeout: 43_201 }), 'InvalidParameterValue SQS.05'],
        ],
      }
    },
  ],
  [
    'SQS.10 a delay of 15 minutes: one second over',
    () => {
      const { box, send } = queue()
      return {
        box,
        steps: [
          [() => send(1, { DelaySeconds: 900 }), 'taken'],
          [() => send(1, { DelaySeconds: 901 }), 'InvalidParameterValue SQS.10'],
        ],
      }
    },
  ],
  [
    'FIFO.01 300 calls a second of one action: one over',
    () => {
      const { box, send } = queue(FIFO)
      return {
        box,
        steps: [
          [times(300, () => send(1)), 'taken'],
          [() => send(1), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
          3333,
          [() => send(1), 'RequestThrottled FIFO.02 0.999 calls left of 300 calls; 1 call needed'],
          1,
          [() => send(1), 'taken'],
        ],
      }
    },
  ],
  [
    'FIFO.01 3,000 messages a second with full batches: one message over',
    () => {
      const { box, send, sendMany } = queue(FIFO)
      return {
        box,
        steps: [
          [times(300, () => sendMany(10, 1)), 'taken'],
          [() => send(1), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
        ],
      }
    },
  ],
  [
    'FIFO.04 2,400 calls a second of a queue in high throughput in Stockholm: one over',
    () => {
      const { box, sendIn } = highThroughput()
      let i = 0
      return {
        box,
        steps: [
          [times(2400, () => sendIn(`g${i++ % 40}`)), 'taken'],
          [() => sendIn('g0'), 'RequestThrottled FIFO.02 0 calls left of 2400 calls; 1 call needed'],
          416,
          [() => sendIn('g0'), 'RequestThrottled FIFO.02 0.998 calls left of 2400 calls; 1 call needed'],
          1,
          [() => sendIn('g0'), 'taken'],
        ],
      }
    },
  ],
  [
    'FIFO.05 a batch counts once for each partition that it spans: one partition short of a call',
    () => {
      const { box, sendIn, sendAll } = highThroughput()
      return {
        box,
        steps: [
          // One partition until it is short: two groups are one call of it.
          [() => sendAll(['a', 'b']), 'taken'],
          [times(299, () => sendIn('a')), 'taken'],
          // Now it is divided, and each half has half of the calls that a full one would have.
          [times(150, () => sendIn('a')), 'taken'],
          [() => sendIn('a'), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
          [() => sendAll(['a', 'b']), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
          [times(150, () => sendIn('b')), 'taken'],
          [() => sendIn('b'), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
        ],
      }
    },
  ],
  [
    'FIFO.06 300 calls a second of one group in high throughput: one over',
    () => {
      const { box, sendIn } = highThroughput()
      return {
        box,
        steps: [
          [times(300, () => sendIn('g')), 'taken'],
          [() => sendIn('g'), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
          3333,
          [() => sendIn('g'), 'RequestThrottled FIFO.02 0.999 calls left of 300 calls; 1 call needed'],
          1,
          [() => sendIn('g'), 'taken'],
        ],
      }
    },
  ],
  [
    'FIFO.06 3,000 messages a second of one group with full batches: one over',
    () => {
      const { box, sendIn, sendAll } = highThroughput()
      return {
        box,
        steps: [
          [times(300, () => sendAll(Array.from({ length: 10 }, () => 'g'))), 'taken'],
          [() => sendIn('g'), 'RequestThrottled FIFO.02 0 calls left of 300 calls; 1 call needed'],
        ],
      }
    },
  ],
]

describe('SQS at the limit, one record and one byte over it', () => {
  test.each(CASES)('%s', (_, make) => {
    const { box, steps } = make()
    for (const step of steps) {
      if (typeof step === 'number') box.advance(step)
      else expect(outcomeOf(step[0])).toBe(step[1])
    }
  })
})
