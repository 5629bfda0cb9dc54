import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, limited, number } from './field.ts'

const READING = 'Reading'

/** How records come to an application, and what only enhanced fan-out has. */
export const FAN_OUT_FIELDS: readonly Field[] = [
  choice('reading', 'rd', {
    label: 'Records come',
    default: 'polling',
    group: READING,
    basic: true,
    structural: true,
    choices: [
      { value: 'polling', label: 'by polling (GetRecords)' },
      { value: 'fanOut', label: 'pushed (enhanced fan-out)', factId: 'KIN3.01' },
    ],
    help: 'Applications that poll share the read limits of each shard. One with enhanced fan-out is a registered consumer and has throughput of its own; AWS bills it apart.',
  }),
  number('fanOutBytesPerSecond', 'fb', {
    label: 'Pushed from each shard',
    ...limited('KIN3.01'),
    group: READING,
    structural: true,
    help: 'With enhanced fan-out: what this application gets from one shard, whatever others read.',
  }),
  number('pushLatencyMs', 'pl', {
    label: 'From storing to being pushed',
    unit: 'ms',
    min: 0,
    max: 60_000,
    default: LIMITS['KIN3.07'].value,
    step: 1,
    group: READING,
    structural: true,
    help: 'With enhanced fan-out: AWS tells an average of about 70 ms; here every record takes the same time.',
    ticks: [{ value: LIMITS['KIN3.07'].value, label: 'AWS on average', factId: 'KIN3.07' }],
  }),
]
