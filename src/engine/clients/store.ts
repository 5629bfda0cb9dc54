import type { Micros } from '../kernel/time.ts'
import type { Bucket } from '../life/bucket.ts'

/**
 * What a store says of one record: taken, or why not. Too large is for ever, the others are worth another try.
 * down: nobody listens; throttled: too many calls; callFailed: the call came to nothing before the store saw it.
 */
export const STORED = 0
export const RECORD_LIMIT = STORED + 1
export const BYTE_LIMIT = RECORD_LIMIT + 1
export const TOO_LARGE = BYTE_LIMIT + 1
export const DOWN = TOO_LARGE + 1
export const THROTTLED = DOWN + 1
export const CALL_FAILED = THROTTLED + 1
export const ANSWERS = CALL_FAILED + 1
/** The same by name; in the inner loops plain numbers, since a look into an object that is seldom made slows the code around it. */
export const Answer = {
  stored: STORED,
  recordLimit: RECORD_LIMIT,
  byteLimit: BYTE_LIMIT,
  tooLarge: TOO_LARGE,
  down: DOWN,
  throttled: THROTTLED,
} as const
export type Answer = number

/** Where a link sends to: a stream, a queue or another node that takes records. */
export interface Store {
  readonly plan: { readonly id: string }
  readonly recordsPerCallLimit: number
  readonly bytesPerCallLimit: number
  /** What counts against the byte limits: data, for a stream with its key. */
  sizeOf(key: number, dataBytes: number): number
  /** Row of the store that a key belongs to (its shard; 0 in a queue). */
  rowOf(key: number): number
  /** Whether a call with records of these keys fits a limit of calls, before any of them is judged; absent: there is no such limit. */
  admitsCall?(keys: readonly number[], now: Micros): boolean
  accept(reference: number, key: number, bytes: number, now: Micros): Answer
  /** ID of the statement about AWS, or the assumption of ours, behind an answer that is not `stored`. */
  factOf(answer: Answer): string
  /** ID of the limit that has just refused, where one answer stands for several; null or absent: `factOf` tells it. Changes nothing. */
  limitOf?(answer: Answer, key: number, now: Micros): string | null
  /** What the limit behind a refusal had at this microsecond, for a record of so many bytes; changes nothing. */
  bucketOf?(answer: Answer, key: number, bytes: number, now: Micros): Bucket | null
  /** All records of one call have been judged. */
  callEnded(now: Micros): void
}

/** The statement or assumption behind an answer to a record of a call, also where the store was never asked. */
export const factOf = (store: Store, answer: Answer): string => (answer === CALL_FAILED ? 'X-N1' : store.factOf(answer))
