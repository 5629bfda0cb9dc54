import { NODE_SPECS } from '../nodes/nodeKinds.ts'
import type { RegisteredKind } from '../nodes/nodePlans.ts'
import type { PlanNodeKind } from '../plan.ts'
import { PAINTS } from './trace.ts'

// What can be read of each node at any moment, in this order. Names that end in Total only grow; moments
// and ages are in microseconds. A group of eight ends in the number of the paint.

const paints = (name: string) => Array.from({ length: PAINTS }, (_, paint) => `${name}${paint}`)

const KINDS = Object.keys(NODE_SPECS) as RegisteredKind[]
const ofRegistered = (names: 'gauges' | 'rowGauges') =>
  Object.fromEntries(KINDS.map((kind) => [kind, NODE_SPECS[kind][names]])) as Record<RegisteredKind, readonly string[]>

/** Of a node as a whole. */
export const NODE_GAUGES: Readonly<Record<PlanNodeKind, readonly string[]>> = {
  producer: ['arrivalsTotal', 'ratePerSecond', 'reachedSomeTotal', 'reachedNoneTotal', 'unroutedTotal'],
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
    'delayed',
    'deadLetteredTotal',
    'movedInTotal',
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
    'iteratorAgeMicros',
    'sideEffectsTotal',
    'duplicateEffectsTotal',
    'lostTotal',
    'checkpointsRefusedTotal',
    'leader',
    'leases',
    'leasesWaiting',
  ],
  pool: [
    ...['deliveriesTotal', 'processedTotal', 'processedAgainTotal', 'failedTotal', 'busy', 'lostTotal'],
    ...['sideEffectsTotal', 'duplicateEffectsTotal', 'heartbeatsTotal'],
  ],
  ...ofRegistered('gauges'),
}

/** Of each row: a producer's link, a stream's shard, an application's shard, a pool's worker. */
export const ROW_GAUGES: Readonly<Record<PlanNodeKind, readonly string[]>> = {
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
    'shardState',
    'hashFrom',
    'hashTo',
    'parent',
    'otherParent',
    'closedAtMicros',
    'kinesisAttemptsTotal',
    'kinesisRecordsTotal',
    ...paints('storedPaint'),
  ],
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
    'leaseOwner',
    'leaseState',
  ],
  pool: ['state', 'record', 'paint', 'messagesInHand', 'processedTotal'],
  queue: [],
  ...ofRegistered('rowGauges'),
}
