import { QUEUE_COUNTERS } from './queueCounters.ts'

// What a FIFO queue counts beside what every queue counts, as places behind those in the same column.

/** FIFO.12: sends that were taken and not stored. */
export const DUPLICATES = QUEUE_COUNTERS
/** FIFO.02: calls refused, of all actions. */
export const THROTTLED_CALLS = DUPLICATES + 1
/** Given up as dead letters (FIFO.21). */
export const DEAD_LETTERED = THROTTLED_CALLS + 1
/** Gone to another queue by a redrive (SQS.16). */
export const MOVED_OUT = DEAD_LETTERED + 1
/** Come from another queue. */
export const MOVED_IN = MOVED_OUT + 1
export const FIFO_COUNTERS = MOVED_IN + 1
