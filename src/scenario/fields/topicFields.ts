import { choice, type Field, limited, number } from './field.ts'

const TOPIC = 'Topic'
const LIMITS_GROUP = 'Limits'

export const TOPIC_FIELDS: readonly Field[] = [
  choice('topicType', 'ty', {
    label: 'Type',
    choices: [
      { value: 'standard', label: 'Standard' },
      { value: 'fifo', label: 'FIFO' },
    ],
    default: 'standard',
    structural: true,
    group: TOPIC,
    basic: true,
    help: 'A FIFO topic hands the messages of one key over in order, also when a delivery has to be tried again.',
  }),
  choice('throughputScope', 'ts', {
    label: 'Throughput of a FIFO topic',
    choices: [
      { value: 'Topic', label: 'Topic' },
      { value: 'MessageGroup', label: 'Message group' },
    ],
    default: 'Topic',
    group: TOPIC,
    help: 'FifoThroughputScope: with Topic the whole topic has a limit; with Message group only each key has one, and the account.',
  }),
  number('topicMessagesPerSecond', 'tm', {
    ...limited('SNS.06'),
    label: 'Messages to a FIFO topic',
    group: LIMITS_GROUP,
    help: 'So many messages a second it takes of all keys together, unless the scope is Message group.',
  }),
  number('topicBytesPerSecond', 'tb', {
    ...limited('SNS.06.bytes'),
    label: 'Bytes to a FIFO topic',
    group: LIMITS_GROUP,
    help: 'This or the messages, whichever is met first.',
  }),
  number('groupMessagesPerSecond', 'gm', {
    ...limited('SNS.06.group'),
    label: 'Messages of one key to a FIFO topic',
    group: LIMITS_GROUP,
    help: 'The partition key is the message group; one group takes no more, whatever the scope.',
  }),
  number('messageBytesLimit', 'ml', {
    ...limited('SNS.04'),
    label: 'Largest message',
    group: LIMITS_GROUP,
    help: 'MaximumMessageSize: a larger message is always refused; a batch as a whole may not be larger either.',
  }),
  number('batchLimit', 'bl', {
    ...limited('SNS.02'),
    label: 'Messages in one call',
    group: LIMITS_GROUP,
    help: 'PublishBatch takes at most so many. Quotas count messages, so a batch saves calls and no quota.',
  }),
]
