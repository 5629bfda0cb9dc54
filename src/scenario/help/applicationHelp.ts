import { LIMITS } from '../../aws/index.ts'
import { FAN_OUT_HELP } from './fanOutHelp.ts'
import type { KindHelp } from './fieldHelp.ts'
import { LEASE_HELP } from './leaseHelp.ts'

const READING = 'Reading'
const WORK = 'Work'
const SAFETY = 'Checkpoints and failures'

export const APPLICATION_HELP: KindHelp = {
  workers: {
    group: WORK,
    basic: true,
    help: 'Each shard is read by one worker; with more workers than shards some stand by idle.',
  },
  startSeconds: {
    group: READING,
    help: 'When the application comes for the first time; what was stored before waits for it until retention ends.',
  },
  startPosition: {
    group: READING,
    help: 'Where the application starts to read when it has no checkpoint: TRIM_HORIZON or LATEST.',
  },
  pollIntervalMs: {
    group: READING,
    basic: true,
    help: 'Time between two GetRecords calls for one shard; without effect when records are pushed.',
    ticks: [
      { value: 200, label: 'KCL at least', factId: 'KCL.06' },
      { value: 1500, label: 'KCL default', factId: 'KCL.06' },
    ],
  },
  pollPhaseMs: {
    group: READING,
    help: 'Shifts the polls, so that applications need not call at the same moment.',
  },
  callLatencyMs: {
    group: READING,
    help: 'Time until the records of a GetRecords call are there, or the answer to a SubscribeToShard call; the value at the start is our assumption.',
    ticks: [{ value: LIMITS['X-L2'].value, label: 'our assumption', factId: 'X-L2' }],
  },
  recordsPerCall: {
    group: READING,
    help: 'One GetRecords call asks for at most so many records.',
    ticks: [{ value: 10_000, label: 'AWS at most', factId: 'KIN2.03' }],
  },
  prefetchBatches: {
    group: READING,
    help: 'No more is fetched while so many batches wait for work; 0 means fetch, work, then fetch again. The same holds for pushed batches, which is our assumption (X-K7).',
    ticks: [{ value: 4, label: 'KCL', factId: 'KCL.08' }],
  },
  serviceMs: {
    group: WORK,
    basic: true,
    help: 'Records of one shard are worked one after another, each for this time.',
  },
  serviceSpread: {
    group: WORK,
    help: 'How the times of work differ around their mean.',
  },
  checkpointSeconds: {
    group: SAFETY,
    basic: true,
    help: 'A checkpoint notes how far a shard is done; 0 means after each batch.',
  },
  failoverSeconds: {
    group: SAFETY,
    help: 'Time until other workers take over; they begin at the last checkpoint.',
    ticks: [{ value: LIMITS['KCL.02'].value / 1000, label: 'KCL 2 at least', factId: 'KCL.02' }],
  },
  failureShare: {
    group: SAFETY,
    help: 'Part of the work that ends with an error.',
  },
  onFailure: {
    group: SAFETY,
    help: 'KCL leaves out the rest of the batch and goes on; trying again stops the shard until it succeeds.',
  },
  poisonRecord: {
    group: SAFETY,
    help: 'Work on the record of this number always fails: each producer counts its records from 1. 0 means none.',
  },
  poisonKey: {
    group: SAFETY,
    help: 'Work on every record with this partition key always fails. Empty means none.',
  },
  workInBatch: {
    group: WORK,
    help: 'All at once is faster and gives up the order within a batch; the next batch begins when the slowest is done.',
  },
  checkpointWhen: {
    group: SAFETY,
    help: 'After the work: a crash repeats records. Before it, with each batch: a crash loses what was not done.',
  },
  sideEffects: {
    group: SAFETY,
    help: 'Idempotent work knows what it has done: a repeated record changes nothing outside. Without it totals come out wrong.',
  },
  ...FAN_OUT_HELP,
  ...LEASE_HELP,
}
