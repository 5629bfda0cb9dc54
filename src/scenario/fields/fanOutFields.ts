import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, limited, number } from './field.ts'

/** How records come to an application, and what only enhanced fan-out has. */
export const FAN_OUT_FIELDS: readonly Field[] = [
  choice('reading', 'rd', {
    label: 'Records come',
    default: 'polling',
    structural: true,
    choices: [
      { value: 'polling', label: 'by polling (GetRecords)' },
      { value: 'fanOut', label: 'pushed (enhanced fan-out)', factId: 'KIN3.01' },
    ],
  }),
  number('fanOutBytesPerSecond', 'fb', {
    label: 'Pushed from each shard',
    ...limited('KIN3.01'),
    structural: true,
  }),
  number('pushLatencyMs', 'pl', {
    label: 'From storing to being pushed',
    unit: 'ms',
    min: 0,
    max: 60_000,
    default: LIMITS['KIN3.07'].value,
    step: 1,
    structural: true,
  }),
]
