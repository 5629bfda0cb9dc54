import { EVERY_LIMIT } from '../../aws/otherLimits.ts'
import { choice, type Field, limited, limitOf, number } from './field.ts'
import { QUEUE_FIELDS } from './queueFields.ts'

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
    default: EVERY_LIMIT['SQS.14'].value,
    step: 1,
    scale: 'log',
    limit: limitOf('SQS.14'),
  }),
  number('redrivePerSecond', 'rd', {
    label: 'Moved back in a redrive',
    unit: 'messages/s',
    min: 1,
    max: 500,
    default: EVERY_LIMIT['SQS.16'].value,
    step: 1,
    scale: 'log',
  }),
  number('delaySeconds', 'de', {
    label: 'Delay',
    unit: 's',
    min: 0,
    max: 900,
    default: EVERY_LIMIT['SQS.10'].value,
    step: 1,
    limit: limitOf('SQS.10'),
  }),
  choice('deduplicationBy', 'db', {
    label: 'A message is the same when it has the same',
    choices: [
      { value: 'record', label: 'Record' },
      { value: 'key', label: 'Key' },
    ],
    default: 'record',
    structural: true,
  }),
  choice('deduplicationScope', 'ds', {
    label: 'DeduplicationScope',
    choices: [
      { value: 'queue', label: 'Queue' },
      { value: 'messageGroup', label: 'Message group', factId: 'FIFO.04' },
    ],
    default: 'queue',
  }),
  number('deduplicationSeconds', 'dt', {
    ...limited('FIFO.12'),
    label: 'Deduplication remembers',
    structural: true,
  }),
  choice('throughputLimit', 'tl', {
    label: 'FifoThroughputLimit',
    choices: [
      { value: 'perQueue', label: 'Per queue' },
      { value: 'perMessageGroupId', label: 'Per message group', factId: 'FIFO.04' },
    ],
    default: 'perQueue',
  }),
  number('callsPerSecond', 'cl', {
    ...limited('FIFO.01'),
    label: 'Calls of each action',
  }),
  number('highThroughputCallsPerSecond', 'hl', {
    ...limited('FIFO.04'),
    label: 'Calls of each action, all partitions',
  }),
  number('inFlightLimit', 'fl', {
    ...limited('FIFO.17'),
    label: 'Messages in flight',
  }),
  number('scanLimit', 'sl', {
    ...limited('FIFO.18'),
    label: 'Messages looked at for groups',
    structural: true,
  }),
  ...asOfQueue('messageBytesLimit'),
  ...asOfQueue('batchLimit'),
]
