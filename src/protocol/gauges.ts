// Names of the numbers of a frame, in the order in which they stand. Names that end in Total only
// grow; a rate is the difference between `gauges` and `before` over their time.
// Times are in microseconds of simulated time, sizes in bytes. The names of the last eight of a
// paint group end in the paint's number.

const paints = (name: string) => [0, 1, 2, 3, 4, 5, 6, 7].map((paint) => `${name}${paint}`)

/** Of a node as a whole. */
export const NODE_GAUGES = {
  producer: ['arrivalsTotal', 'ratePerSecond'],
  stream: ['storedTotal', 'storedBytesTotal', 'attemptsTotal', 'refusedTotal', 'deliveriesTotal', 'expiredTotal'],
  queue: [
    'storedTotal',
    'storedBytesTotal',
    'attemptsTotal',
    'refusedTotal',
    'visible',
    'inFlight',
    'deliveriesTotal',
    'deletedTotal',
    'returnedTotal',
    'expiredTotal',
    'purgedTotal',
    'emptyReceivesTotal',
    'overLimitTotal',
    'oldestAgeMicros',
    ...paints('visiblePaint'),
    ...paints('inFlightPaint'),
  ],
  application: [
    'deliveriesTotal',
    'processedTotal',
    'processedAgainTotal',
    'failedTotal',
    'skippedTotal',
    'lostUnreadTotal',
    'backlog',
    'ageMicros',
  ],
  pool: ['deliveriesTotal', 'processedTotal', 'processedAgainTotal', 'failedTotal', 'busy', 'lostTotal'],
} as const satisfies Record<string, readonly string[]>

/** Of each row of a node: see NodeLayout. */
export const ROW_GAUGES = {
  /** link: new = stored + notYetStored + held + dropped + givenUp at every moment */
  producer: [
    'newTotal',
    'storedTotal',
    'notYetStored',
    'held',
    'droppedTotal',
    'givenUpTotal',
    'attemptsTotal',
    'refusedTotal',
    'storedBytesTotal',
    'callsUnderWay',
    ...paints('waitingPaint'),
  ],
  /** shard; tokens are what is left at this microsecond; refused by KIN1.02 (records) or KIN1.01 (bytes) */
  stream: [
    'storedTotal',
    'storedBytesTotal',
    'attemptsTotal',
    'refusedByRecordsTotal',
    'refusedByBytesTotal',
    'recordTokens',
    'byteTokens',
    'readCallsTotal',
    'readBytesTotal',
    'readCallsRefusedTotal',
    'readBytesRefusedTotal',
    'retained',
    'tipIndex',
    'trimIndex',
    'trimAtMicros',
    ...paints('storedPaint'),
  ],
  /** shard of an application. The caret is the first record not yet processed, `caretAtMicros` when it was stored (now when there is none). worker -1: nobody */
  application: [
    'worker',
    'caretIndex',
    'caretAtMicros',
    'fetchedIndex',
    'fetchedAtMicros',
    'checkpointIndex',
    'checkpointAtMicros',
    'deliveriesTotal',
    'readBytesTotal',
    'processedTotal',
    'callsTotal',
    'callsRefusedTotal',
    'behindMicros',
  ],
  /** worker. state: 0 waiting for messages, 1 working, 2 dead, 3 a call is under way; record and paint of the message in hand, or -1 */
  pool: ['state', 'record', 'paint', 'messagesInHand', 'processedTotal'],
  queue: [],
} as const satisfies Record<string, readonly string[]>
