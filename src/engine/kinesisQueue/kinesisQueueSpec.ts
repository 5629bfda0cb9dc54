import { PAINTS } from '../metrics/trace.ts'
import type { NodeKindSpec } from '../nodes/nodeKindSpec.ts'
import type { KinesisQueuePlan } from './kinesisQueuePlan.ts'

const VISIBILITY = 0
const RETENTION = VISIBILITY + 1
/** The same two of its dead letters. */
const DEAD_VISIBILITY = RETENTION + 1
const DEAD_RETENTION = DEAD_VISIBILITY + 1
const CREATION = DEAD_RETENTION + 1
export const KinesisQueueTimer = {
  visibility: VISIBILITY,
  retention: RETENTION,
  deadVisibility: DEAD_VISIBILITY,
  deadRetention: DEAD_RETENTION,
  creation: CREATION,
} as const

const paints = (name: string) => Array.from({ length: PAINTS }, (_, paint) => `${name}${paint}`)

export const KINESIS_QUEUE: NodeKindSpec<KinesisQueuePlan> = {
  gauges: [
    ...['offeredTotal', 'visible', 'inFlight', 'deliveriesTotal', 'acknowledgedTotal', 'returnedTotal'],
    ...['expiredTotal', 'emptyReceivesTotal', 'overLimitTotal', 'oldestAgeMicros', 'deadLetteredTotal'],
    ...['restoredTotal', 'deadLetters', 'deadExpiredTotal'],
    ...paints('visiblePaint'),
    ...paints('inFlightPaint'),
  ],
  rowGauges: [],
  rows: () => 0,
  timers: () => CREATION + 1,
  streams: () => [
    'servers',
    'order',
    'faults',
    'servers of dead letters',
    'order of dead letters',
    'faults of dead letters',
  ],
  tracks: () => 0,
}
