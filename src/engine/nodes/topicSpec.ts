import type { NodeKindSpec } from './nodeKindSpec.ts'
import type { TopicPlan } from './nodePlans.ts'

const ROW_NAMES = ['copiesTotal', 'deliveredTotal', 'failedTotal', 'deadLetteredTotal', 'waiting']

export const TOPIC: NodeKindSpec<TopicPlan> = {
  gauges: ['publishedTotal', 'publishedBytesTotal', 'attemptsTotal', 'refusedTotal', ...ROW_NAMES],
  rowGauges: ROW_NAMES,
  rows: ({ subscriptions }) => subscriptions.length,
  timers: () => 1,
  streams: () => [],
  tracks: ({ subscriptions }) => subscriptions.length,
}
