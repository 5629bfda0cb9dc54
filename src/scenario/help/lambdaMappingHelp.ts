import type { KindHelp } from './fieldHelp.ts'

const BATCHES = 'Batches'
const STREAM = 'When it reads a stream'
const QUEUE = 'When it reads a queue'

export const LAMBDA_MAPPING_HELP: KindHelp = {
  recordsPerBatch: {
    group: BATCHES,
    basic: true,
    help: 'BatchSize: records in one invocation at most.',
  },
  messagesPerBatch: {
    group: BATCHES,
    basic: true,
    help: 'BatchSize: messages in one invocation at most. Above 10 a batching window of at least 1 s is needed; a FIFO queue gives 10.',
  },
  windowSeconds: {
    group: BATCHES,
    basic: true,
    help: 'MaximumBatchingWindowInSeconds: how long to wait for a full batch. The next window begins when the invocation before has finished.',
  },
  reportFailures: {
    group: BATCHES,
    basic: true,
    help: 'The function says what it could not do, and only that is tried again: from a stream all from the first failure on, from a queue just these messages.',
  },
  reading: {
    group: STREAM,
    help: 'A mapping that polls asks each shard once a second and shares its read limits. With enhanced fan-out it is a registered consumer with throughput of its own; AWS bills it apart. Of aggregated records it then drops what belongs to another shard (LKI.14).',
  },
  parallelizationFactor: {
    group: STREAM,
    basic: true,
    help: 'Batches of one shard that run at once. Keys are hashed to so many lanes, so the order of a key is kept.',
  },
  maximumRetryAttempts: {
    group: STREAM,
    basic: true,
    help: 'How often a batch on which the function failed is tried again. -1: until it succeeds or expires.',
  },
  maximumRecordAgeSeconds: {
    group: STREAM,
    help: 'Records older than this are not given to the function any more. -1: none is too old.',
  },
  bisectBatch: {
    group: STREAM,
    basic: true,
    help: 'A failed batch is split in two, which does not use up retries, until the bad record stands alone.',
  },
  startSeconds: {
    group: STREAM,
    help: 'When the mapping begins to read.',
  },
  startPosition: {
    group: STREAM,
    help: 'Where the mapping begins in each shard. AWS says that a change of it may take minutes; here it holds at once.',
  },
  startTimestampSeconds: {
    group: STREAM,
    help: 'For a moment of the run: the first record stored then or later.',
  },
  tumblingWindowSeconds: {
    group: STREAM,
    help: 'The function keeps a state from one invocation to the next within each window of so many seconds. 0: none.',
  },
  stateBytesPerRecord: {
    group: STREAM,
    help: 'How much each record adds to the state of a tumbling window. Above 1 MB the window ends early.',
  },
  maximumConcurrency: {
    group: QUEUE,
    basic: true,
    help: 'Invocations of this mapping at once, 2 to 1,000. 0: none set, so up to 1,250 and what the account has.',
    ticks: [{ value: 2, label: 'AWS at least', factId: 'LSQ.05' }],
  },
  pollers: {
    group: QUEUE,
    help: 'Provisioned pollers stand ready and scale faster. A maximum concurrency has no meaning with them.',
  },
  minimumPollers: {
    group: QUEUE,
    help: 'Each carries up to 10 invocations at once, 10 polls and 1 MB a second.',
  },
  maximumPollers: {
    group: QUEUE,
    help: 'Lambda adds pollers up to this number while messages wait.',
  },
}
