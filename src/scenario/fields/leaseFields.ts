import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, number } from './field.ts'

/** How an application's workers share the shards of its stream, and what only the Kinesis Client Library does. */
export const LEASE_FIELDS: readonly Field[] = [
  choice('coordination', 'co', {
    label: 'Workers share the shards',
    default: 'simple',
    structural: true,
    choices: [
      { value: 'simple', label: 'at once, without leases' },
      { value: 'kcl2', label: 'as KCL 2: each takes leases' },
      { value: 'kcl3', label: 'as KCL 3: a leader assigns them' },
    ],
  }),
  choice('balancing', 'ba', {
    label: 'KCL 3 evens out',
    default: 'load',
    structural: true,
    choices: [
      { value: 'load', label: 'the load of the workers' },
      { value: 'count', label: 'the number of leases' },
    ],
  }),
  number('handoffSeconds', 'hs', {
    label: 'KCL 3 waits for a handover',
    unit: 's',
    min: 0,
    max: 600,
    default: LIMITS['KCL.17'].value / 1000,
    step: 1,
    structural: true,
  }),
  number('workerCores', 'cr', {
    label: 'Cores of a worker',
    unit: '',
    min: 0.1,
    max: 128,
    default: 1,
    step: 0.1,
    scale: 'log',
    structural: true,
  }),
  number('prefetchMiB', 'pm', {
    label: 'Fetched data that may wait',
    unit: 'MiB',
    min: 0,
    max: 1024,
    default: LIMITS['KCL.08.bytes'].value / 1_048_576,
    step: 0.1,
    structural: true,
  }),
  number('prefetchRecords', 'pr', {
    label: 'Fetched records that may wait',
    unit: 'records',
    min: 0,
    max: 1_000_000,
    default: LIMITS['KCL.08.records'].value,
    step: 1,
    structural: true,
  }),
]
