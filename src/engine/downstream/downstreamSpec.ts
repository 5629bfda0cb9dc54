import type { NodeKindSpec } from '../nodes/nodeKindSpec.ts'
import type { DownstreamPlan } from './downstreamPlan.ts'

export const DOWNSTREAM: NodeKindSpec<DownstreamPlan> = {
  gauges: [
    ...['callsTotal', 'answeredTotal', 'failedTotal', 'refusedTotal', 'running', 'waiting'],
    ...['waitedMicrosTotal', 'busyMicrosTotal', 'down'],
  ],
  rowGauges: [],
  rows: () => 0,
  timers: () => 1,
  streams: () => ['service', 'failure'],
  tracks: () => 0,
}
