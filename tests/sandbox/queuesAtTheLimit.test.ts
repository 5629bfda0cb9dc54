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

function topic(Attributes: Record<string, string> = {}, options: SandboxOptions = {}) {
  const box = createSandbox(options)
  const isFifo = Attributes['FifoTopic'] === 'true'
  const { TopicArn } = box.sns.CreateTopic({ Name: isFifo ? 't.fifo' : 't', Attributes })
  let id = 0
  const publish = (Message: number, MessageGroupId = 'g') =>
    box.sns.Publish({ TopicArn, Message, ...(isFifo && { MessageGroupId, MessageDeduplicationId: String(id++) }) })
  const publishMany = (count: number) =>
    box.sns.PublishBatch({
      TopicArn,
      PublishBatchRequestEntries: Array.from({ length: count }, (_, i) => ({ Id: `e${i}`, Message: 'x' })),
    })
  return { box, publish, publishMany }
}

const FIFO = { FifoQueue: 'true' }
const FIFO_TOPIC = { FifoTopic: 'true' }

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
    'SNS.02 ten messages in a batch: one over',
    () => {
      const { box, publishMany } = topic()
      return {
        box,
        steps: [
          [() => publishMany(10), 'taken'],
          [() => publishMany(11), 'TooManyEntriesInBatchRequest SNS.02'],
        ],
      }
    },
  ],
  [
    'SNS.03 300 messages a second in Stockholm: one over',
    () => {
      const { box, publish } = topic({}, { region: 'eu-north-1' })
      return {
        box,
        steps: [
          [times(300, () => publish(1)), 'taken'],
          [() => publish(1), 'Throttled SNS.03 0 records left of 300 records; 1 record needed'],
          3334,
          [() => publish(1), 'taken'],
        ],
      }
    },
  ],
  [
    'SNS.04 a message of 256 KiB: one byte over',
    () => {
      const { box, publish } = topic()
      return {
        box,
        steps: [
          [() => publish(256 * KIB), 'taken'],
          [() => publish(256 * KIB + 1), 'InvalidParameter SNS.04'],
        ],
      }
    },
  ],
  [
    'SNS.06 300 messages a second of a group: one over',
    () => {
      const { box, publish } = topic({ ...FIFO_TOPIC, FifoThroughputScope: 'MessageGroup' })
      return {
        box,
        steps: [
          [times(300, () => publish(1)), 'taken'],
          [() => publish(1), 'Throttled SNS.06 0 records left of 300 records; 1 record needed'],
          [() => publish(1, 'other'), 'taken'],
        ],
      }
    },
  ],
  [
    'SNS.06 3,000 messages a second of a FIFO topic: one over',
    () => {
      const { box, publish } = topic(FIFO_TOPIC)
      let i = 0
      return {
        box,
        steps: [
          [times(3000, () => publish(1, `g${i++ % 10}`)), 'taken'],
          [() => publish(1, 'other'), 'Throttled SNS.06 0 records left of 3000 records; 1 record needed'],
        ],
      }
    },
  ],
  [
    'SNS.06 20 MiB a second of a FIFO topic: one byte over',
    () => {
      const { box, publish } = topic(FIFO_TOPIC)
      return {
        box,
        steps: [
          [times(79, () => publish(256 * KIB)), 'taken'],
          [() => publish(256 * KIB - 1), 'taken'],
          [() => publish(2), 'Throttled SNS.06 1 B left of 20 MiB; 2 B needed'],
          [() => publish(1), 'taken'],
        ],
      }
    },
  ],
]

describe('SQS and SNS at the limit, one record and one byte over it', () => {
  test.each(CASES)('%s', (_, make) => {
    const { box, steps } = make()
    for (const step of steps) {
      if (typeof step === 'number') box.advance(step)
      else expect(outcomeOf(step[0])).toBe(step[1])
    }
  })
})
