import { choice, type Field, number } from './field.ts'

const WORK = 'Counting'
const SAFETY = 'Crashes'

export const AGGREGATOR_FIELDS: readonly Field[] = [
  number('serviceMs', 'se', {
    label: 'Work for one record',
    unit: 'ms',
    min: 0,
    max: 60_000,
    default: 1,
    step: 0.01,
    scale: 'log',
    group: WORK,
    basic: true,
    help: 'The records of a shard are counted one after another, and so are the messages of a queue.',
  }),
  number('pollIntervalMs', 'pi', {
    label: 'Time between polls',
    unit: 'ms',
    min: 10,
    max: 600_000,
    default: 1000,
    step: 10,
    scale: 'log',
    group: WORK,
    help: 'From a stream: how long it waits when a shard has no more records. A queue is asked by long polling.',
  }),
  choice('counts', 'co', {
    label: 'The counts are',
    choices: [
      { value: 'memory', label: 'in memory' },
      { value: 'saved', label: 'saved together with the place' },
      { value: 'outside', label: 'in a store outside' },
    ],
    default: 'memory',
    group: SAFETY,
    basic: true,
    help: 'When the program dies: in memory all are gone; saved ones go back to the last checkpoint, as the place does; outside they stay, and what is read again is counted again.',
  }),
  choice('effects', 'ef', {
    label: 'A record counted again',
    choices: [
      { value: 'each', label: 'counts again' },
      { value: 'once', label: 'is known (idempotent)' },
    ],
    default: 'each',
    group: SAFETY,
    help: 'Whether a store outside knows which records it has counted.',
  }),
  number('checkpointSeconds', 'cs', {
    label: 'Checkpoint every',
    unit: 's',
    min: 0,
    max: 3600,
    default: 10,
    step: 0.1,
    scale: 'log',
    group: SAFETY,
    basic: true,
    help: 'From a stream: how often its place is kept, and the counts with it where they are saved. 0: after each batch.',
  }),
  choice('deleteWhen', 'de', {
    label: 'A message is deleted',
    choices: [
      { value: 'after', label: 'when it is counted' },
      { value: 'before', label: 'at once when it is received' },
    ],
    default: 'after',
    group: SAFETY,
    help: 'From a queue. A message that was deleted before it was counted is missing in the answer when the program dies.',
  }),
  number('restartSeconds', 're', {
    label: 'Restart after',
    unit: 's',
    min: 0,
    max: 3600,
    default: 5,
    step: 0.1,
    scale: 'log',
    group: SAFETY,
    help: 'After it died, the program starts again after this time.',
  }),
]
