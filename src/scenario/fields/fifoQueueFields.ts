import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, limited, limitOf, number } from './field.ts'
import { QUEUE_FIELDS } from './queueFields.ts'

const QUEUE = 'Queue'
const DEDUPLICATION = 'Deduplication'
const THROUGHPUT = 'Throughput'
const LIMITS_GROUP = 'Limits'

/** A field that a FIFO queue has as every queue has it. */
const asOfQueue = (name: string) => QUEUE_FIELDS.filter((field) => field.name === name)

export const FIFO_QUEUE_FIELDS: readonly Field[] = [
  ...asOfQueue('visibilityTimeoutSeconds'),
  ...asOfQueue('retentionHours'),
  number('maxReceiveCount', 'mr', {
    label: 'Receives before it is a dead letter',
    unit: 'receives',
    min: 1,
    max: 1000,
    default: LIMITS['SQS.14'].value,
    step: 1,
    scale: 'log',
    group: QUEUE,
    basic: true,
    limit: limitOf('SQS.14'),
    help: 'A message received so often goes to the dead-letter queue at its next receive: link another FIFO queue to this one.',
  }),
  number('delaySeconds', 'de', {
    label: 'Delay',
    unit: 's',
    min: 0,
    max: 900,
    default: LIMITS['SQS.10'].value,
    step: 1,
    group: QUEUE,
    limit: limitOf('SQS.10'),
    help: 'A message can be received only so long after it was sent; a change holds for messages that are there already.',
  }),
  choice('deduplicationBy', 'db', {
    label: 'A message is the same when it has the same',
    choices: [
      { value: 'record', label: 'Record' },
      { value: 'key', label: 'Key' },
    ],
    default: 'record',
    structural: true,
    group: DEDUPLICATION,
    help: 'Record: no record is a repetition of another. Key: records of one key count as one message for five minutes.',
  }),
  choice('deduplicationScope', 'ds', {
    label: 'DeduplicationScope',
    choices: [
      { value: 'queue', label: 'Queue' },
      { value: 'messageGroup', label: 'Message group', factId: 'FIFO.04' },
    ],
    default: 'queue',
    group: DEDUPLICATION,
    help: 'Where the same deduplication id means the same message. With a limit for each message group: high throughput.',
  }),
  number('deduplicationSeconds', 'dt', {
    ...limited('FIFO.12'),
    label: 'Deduplication remembers',
    structural: true,
    group: DEDUPLICATION,
    help: 'A repetition within this time is taken and not delivered.',
  }),
  choice('throughputLimit', 'tl', {
    label: 'FifoThroughputLimit',
    choices: [
      { value: 'perQueue', label: 'Per queue' },
      { value: 'perMessageGroupId', label: 'Per message group', factId: 'FIFO.04' },
    ],
    default: 'perQueue',
    group: THROUGHPUT,
    basic: true,
    help: 'High throughput needs this per message group and the scope of deduplication too; otherwise the queue has one quota.',
  }),
  number('callsPerSecond', 'cl', {
    ...limited('FIFO.01'),
    label: 'Calls of each action',
    group: THROUGHPUT,
    help: 'So many sends, receives and deletes a second for the queue, in high throughput for each partition.',
  }),
  number('highThroughputCallsPerSecond', 'hl', {
    ...limited('FIFO.04'),
    label: 'Calls of each action, all partitions',
    group: THROUGHPUT,
    help: 'The quota of the Region for a queue in high throughput.',
  }),
  number('inFlightLimit', 'fl', {
    ...limited('FIFO.17'),
    label: 'Messages in flight',
    group: LIMITS_GROUP,
    help: 'So many messages may be received and not yet deleted; beyond it a receive returns nothing.',
  }),
  number('scanLimit', 'sl', {
    ...limited('FIFO.18'),
    label: 'Messages looked at for groups',
    structural: true,
    group: LIMITS_GROUP,
    help: 'Groups are found among the oldest messages only: a longer backlog of one locked group hides all others.',
  }),
  ...asOfQueue('messageBytesLimit'),
  ...asOfQueue('batchLimit'),
]
