import { PAINTS } from '../metrics/trace.ts'
import type { NodeKindSpec } from './nodeKindSpec.ts'
import type { FifoQueueNodePlan } from './nodePlans.ts'

const VISIBILITY = 0
const RETENTION = VISIBILITY + 1
const DELAY = RETENTION + 1
const REDRIVE = DELAY + 1
export const FifoTimer = { visibility: VISIBILITY, retention: RETENTION, delay: DELAY, redrive: REDRIVE } as const

const paints = (name: string) => Array.from({ length: PAINTS }, (_, paint) => `${name}${paint}`)

/** Gauges as those of a standard queue, and then its own. */
export const FIFO_QUEUE: NodeKindSpec<FifoQueueNodePlan> = {
  gauges: [
    ...['storedTotal', 'storedBytesTotal', 'attemptsTotal', 'refusedTotal', 'visible', 'inFlight', 'deliveriesTotal'],
    ...['deletedTotal', 'returnedTotal', 'expiredTotal', 'purgedTotal', 'emptyReceivesTotal', 'overLimitTotal'],
    ...['oldestAgeMicros', 'delayed', 'groups', 'groupsLocked', 'duplicatesTotal', 'throttledCallsTotal'],
    ...['deadLetteredTotal', 'movedInTotal', 'partitions'],
    ...paints('visiblePaint'),
    ...paints('inFlightPaint'),
  ],
  rowGauges: [],
  rows: () => 0,
  timers: ({ redriveMicrosMax }) => (redriveMicrosMax === undefined ? DELAY : REDRIVE) + 1,
  streams: () => [],
  tracks: () => 0,
}
