import { LIMITS } from '../../aws/index.ts'
import type { KindHelp } from './fieldHelp.ts'

const SHARING = 'Sharing the shards'
const READING = 'Reading'

export const LEASE_HELP: KindHelp = {
  coordination: {
    group: SHARING,
    help: 'The Kinesis Client Library (KCL) keeps a table of leases; how long a dead worker’s shards wait follows from how it looks at it.',
  },
  balancing: {
    group: SHARING,
    help: 'By default CPU load, so that a worker with busy shards gets fewer of them; KCL 2 always counts leases.',
  },
  handoffSeconds: {
    group: SHARING,
    help: 'The old owner ends its batch and checkpoints before a lease moves, so nothing is worked twice. 0: it is not asked.',
    ticks: [{ value: LIMITS['KCL.17'].value / 1000, label: 'KCL', factId: 'KCL.17' }],
  },
  workerCores: {
    group: SHARING,
    help: 'A worker’s CPU stands at 100 % when so many seconds of work come in a second; KCL 3 balances by it. The value is ours.',
  },
  prefetchMiB: {
    group: READING,
    help: 'With KCL: polling pauses when so much waits for work; 0 means no limit.',
    ticks: [{ value: LIMITS['KCL.08.bytes'].value / 1_048_576, label: 'KCL', factId: 'KCL.08.bytes' }],
  },
  prefetchRecords: {
    group: READING,
    help: 'With KCL: polling pauses when so many wait for work; 0 means no limit.',
    ticks: [{ value: LIMITS['KCL.08.records'].value, label: 'KCL', factId: 'KCL.08.records' }],
  },
}
