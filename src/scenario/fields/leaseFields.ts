import { LIMITS } from '../../aws/index.ts'
import { choice, type Field, number } from './field.ts'

const SHARING = 'Sharing the shards'
const READING = 'Reading'

/** How an application's workers share the shards of its stream, and what only the Kinesis Client Library does. */
export const LEASE_FIELDS: readonly Field[] = [
  choice('coordination', 'co', {
    label: 'Workers share the shards',
    default: 'simple',
    group: SHARING,
    structural: true,
    choices: [
      { value: 'simple', label: 'at once, without leases' },
      { value: 'kcl2', label: 'as KCL 2: each takes leases' },
      { value: 'kcl3', label: 'as KCL 3: a leader assigns them' },
    ],
    help: 'The Kinesis Client Library (KCL) keeps a table of leases; how long a dead worker’s shards wait follows from how it looks at it.',
  }),
  choice('balancing', 'ba', {
    label: 'KCL 3 evens out',
    default: 'load',
    group: SHARING,
    structural: true,
    choices: [
      { value: 'load', label: 'the load of the workers' },
      { value: 'count', label: 'the number of leases' },
    ],
    help: 'By default CPU load, so that a worker with busy shards gets fewer of them; KCL 2 always counts leases.',
  }),
  number('handoffSeconds', 'hs', {
    label: 'KCL 3 waits for a handover',
    unit: 's',
    min: 0,
    max: 600,
    default: LIMITS['KCL.17'].value / 1000,
    step: 1,
    group: SHARING,
    structural: true,
    help: 'The old owner ends its batch and checkpoints before a lease moves, so nothing is worked twice. 0: it is not asked.',
    ticks: [{ value: LIMITS['KCL.17'].value / 1000, label: 'KCL', factId: 'KCL.17' }],
  }),
  number('workerCores', 'cr', {
    label: 'Cores of a worker',
    unit: '',
    min: 0.1,
    max: 128,
    default: 1,
    step: 0.1,
    scale: 'log',
    group: SHARING,
    structural: true,
    help: 'A worker’s CPU stands at 100 % when so many seconds of work come in a second; KCL 3 balances by it. The value is ours.',
  }),
  number('prefetchMiB', 'pm', {
    label: 'Fetched data that may wait',
    unit: 'MiB',
    min: 0,
    max: 1024,
    default: LIMITS['KCL.08.bytes'].value / 1_048_576,
    step: 0.1,
    group: READING,
    structural: true,
    help: 'With KCL: polling pauses when so much waits for work; 0 means no limit.',
    ticks: [{ value: LIMITS['KCL.08.bytes'].value / 1_048_576, label: 'KCL', factId: 'KCL.08.bytes' }],
  }),
  number('prefetchRecords', 'pr', {
    label: 'Fetched records that may wait',
    unit: 'records',
    min: 0,
    max: 1_000_000,
    default: LIMITS['KCL.08.records'].value,
    step: 1,
    group: READING,
    structural: true,
    help: 'With KCL: polling pauses when so many wait for work; 0 means no limit.',
    ticks: [{ value: LIMITS['KCL.08.records'].value, label: 'KCL', factId: 'KCL.08.records' }],
  }),
]
