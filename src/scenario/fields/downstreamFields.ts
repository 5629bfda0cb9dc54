import { choice, type Field, number } from './field.ts'
import { SPREADS } from './spreads.ts'

export const DOWNSTREAM_FIELDS: readonly Field[] = [
  number('capacity', 'ca', {
    label: 'Calls at once',
    unit: 'calls',
    min: 0,
    max: 100_000,
    default: 10,
    step: 1,
    scale: 'log',
  }),
  number('serviceMs', 'se', {
    label: 'Work for one call',
    unit: 'ms',
    min: 0,
    max: 600_000,
    default: 5,
    step: 0.01,
    scale: 'log',
  }),
  choice('serviceSpread', 'ss', {
    label: 'Spread of the work',
    choices: SPREADS,
    default: 'exponential',
  }),
  number('waitingLimit', 'wl', {
    label: 'Calls that may wait',
    unit: 'calls',
    min: 0,
    max: 1_000_000,
    default: 1000,
    step: 1,
    scale: 'log',
  }),
  choice('callsFor', 'cf', {
    label: 'Called for',
    choices: [
      { value: 'record', label: 'each record, after the work on it' },
      { value: 'batch', label: 'each batch, before its records' },
    ],
    default: 'record',
    structural: true,
  }),
  number('failureShare', 'fs', {
    label: 'Calls that fail',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0,
    step: 0.001,
  }),
]
