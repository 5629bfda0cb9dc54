// What a lane of a shard holds, as places in one column.

/** What the lane is at: see LaneState. */
export const STATE = 0
/** All records of the lane before this place are settled or in the present batch. */
export const NEXT = STATE + 1
/** The present batch, or the piece of it that is worked now: [from, to). */
export const FROM = NEXT + 1
export const TO = FROM + 1
/** Failed invocations of the piece so far, and 1 when the function has had it before. */
export const FAILED_SO_FAR = TO + 1
export const IS_AGAIN = FAILED_SO_FAR + 1
/** LKI.03: when the batching window began. */
export const WINDOW_FROM = IS_AGAIN + 1
/** One past the furthest record whose work was ever done. */
export const HIGHEST = WINDOW_FROM + 1
/** Of the invocation under way: the first record it fails on, and how (see work.ts). */
export const DONE_TO = HIGHEST + 1
export const FAILURE = DONE_TO + 1
/** LKI.13: end of the tumbling window that is open (0 = none), records in it, and 1 for its last invocation. */
export const TUMBLING_END = FAILURE + 1
export const TUMBLING_COUNT = TUMBLING_END + 1
export const IS_FINAL = TUMBLING_COUNT + 1
/** Records settled: processed, discarded or expired. */
export const SETTLED = IS_FINAL + 1
/** Row of the invocation under way in CallingWork. */
export const WORK_ROW = SETTLED + 1
export const LANE_FIELDS = WORK_ROW + 1

const IDLE = 0
const GATHERING = IDLE + 1
const RUNNING = GATHERING + 1
const WAITING = RUNNING + 1

/** idle: no record is there for it; gathering: a batching window is open; waiting: for another attempt. */
export const LaneState = { idle: IDLE, gathering: GATHERING, running: RUNNING, waiting: WAITING } as const
