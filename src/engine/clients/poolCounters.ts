// What a pool counts, as places in one column.

export const DELIVERIES = 0
export const PROCESSED = DELIVERIES + 1
export const AGAIN = PROCESSED + 1
export const FAILED = AGAIN + 1
export const LOST = FAILED + 1
export const LATENCY_SUM = LOST + 1
export const HASH = LATENCY_SUM + 1
export const SHOWN = HASH + 1
export const POOL_COUNTERS = SHOWN + 1
