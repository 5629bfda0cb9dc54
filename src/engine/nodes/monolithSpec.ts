import type { NodeKindSpec } from './nodeKindSpec.ts'
import type { MonolithPlan } from './nodePlans.ts'

export const WORK_TIMER = 0
export const PAUSE_TIMER = 1
export const RESTART_TIMER = 2
const TIMERS = RESTART_TIMER + 1

export const MONOLITH: NodeKindSpec<MonolithPlan> = {
  gauges: [
    'storedTotal',
    'storedBytesTotal',
    'attemptsTotal',
    'refusedTotal',
    'buffered',
    'heapBytes',
    'processedTotal',
    'lostTotal',
    'deathsTotal',
    'pausedMicrosTotal',
    'down',
  ],
  rowGauges: [],
  rows: () => 0,
  timers: () => TIMERS,
  streams: () => ['service'],
  tracks: () => 0,
}
