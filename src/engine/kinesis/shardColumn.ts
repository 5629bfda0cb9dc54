import { ANSWERS } from '../clients/store.ts'
import { PAINTS } from '../metrics/trace.ts'

// Where each number of a shard stands in its column: one array a shard, because a record needs many of them at once.

/** Write tokens in millionths, and when they were counted (KIN1.01, KIN1.02 as X-K1). */
export const RECORD_TOKENS = 0
export const BYTE_TOKENS = RECORD_TOKENS + 1
export const WRITE_COUNTED_AT = BYTE_TOKENS + 1
export const ATTEMPTS = WRITE_COUNTED_AT + 1
/** How often each answer was given to a record. */
export const ANSWERED = ATTEMPTS + 1
export const STORED_BYTES = ANSWERED + ANSWERS
export const LOG_HASH = STORED_BYTES + 1
export const STORED_PAINT = LOG_HASH + 1
/** Read tokens in millionths, and when they were counted (KIN2.01, KIN2.02 as X-K2); bytes go into debt. */
export const READ_CALL_TOKENS = STORED_PAINT + PAINTS
export const READ_BYTE_TOKENS = READ_CALL_TOKENS + 1
/** X-K3 */
export const READ_RECORD_TOKENS = READ_BYTE_TOKENS + 1
export const READ_COUNTED_AT = READ_RECORD_TOKENS + 1
/** KIN2.04 */
export const PENALTY_UNTIL = READ_COUNTED_AT + 1
export const READ_CALLS_TOTAL = PENALTY_UNTIL + 1
export const READ_BYTES_TOTAL = READ_CALLS_TOTAL + 1
export const READS_REFUSED_BY_CALLS = READ_BYTES_TOTAL + 1
export const READS_REFUSED_BY_BYTES = READS_REFUSED_BY_CALLS + 1
export const READS_REFUSED_BY_PENALTY = READS_REFUSED_BY_BYTES + 1
export const READS_REFUSED_BY_RECORDS = READS_REFUSED_BY_PENALTY + 1
/** First record not expired. */
export const TRIM = READS_REFUSED_BY_RECORDS + 1
/** On-demand: what was stored when it was last measured, and when the shard will be split (KIN5.06). */
export const MEASURED_BYTES = TRIM + 1
export const MEASURED_RECORDS = MEASURED_BYTES + 1
export const SPLIT_AT = MEASURED_RECORDS + 1
/** A `ShardState`. */
export const STATE = SPLIT_AT + 1
export const OPENED_AT = STATE + 1
/** Infinity while open. */
export const CLOSED_AT = OPENED_AT + 1
/** Numbers of shards, NO_SHARD where there is none: a child of a merge has two parents, a parent that was split two children. */
export const PARENT = CLOSED_AT + 1
export const OTHER_PARENT = PARENT + 1
export const CHILD = OTHER_PARENT + 1
export const OTHER_CHILD = CHILD + 1
export const SHARD_FIELDS = OTHER_CHILD + 1

export const NO_SHARD = -1
