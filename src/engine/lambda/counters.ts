// What a function and its mapping count, as places in one column. Records are those of a stream or messages of a queue.

export const INVOCATIONS = 0
/** Invocations under way. */
export const RUNNING = INVOCATIONS + 1
/** Invocations that were refused for want of concurrency. */
export const THROTTLED = RUNNING + 1
export const COLD_STARTS = THROTTLED + 1
/** Invocations that ended in an error, whole or in part. */
export const FAILED = COLD_STARTS + 1
/** Of those, the ones that ran into the function's timeout. */
export const TIMED_OUT = FAILED + 1
/** Records of the source that came to the mapping. */
export const DELIVERIES = TIMED_OUT + 1
/** Records whose work is done and acknowledged: each once. */
export const PROCESSED = DELIVERIES + 1
/** Records that were given to the function again. */
export const RETRIED = PROCESSED + 1
/** LKI.07: records given up after too many attempts or as too old. */
export const DISCARDED = RETRIED + 1
/** Records that left the source before their work was done. */
export const EXPIRED = DISCARDED + 1
/** LKI.10: messages sent about discarded batches. */
export const DESTINATION = EXPIRED + 1
export const EFFECTS = DESTINATION + 1
/** Work done on a record on which it had been done before. */
export const DUPLICATES = EFFECTS + 1
/** LKI.13: tumbling windows that ended, and those that ended early. */
export const WINDOWS = DUPLICATES + 1
export const WINDOWS_EARLY = WINDOWS + 1
/** Records counted in windows that ended. */
export const WINDOW_RECORDS = WINDOWS_EARLY + 1
/** Batches of a queue that were throttled until their messages became visible again. */
export const DROPPED = WINDOW_RECORDS + 1
/** KIN2.14: age of the last record of the batch done last. */
export const AGE = DROPPED + 1
/** Of everything that was done, with its moments. */
export const HASH = AGE + 1
export const SHOWN = HASH + 1
/** 1 while nothing may run, whatever concurrency there is. */
export const STOPPED = SHOWN + 1
export const LAMBDA_COUNTERS = STOPPED + 1
