// What a pool counts, as places in one column.

export const DELIVERIES = 0
export const PROCESSED = DELIVERIES + 1
export const AGAIN = PROCESSED + 1
export const FAILED = AGAIN + 1
export const LOST = FAILED + 1
export const LATENCY_SUM = LOST + 1
export const HASH = LATENCY_SUM + 1
export const SHOWN = HASH + 1
/** What the work has changed outside; of that, what a repeated message has changed again. */
export const EFFECTS = SHOWN + 1
export const DUPLICATE_EFFECTS = EFFECTS + 1
/** Calls that hid messages in hand for longer. */
export const HEARTBEATS = DUPLICATE_EFFECTS + 1
/** Number of the latest call to the system downstream. */
export const STAMPS = HEARTBEATS + 1
export const POOL_COUNTERS = STAMPS + 1
