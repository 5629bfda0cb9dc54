// What a queue counts, as places in one column.

export const STORED = 0
export const STORED_BYTES = 1
export const ATTEMPTS = 2
export const REJECTED = 3
export const DELIVERIES = 4
export const DELETED = 5
/** Deleted with the newest handle after its timeout: the delivery had already returned. */
export const DELETED_LATE = 6
export const RETURNED_COUNT = 7
export const EXPIRED = 8
export const EXPIRED_IN_FLIGHT = 9
export const PURGED = 10
export const PURGED_IN_FLIGHT = 11
export const EMPTY = 12
export const OVER_LIMIT = 13
export const AREA = 14
export const AREA_AT = 15
/** Microseconds that all messages now gone spent here. */
export const SOJOURN = 16
export const HASH = 17
export const QUEUE_COUNTERS = 18
