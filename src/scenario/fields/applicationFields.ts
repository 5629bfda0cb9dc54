import { LIMITS } from '../../aws/index.ts'
import { type Field, choice, limitOf, number } from './field.ts'
import { SPREADS } from './spreads.ts'

const READING = 'Reading'
const WORK = 'Work'
const SAFETY = 'Checkpoints and failures'

export const APPLICATION_FIELDS: readonly Field[] = [
  number('workers', 'wo', {
    label: 'Workers', unit: 'workers', min: 0, max: 64, default: 1, step: 1, group: WORK, basic: true, structural: true,
    help: 'Each shard is read by one worker; with more workers than shards some stand by idle.',
  }),
  number('startSeconds', 'sa', {
    label: 'Comes at', unit: 's', min: 0, max: 604_800, default: 0, step: 1, group: READING, structural: true,
    help: 'When the application comes for the first time; what was stored before waits for it until retention ends.',
  }),
  choice('startPosition', 'st', {
    label: 'Begins at', default: 'TRIM_HORIZON', group: READING, structural: true,
    choices: [
      { value: 'TRIM_HORIZON', label: 'the oldest record' },
      { value: 'LATEST', label: 'the newest record' },
    ],
    help: 'Where the application starts to read when it has no checkpoint: TRIM_HORIZON or LATEST.',
  }),
  number('pollIntervalMs', 'pi', {
    label: 'Time between polls', unit: 'ms', min: 10, max: 600_000, default: LIMITS['KCL.06'].value, step: 10, scale: 'log', group: READING, basic: true,
    limit: limitOf('KCL.06'), ticks: [{ value: 200, label: 'KCL at least', factId: 'KCL.06' }, { value: 1500, label: 'KCL default', factId: 'KCL.06' }],
    help: 'Time between two GetRecords calls for one shard.',
  }),
  number('pollPhaseMs', 'ph', {
    label: 'First poll after', unit: 'ms', min: 0, max: 600_000, default: 0, step: 10, scale: 'log', group: READING, structural: true,
    help: 'Shifts the polls, so that applications need not call at the same moment.',
  }),
  number('callLatencyMs', 'cl', {
    label: 'Time of one call', unit: 'ms', min: 0, max: 60_000, default: LIMITS['X-L2'].value, step: 0.1, scale: 'log', group: READING,
    help: 'Time until the records of a GetRecords call are there; the value at the start is our assumption.',
    ticks: [{ value: LIMITS['X-L2'].value, label: 'our assumption', factId: 'X-L2' }],
  }),
  number('recordsPerCall', 'rc', {
    label: 'Records asked for', unit: 'records', min: 1, max: 100_000, default: LIMITS['KCL.07'].value, step: 1, scale: 'log', group: READING,
    limit: limitOf('KCL.07'), ticks: [{ value: 10_000, label: 'AWS at most', factId: 'KIN2.03' }],
    help: 'One GetRecords call asks for at most so many records.',
  }),
  number('prefetchBatches', 'pf', {
    label: 'Fetched batches that may wait', unit: 'batches', min: 0, max: 40, default: LIMITS['KCL.08'].value, step: 1, group: READING, structural: true,
    limit: limitOf('KCL.08'), ticks: [{ value: 4, label: 'KCL', factId: 'KCL.08' }],
    help: 'Polling pauses when so many batches wait for work; 0 means fetch, work, then fetch again.',
  }),
  number('serviceMs', 'sm', {
    label: 'Work for one record', unit: 'ms', min: 0.01, max: 600_000, default: 1, step: 0.01, scale: 'log', group: WORK, basic: true,
    help: 'Records of one shard are worked one after another, each for this time.',
  }),
  choice('serviceSpread', 'ss', {
    label: 'Spread of that time', default: 'constant', choices: SPREADS, group: WORK,
    help: 'How the times of work differ around their mean.',
  }),
  number('checkpointSeconds', 'cp', {
    label: 'Time between checkpoints', unit: 's', min: 0, max: 3600, default: 5, step: 0.1, scale: 'log', group: SAFETY, basic: true,
    help: 'A checkpoint notes how far a shard is done; 0 means after each batch.',
  }),
  number('failoverSeconds', 'fo', {
    label: 'Shards of a dead worker wait', unit: 's', min: 0, max: 600, default: LIMITS['KCL.02'].value / 1000, step: 0.1, scale: 'log', group: SAFETY,
    ticks: [{ value: LIMITS['KCL.02'].value / 1000, label: 'KCL 2 at least', factId: 'KCL.02' }],
    help: 'Time until other workers take over; they begin at the last checkpoint.',
  }),
  number('failureShare', 'fs', {
    label: 'Work that fails', unit: 'share', min: 0, max: 1, default: 0, step: 0.01, group: SAFETY,
    help: 'Part of the work that ends with an error.',
  }),
  choice('onFailure', 'of', {
    label: 'After an error', default: 'skip', group: SAFETY,
    choices: [
      { value: 'skip', label: 'leave out the rest of the batch' },
      { value: 'retry', label: 'work the record again' },
    ],
    help: 'KCL leaves out the rest of the batch and goes on; trying again stops the shard until it succeeds.',
  }),
]
