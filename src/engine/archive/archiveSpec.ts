import type { NodeKindSpec } from '../nodes/nodeKindSpec.ts'
import type { ArchivePlan } from './archivePlan.ts'

export const ARCHIVE: NodeKindSpec<ArchivePlan> = {
  gauges: [
    ...['storedTotal', 'storedBytesTotal', 'attemptsTotal', 'refusedTotal', 'kept'],
    ...['replayedTotal', 'replayRefusedTotal', 'replaysTotal', 'toReplay'],
  ],
  rowGauges: [],
  rows: () => 0,
  timers: () => 1,
  streams: () => [],
  tracks: ({ queues }) => queues.length,
}
