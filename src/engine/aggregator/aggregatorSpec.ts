import type { NodeKindSpec } from '../nodes/nodeKindSpec.ts'
import type { AggregatorPlan } from './aggregatorPlan.ts'

export const AGGREGATOR: NodeKindSpec<AggregatorPlan> = {
  gauges: [
    ...['countedTotal', 'answer', 'truth', 'wrongKeys', 'difference', 'duplicatesTotal'],
    ...['lostTotal', 'deathsTotal', 'down', 'backlog'],
  ],
  rowGauges: [],
  rows: () => 0,
  timers: () => 1,
  streams: () => [],
  tracks: (plan) => plan.tracks,
}
