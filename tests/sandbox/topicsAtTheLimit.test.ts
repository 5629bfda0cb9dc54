import { describe, expect, test } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/engine/index.ts'
import { KIB, MIB, outcomeOf, type Steps, times } from './atTheLimit.ts'

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

const FIFO_TOPIC = { FifoTopic: 'true' }

type Case = [what: string, steps: () => { box: { advance: (micros: number) => void }; steps: Steps }]

const CASES: Case[] = [
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
    'SNS.03 3,000 messages a second in Stockholm with FIFO topics: one over',
    () => {
      const { box, publish } = topic({ ...FIFO_TOPIC, FifoThroughputScope: 'MessageGroup' }, { region: 'eu-north-1' })
      let i = 0
      return {
        box,
        steps: [
          [times(3000, () => publish(1, `g${i++ % 20}`)), 'taken'],
          [() => publish(1, 'g0'), 'Throttled SNS.03 0 records left of 3000 records; 1 record needed'],
        ],
      }
    },
  ],
  [
    'SNS.04 a topic that takes 1 MiB: one byte over',
    () => {
      const { box, publish } = topic({ MaximumMessageSize: String(MIB) })
      return {
        box,
        steps: [
          [() => publish(MIB), 'taken'],
          [() => publish(MIB + 1), 'InvalidParameter SNS.04'],
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

describe('SNS at the limit, one record and one byte over it', () => {
  test.each(CASES)('%s', (_, make) => {
    const { box, steps } = make()
    for (const step of steps) {
      if (typeof step === 'number') box.advance(step)
      else expect(outcomeOf(step[0])).toBe(step[1])
    }
  })
})
