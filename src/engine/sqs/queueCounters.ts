// What a queue counts, as places in one column.

export const STORED = 0
export const STORED_BYTES = STORED + 1
export const ATTEMPTS = STORED_BYTES + 1
export const REJECTED = ATTEMPTS + 1
export const DELIVERIES = REJECTED + 1
export const DELETED = DELIVERIES + 1
/** Deleted with the newest handle after its timeout: the delivery had already returned. */
export const DELETED_LATE = DELETED + 1
export const RETURNED_COUNT = DELETED_LATE + 1
export const EXPIRED = RETURNED_COUNT + 1
export const EXPIRED_IN_FLIGHT = EXPIRED + 1
export const PURGED = EXPIRED_IN_FLIGHT + 1
export const PURGED_IN_FLIGHT = PURGED + 1
export const EMPTY = PURGED_IN_FLIGHT + 1
export const OVER_LIMIT = EMPTY + 1
export const AREA = OVER_LIMIT + 1
export const AREA_AT = AREA + 1
/** Microseconds that all messages now gone spent here. */
export const SOJOURN = AREA_AT + 1
export const HASH = SOJOURN + 1
/** Messages that cannot be had yet, now (SQS.10). */
export const DELAYED_NOW = HASH + 1
/** Came from another queue: dead letters, or redriven ones. */
export const MOVED_IN = DELAYED_NOW + 1
/** Went to the dead-letter queue (SQS.14). */
export const DEAD_LETTERED = MOVED_IN + 1
/** Went back from a dead-letter queue (SQS.16). */
export const REDRIVEN = DEAD_LETTERED + 1
/** Answered success and had no effect (SQS.02). */
export const DELETES_LOST = REDRIVEN + 1
export const QUEUE_COUNTERS = DELETES_LOST + 1
