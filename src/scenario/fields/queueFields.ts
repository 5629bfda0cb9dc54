import { LIMITS } from '../../aws/index.ts'
import { type Field, limited, limitOf, number } from './field.ts'

const QUEUE = 'Queue'
const LIMITS_GROUP = 'Limits'

export const QUEUE_FIELDS: readonly Field[] = [
  number('visibilityTimeoutSeconds', 'vt', {
    label: 'Visibility timeout',
    unit: 's',
    min: 0,
    max: 43_200,
    default: LIMITS['SQS.05'].value,
    step: 0.1,
    scale: 'log',
    group: QUEUE,
    basic: true,
    limit: limitOf('SQS.05'),
    ticks: [
      { value: 30, label: 'AWS default', factId: 'SQS.05' },
      { value: 43_200, label: 'AWS at most', factId: 'SQS.05' },
    ],
    help: 'A received message is hidden for so long; if it is not deleted by then, it can be received again.',
  }),
  number('retentionHours', 're', {
    label: 'Kept for',
    unit: 'h',
    min: 0.01,
    max: 960,
    default: LIMITS['SQS.09'].value,
    step: 0.01,
    scale: 'log',
    group: QUEUE,
    basic: true,
    limit: limitOf('SQS.09'),
    ticks: [
      { value: 96, label: 'AWS default', factId: 'SQS.09' },
      { value: 336, label: 'AWS at most', factId: 'SQS.09' },
    ],
    help: 'A message that nobody deletes is gone after this time.',
  }),
  number('inFlightLimit', 'fl', {
    ...limited('SQS.08'),
    label: 'Messages in flight',
    group: LIMITS_GROUP,
    help: 'So many messages may be received and not yet deleted; beyond it nothing more is received.',
  }),
  number('messageBytesLimit', 'ml', {
    ...limited('SQS.03'),
    label: 'Largest message',
    group: LIMITS_GROUP,
    help: 'A larger message is always refused; a batch as a whole may not be larger either.',
  }),
  number('batchLimit', 'bl', {
    ...limited('SQS.04'),
    label: 'Messages in one call',
    group: LIMITS_GROUP,
    help: 'One call sends, receives or deletes at most so many messages.',
  }),
]
