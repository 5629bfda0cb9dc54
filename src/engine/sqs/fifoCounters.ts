import { QUEUE_COUNTERS } from './queueCounters.ts'

// What a FIFO queue counts beside what every queue counts, as places behind those in the same column.

/** FIFO.12: sends that were taken and not stored. */
export const DUPLICATES = QUEUE_COUNTERS
/** FIFO.02: calls refused, of all actions. */
export const THROTTLED_CALLS = DUPLICATES + 1
export const FIFO_COUNTERS = THROTTLED_CALLS + 1
