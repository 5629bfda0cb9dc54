import { LIMITS, type LimitId } from '../../aws/index.ts'
import { choice, type Field, limitOf, number } from './field.ts'

const BATCHES = 'Batches'
const STREAM = 'When it reads a stream'
const QUEUE = 'When it reads a queue'

const ON_OFF = [
  { value: 'off', label: 'off' },
  { value: 'on', label: 'on' },
]

/** A setting with AWS's default and AWS's range. */
function setting(factId: LimitId) {
  const { value, unit, allowed } = LIMITS[factId]
  const [min, max] = allowed ?? [0, value]
  return { unit, min, max, default: value, step: 1, limit: limitOf(factId) } as const
}

/** The event source mapping. */
export const LAMBDA_MAPPING_FIELDS: readonly Field[] = [
  number('recordsPerBatch', 'rb', {
    ...setting('LKI.02'),
    label: 'Batch size from a stream',
    scale: 'log',
    group: BATCHES,
    basic: true,
    help: 'BatchSize: records in one invocation at most.',
  }),
  number('messagesPerBatch', 'mb', {
    ...setting('LSQ.07'),
    label: 'Batch size from a queue',
    scale: 'log',
    group: BATCHES,
    basic: true,
    help: 'BatchSize: messages in one invocation at most. Above 10 a batching window of at least 1 s is needed; a FIFO queue gives 10.',
  }),
  number('windowSeconds', 'wi', {
    ...setting('LKI.02.window'),
    label: 'Batching window',
    group: BATCHES,
    basic: true,
    help: 'MaximumBatchingWindowInSeconds: how long to wait for a full batch. The next window begins when the invocation before has finished.',
  }),
  choice('reportFailures', 'rf', {
    label: 'ReportBatchItemFailures',
    choices: ON_OFF,
    default: 'off',
    group: BATCHES,
    basic: true,
    help: 'The function says what it could not do, and only that is tried again: from a stream all from the first failure on, from a queue just these messages.',
  }),
  number('parallelizationFactor', 'pf', {
    ...setting('LKI.04'),
    label: 'ParallelizationFactor',
    group: STREAM,
    basic: true,
    structural: true,
    help: 'Batches of one shard that run at once. Keys are hashed to so many lanes, so the order of a key is kept.',
  }),
  number('maximumRetryAttempts', 'ra', {
    ...setting('LKI.07'),
    label: 'MaximumRetryAttempts',
    group: STREAM,
    basic: true,
    help: 'How often a batch on which the function failed is tried again. -1: until it succeeds or expires.',
  }),
  number('maximumRecordAgeSeconds', 'ag', {
    ...setting('LKI.07.age'),
    label: 'MaximumRecordAgeInSeconds',
    group: STREAM,
    help: 'Records older than this are not given to the function any more. -1: none is too old.',
  }),
  choice('bisectBatch', 'bi', {
    label: 'BisectBatchOnFunctionError',
    choices: ON_OFF,
    default: 'off',
    group: STREAM,
    basic: true,
    help: 'A failed batch is split in two, which does not use up retries, until the bad record stands alone.',
  }),
  number('startSeconds', 'sa', {
    label: 'Mapping made at',
    unit: 's',
    min: 0,
    max: 604_800,
    default: 0,
    step: 1,
    group: STREAM,
    structural: true,
    help: 'When the mapping begins to read.',
  }),
  choice('startPosition', 'st', {
    label: 'StartingPosition',
    default: 'TRIM_HORIZON',
    group: STREAM,
    structural: true,
    choices: [
      { value: 'TRIM_HORIZON', label: 'the oldest record' },
      { value: 'LATEST', label: 'the newest record' },
      { value: 'AT_TIMESTAMP', label: 'a moment of the run' },
    ],
    help: 'Where the mapping begins in each shard. AWS says that a change of it may take minutes; here it holds at once.',
  }),
  number('startTimestampSeconds', 'ts', {
    label: 'StartingPositionTimestamp',
    unit: 's',
    min: 0,
    max: 604_800,
    default: 0,
    step: 1,
    group: STREAM,
    structural: true,
    help: 'For a moment of the run: the first record stored then or later.',
  }),
  number('tumblingWindowSeconds', 'tw', {
    ...setting('LKI.13'),
    label: 'Tumbling window',
    group: STREAM,
    help: 'The function keeps a state from one invocation to the next within each window of so many seconds. 0: none.',
  }),
  number('stateBytesPerRecord', 'sb', {
    label: 'State for one record',
    unit: 'B',
    min: 0,
    max: 1_048_576,
    default: 0,
    step: 1,
    group: STREAM,
    help: 'How much each record adds to the state of a tumbling window. Above 1 MB the window ends early.',
  }),
  number('maximumConcurrency', 'mc', {
    label: 'Maximum concurrency',
    unit: 'invocations',
    min: 0,
    max: LIMITS['LSQ.05'].value,
    default: 0,
    step: 1,
    ticks: [{ value: 2, label: 'AWS at least', factId: 'LSQ.05' }],
    group: QUEUE,
    basic: true,
    help: 'Invocations of this mapping at once, 2 to 1,000. 0: none set, so up to 1,250 and what the account has.',
  }),
  choice('pollers', 'pr', {
    label: 'Pollers',
    default: 'scaled',
    group: QUEUE,
    structural: true,
    choices: [
      { value: 'scaled', label: 'scaled by Lambda' },
      { value: 'provisioned', label: 'provisioned' },
    ],
    help: 'Provisioned pollers stand ready and scale faster. A maximum concurrency has no meaning with them.',
  }),
  number('minimumPollers', 'ml', {
    ...setting('LSQ.06.min'),
    label: 'Provisioned pollers at least',
    scale: 'log',
    group: QUEUE,
    structural: true,
    help: 'Each carries up to 10 invocations at once, 10 polls and 1 MB a second.',
  }),
  number('maximumPollers', 'mm', {
    ...setting('LSQ.06.max'),
    label: 'Provisioned pollers at most',
    scale: 'log',
    group: QUEUE,
    structural: true,
    help: 'Lambda adds pollers up to this number while messages wait.',
  }),
]
