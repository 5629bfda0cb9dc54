import type { NodeKindSpec } from '../nodes/nodeKindSpec.ts'
import type { LambdaPlan } from './lambdaPlan.ts'

export const LAMBDA: NodeKindSpec<LambdaPlan> = {
  gauges: [
    ...['invocationsTotal', 'concurrent', 'throttledTotal', 'processedTotal', 'failedTotal', 'timedOutTotal'],
    ...['retriedTotal', 'discardedTotal', 'expiredTotal', 'iteratorAgeMicros', 'sideEffectsTotal', 'duplicatesTotal'],
    ...['deliveriesTotal', 'coldStartsTotal', 'destinationTotal', 'droppedBatchesTotal', 'windowsTotal'],
    ...['windowsEndedEarlyTotal', 'windowRecordsTotal', 'environments', 'backlog', 'scale'],
  ],
  rowGauges: [],
  rows: () => 0,
  timers: () => 1,
  streams: () => ['service', 'failure'],
  tracks: (plan) => plan.tracks,
}
