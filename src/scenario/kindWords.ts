import type { PlainKind } from './plainKinds.ts'

// What the views say of the kinds that have no drawing and no panel of their own yet: one entry a kind, read by all of them.

/** One number of a node. `rate`: change a second of a total; `age`: microseconds; `bytes`: with its unit. */
export type Reading = {
  gauge: string
  label: string
  as: 'value' | 'rate' | 'bytes' | 'age'
  /** Something was refused or lost when it is above 0: these two alone are drawn in vermilion. */
  isTrouble?: true
  /** Worth a second look when it is above 0, but nothing is refused or lost. */
  isAmiss?: true
}

export type KindWords = {
  /** What the node is, in the words of its service. */
  what: string
  /** The same in one or two words, beside its name; none where the name of the kind is a plain word. */
  tag?: string
  /** The one number by which it is known, with a unit as its label. */
  main: Reading
  readings: readonly Reading[]
}

export const KIND_WORDS: Readonly<Record<PlainKind, KindWords>> = {
  monolith: {
    tag: 'no broker',
    what: 'One program that takes events in and does the work itself',
    main: { gauge: 'buffered', label: 'in the heap', as: 'value' },
    readings: [
      { gauge: 'storedTotal', label: 'Taken', as: 'rate' },
      { gauge: 'processedTotal', label: 'Done', as: 'rate' },
      { gauge: 'heapBytes', label: 'Heap', as: 'bytes' },
      { gauge: 'refusedTotal', label: 'Refused while down', as: 'value', isTrouble: true },
      { gauge: 'lostTotal', label: 'Lost with the heap', as: 'value', isTrouble: true },
      { gauge: 'deathsTotal', label: 'Times it died', as: 'value', isAmiss: true },
    ],
  },
  topic: {
    tag: 'SNS',
    what: 'SNS topic: a copy of every message for each queue',
    main: { gauge: 'publishedTotal', label: 'messages', as: 'rate' },
    readings: [
      { gauge: 'copiesTotal', label: 'Copies', as: 'rate' },
      { gauge: 'deliveredTotal', label: 'Delivered', as: 'rate' },
      { gauge: 'waiting', label: 'To be tried again', as: 'value', isAmiss: true },
      { gauge: 'refusedTotal', label: 'Refused', as: 'value', isTrouble: true },
      { gauge: 'failedTotal', label: 'Never delivered', as: 'value', isTrouble: true },
    ],
  },
  fifoQueue: {
    tag: 'SQS FIFO',
    what: 'SQS FIFO queue: in order within each message group',
    main: { gauge: 'visible', label: 'visible', as: 'value' },
    readings: [
      { gauge: 'storedTotal', label: 'Stored', as: 'rate' },
      { gauge: 'deliveriesTotal', label: 'Received', as: 'rate' },
      { gauge: 'deletedTotal', label: 'Deleted', as: 'rate' },
      { gauge: 'inFlight', label: 'In flight', as: 'value' },
      { gauge: 'groupsLocked', label: 'Groups locked', as: 'value' },
      { gauge: 'groups', label: 'Groups with messages', as: 'value' },
      { gauge: 'oldestAgeMicros', label: 'Oldest message', as: 'age' },
      { gauge: 'duplicatesTotal', label: 'Duplicates dropped', as: 'value' },
      { gauge: 'partitions', label: 'Partitions', as: 'value' },
      { gauge: 'throttledCallsTotal', label: 'Calls throttled', as: 'value', isTrouble: true },
      { gauge: 'returnedTotal', label: 'Returned', as: 'value', isAmiss: true },
      { gauge: 'deadLetteredTotal', label: 'Dead letters', as: 'value', isAmiss: true },
      { gauge: 'expiredTotal', label: 'Expired', as: 'value', isTrouble: true },
    ],
  },
  lambda: {
    tag: 'Lambda',
    what: 'Lambda function with its event source mapping',
    main: { gauge: 'concurrent', label: 'at once', as: 'value' },
    readings: [
      { gauge: 'processedTotal', label: 'Done', as: 'rate' },
      { gauge: 'invocationsTotal', label: 'Invocations', as: 'rate' },
      { gauge: 'iteratorAgeMicros', label: 'Iterator age', as: 'age' },
      { gauge: 'failedTotal', label: 'Failed invocations', as: 'value', isAmiss: true },
      { gauge: 'throttledTotal', label: 'Throttled', as: 'value', isTrouble: true },
      { gauge: 'duplicatesTotal', label: 'Done again', as: 'value', isAmiss: true },
      { gauge: 'discardedTotal', label: 'Given up', as: 'value', isTrouble: true },
      { gauge: 'expiredTotal', label: 'Expired', as: 'value', isTrouble: true },
    ],
  },
  downstream: {
    what: 'A system that readers call: a database, a search index, a data science job',
    main: { gauge: 'running', label: 'calls at work', as: 'value' },
    readings: [
      { gauge: 'answeredTotal', label: 'Answered', as: 'rate' },
      { gauge: 'waiting', label: 'Waiting', as: 'value' },
      { gauge: 'failedTotal', label: 'Failed', as: 'value', isAmiss: true },
      { gauge: 'refusedTotal', label: 'Refused', as: 'value', isTrouble: true },
    ],
  },
  aggregator: {
    tag: 'per key',
    what: 'A program that counts records for each key, its answer beside the truth',
    main: { gauge: 'answer', label: 'counted', as: 'value' },
    readings: [
      { gauge: 'truth', label: 'In truth', as: 'value' },
      { gauge: 'countedTotal', label: 'Counted', as: 'rate' },
      { gauge: 'wrongKeys', label: 'Wrong keys', as: 'value', isAmiss: true },
      { gauge: 'difference', label: 'Difference', as: 'value', isAmiss: true },
      { gauge: 'lostTotal', label: 'Never counted', as: 'value', isTrouble: true },
    ],
  },
  archive: {
    what: 'A store that keeps what queues delete, and sends it again on demand',
    main: { gauge: 'kept', label: 'kept', as: 'value' },
    readings: [
      { gauge: 'storedTotal', label: 'Taken', as: 'rate' },
      { gauge: 'toReplay', label: 'Still to replay', as: 'value' },
      { gauge: 'replayedTotal', label: 'Replayed', as: 'value' },
      { gauge: 'replayRefusedTotal', label: 'Refused in a replay', as: 'value', isTrouble: true },
    ],
  },
  kinesisQueue: {
    tag: 'Kinesis queue',
    what: 'Kinesis queue: a stream’s records one by one, received and acknowledged; they stay in the stream',
    main: { gauge: 'visible', label: 'visible', as: 'value' },
    readings: [
      { gauge: 'deliveriesTotal', label: 'Received', as: 'rate' },
      { gauge: 'acknowledgedTotal', label: 'Acknowledged', as: 'rate' },
      { gauge: 'offeredTotal', label: 'Offered', as: 'rate' },
      { gauge: 'inFlight', label: 'In flight', as: 'value' },
      { gauge: 'oldestAgeMicros', label: 'Oldest record', as: 'age' },
      { gauge: 'returnedTotal', label: 'Returned', as: 'value', isAmiss: true },
      { gauge: 'deadLetters', label: 'Dead letters', as: 'value', isAmiss: true },
      { gauge: 'restoredTotal', label: 'Restored', as: 'value' },
      { gauge: 'overLimitTotal', label: 'Receives at the limit', as: 'value', isTrouble: true },
      { gauge: 'expiredTotal', label: 'Expired', as: 'value', isTrouble: true },
      { gauge: 'deadExpiredTotal', label: 'Dead letters expired', as: 'value', isTrouble: true },
    ],
  },
}
