import { ceil, max } from '../kernel/detMath.ts'
import type { Micros } from '../kernel/time.ts'

// Rules of a mapping that reads a stream: they decide over plain numbers and change nothing.

/**
 * LKI.02, LKI.03: when the batching window that is open at `now` ends. The first began at `from`, when the invocation before had
 * finished; one that ends without a record is followed by the next at once (ours).
 */
export function windowEnd(from: Micros, windowMicros: Micros, now: Micros): Micros {
  return from + max(1, ceil((now - from) / windowMicros)) * windowMicros
}

/** LKI.07: the oldest moment of arrival that a record may have to be given to the function; a greatest age of 0 = any. */
export function oldestAllowed(recordAgeMaxMicros: Micros, now: Micros): Micros {
  return recordAgeMaxMicros === 0 ? 0 : now - recordAgeMaxMicros
}

const RETRY = 0
const SPLIT = RETRY + 1
const DISCARD = SPLIT + 1

/** What becomes of a batch on which the function failed. */
export const AfterFailure = { retry: RETRY, split: SPLIT, discard: DISCARD } as const

/**
 * LKI.08: with bisect on, a batch of more than one record is split, which does not use the quota of retries. LKI.06, LKI.07: else it is
 * tried again as a whole until it has failed so often as it may be tried; 0 is without end.
 */
export function afterFailure(
  records: number,
  bisects: boolean,
  failedSoFar: number,
  attemptsMax: number,
): (typeof AfterFailure)[keyof typeof AfterFailure] {
  if (bisects && records > 1) return SPLIT
  return attemptsMax > 0 && failedSoFar >= attemptsMax ? DISCARD : RETRY
}

/** LKI.13: end of the tumbling window that a moment of arrival belongs to; windows follow each other from moment 0. */
export function tumblingEnd(storedAt: Micros, tumblingMicros: Micros): Micros {
  return storedAt - (storedAt % tumblingMicros) + tumblingMicros
}
