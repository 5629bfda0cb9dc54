import { choice, type Field, number } from './field.ts'

export const AGGREGATOR_FIELDS: readonly Field[] = [
  number('serviceMs', 'se', {
    label: 'Work for one record',
    unit: 'ms',
    min: 0,
    max: 60_000,
    default: 1,
    step: 0.01,
    scale: 'log',
  }),
  number('pollIntervalMs', 'pi', {
    label: 'Time between polls',
    unit: 'ms',
    min: 10,
    max: 600_000,
    default: 1000,
    step: 10,
    scale: 'log',
  }),
  choice('counts', 'co', {
    label: 'The counts are',
    choices: [
      { value: 'memory', label: 'in memory' },
      { value: 'saved', label: 'saved together with the place' },
      { value: 'outside', label: 'in a store outside' },
    ],
    default: 'memory',
  }),
  choice('effects', 'ef', {
    label: 'A record counted again',
    choices: [
      { value: 'each', label: 'counts again' },
      { value: 'once', label: 'is known (idempotent)' },
    ],
    default: 'each',
  }),
  number('checkpointSeconds', 'cs', {
    label: 'Checkpoint every',
    unit: 's',
    min: 0,
    max: 3600,
    default: 10,
    step: 0.1,
    scale: 'log',
  }),
  choice('deleteWhen', 'de', {
    label: 'A message is deleted',
    choices: [
      { value: 'after', label: 'when it is counted' },
      { value: 'before', label: 'at once when it is received' },
    ],
    default: 'after',
  }),
  number('restartSeconds', 're', {
    label: 'Restart after',
    unit: 's',
    min: 0,
    max: 3600,
    default: 5,
    step: 0.1,
    scale: 'log',
  }),
]
