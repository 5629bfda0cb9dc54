import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, limitOf, number } from './field.ts'
import { SPREADS } from './spreads.ts'

export const POOL_FIELDS: readonly Field[] = [
  number('workers', 'wo', {
    label: 'Workers',
    unit: 'workers',
    min: 0,
    max: 64,
    default: 3,
    step: 1,
    structural: true,
  }),
  number('messagesPerCall', 'mc', {
    label: 'Messages asked for',
    unit: 'messages',
    min: 1,
    max: 100,
    default: LIMITS['SQS.04.receive'].value,
    step: 1,
    scale: 'log',
    limit: limitOf('SQS.04.receive'),
  }),
  number('waitSeconds', 'wa', {
    label: 'Longest wait of a call',
    unit: 's',
    min: 0,
    max: 20,
    default: LIMITS['SQS.12'].value,
    step: 1,
    limit: limitOf('SQS.12'),
  }),
  number('idleMs', 'id', {
    label: 'Pause after an empty short poll',
    unit: 'ms',
    min: 1,
    max: 60_000,
    default: 200,
    step: 1,
    scale: 'log',
  }),
  number('callLatencyMs', 'cl', {
    label: 'Time of one call',
    unit: 'ms',
    min: 0,
    max: 60_000,
    default: LIMITS['SQS.20'].value,
    step: 0.1,
    scale: 'log',
  }),
  number('serviceMs', 'sm', {
    label: 'Work for one message',
    unit: 'ms',
    min: 0.01,
    max: 600_000,
    default: 500,
    step: 0.01,
    scale: 'log',
  }),
  choice('serviceSpread', 'ss', {
    label: 'Spread of that time',
    default: 'constant',
    choices: SPREADS,
  }),
  number('failureShare', 'fs', {
    label: 'Work that fails',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0,
    step: 0.01,
  }),
  choice('deleteWhen', 'de', {
    label: 'Delete',
    default: 'after',
    choices: [
      { value: 'after', label: 'when the work is done' },
      { value: 'before', label: 'as soon as it is received' },
    ],
  }),
]
