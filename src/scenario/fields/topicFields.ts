import { choice, type Field, limited, number } from './field.ts'

export const TOPIC_FIELDS: readonly Field[] = [
  choice('topicType', 'ty', {
    label: 'Type',
    choices: [
      { value: 'standard', label: 'Standard' },
      { value: 'fifo', label: 'FIFO' },
    ],
    default: 'standard',
    structural: true,
  }),
  choice('throughputScope', 'ts', {
    label: 'Throughput of a FIFO topic',
    choices: [
      { value: 'Topic', label: 'Topic' },
      { value: 'MessageGroup', label: 'Message group' },
    ],
    default: 'Topic',
  }),
  number('topicMessagesPerSecond', 'tm', {
    ...limited('SNS.06'),
    label: 'Messages to a FIFO topic',
  }),
  number('topicBytesPerSecond', 'tb', {
    ...limited('SNS.06.bytes'),
    label: 'Bytes to a FIFO topic',
  }),
  number('groupMessagesPerSecond', 'gm', {
    ...limited('SNS.06.group'),
    label: 'Messages of one key to a FIFO topic',
  }),
  number('messageBytesLimit', 'ml', {
    ...limited('SNS.04'),
    label: 'Largest message',
  }),
  number('batchLimit', 'bl', {
    ...limited('SNS.02'),
    label: 'Messages in one call',
  }),
]
