import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, limited, limitOf, number } from './field.ts'

export const KINESIS_QUEUE_FIELDS: readonly Field[] = [
  number('visibilityTimeoutSeconds', 'vt', {
    label: 'Visibility timeout',
    unit: 's',
    min: 0,
    max: 43_200,
    default: LIMITS['KIN6.02.visibility'].value,
    step: 0.1,
    scale: 'log',
    limit: limitOf('KIN6.02.visibility'),
  }),
  number('maxReceiveCount', 'mr', {
    label: 'Receives before it is a dead letter',
    unit: 'receives',
    min: 0,
    max: 1000,
    default: LIMITS['KIN6.04'].value,
    step: 1,
    scale: 'log',
  }),
  number('startSeconds', 'sa', {
    label: 'Is created at',
    unit: 's',
    min: 0,
    max: 604_800,
    default: 0,
    step: 1,
    structural: true,
  }),
  choice('startPosition', 'st', {
    label: 'StartingPosition',
    default: 'LATEST',
    structural: true,
    choices: [
      { value: 'LATEST', label: 'the newest record' },
      { value: 'TRIM_HORIZON', label: 'the oldest record' },
    ],
  }),
  number('inFlightLimit', 'fl', {
    ...limited('KIN6.03'),
    label: 'Records in flight',
  }),
  number('batchLimit', 'bl', {
    ...limited('KIN6.02'),
    label: 'Records in one call',
  }),
  number('shuffleWindow', 'sw', {
    label: 'Order lost among',
    unit: 'records',
    min: 0,
    max: 100,
    default: 10,
    step: 1,
  }),
  number('duplicateShare', 'du', {
    label: 'Deliveries to two',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0,
    step: 0.01,
  }),
  number('deleteLostShare', 'lo', {
    label: 'Acknowledgements without effect',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0,
    step: 0.01,
  }),
]
