import { choice, type Field, number } from './field.ts'
import { SPREADS } from './spreads.ts'

const WORK = 'Work'
const FAILURES = 'Failures'

export const DOWNSTREAM_FIELDS: readonly Field[] = [
  number('capacity', 'ca', {
    label: 'Calls at once',
    unit: 'calls',
    min: 0,
    max: 100_000,
    default: 10,
    step: 1,
    scale: 'log',
    group: WORK,
    basic: true,
    help: 'So many calls are worked at once, connections or threads for example; others wait for their turn.',
  }),
  number('serviceMs', 'se', {
    label: 'Work for one call',
    unit: 'ms',
    min: 0,
    max: 600_000,
    default: 5,
    step: 0.01,
    scale: 'log',
    group: WORK,
    basic: true,
    help: 'Mean time of one call, without its wait.',
  }),
  choice('serviceSpread', 'ss', {
    label: 'Spread of the work',
    choices: SPREADS,
    default: 'exponential',
    group: WORK,
    help: 'How far the work for one call varies around its mean.',
  }),
  number('waitingLimit', 'wl', {
    label: 'Calls that may wait',
    unit: 'calls',
    min: 0,
    max: 1_000_000,
    default: 1000,
    step: 1,
    scale: 'log',
    group: WORK,
    help: 'When so many wait already, a call is refused at once.',
  }),
  choice('callsFor', 'cf', {
    label: 'Called for',
    choices: [
      { value: 'record', label: 'each record, after the work on it' },
      { value: 'batch', label: 'each batch, before its records' },
    ],
    default: 'record',
    structural: true,
    group: WORK,
    basic: true,
    help: 'The reader waits for the answer. When the call fails, its work on the record or batch has failed.',
  }),
  number('failureShare', 'fs', {
    label: 'Calls that fail',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0,
    step: 0.001,
    group: FAILURES,
    help: 'Share of calls that end with an error, after their full time.',
  }),
]
