import type { Micros } from '../kernel/time.ts'

// Plain numbers beside the object: a look into an object that is seldom made slows the code around it down the first time.
export const STORED = 0
export const RECORD_LIMIT = STORED + 1
export const BYTE_LIMIT = RECORD_LIMIT + 1
export const TOO_LARGE = BYTE_LIMIT + 1
export const ANSWERS = TOO_LARGE + 1

/** What a store says of one record: taken, or which limit refused it. Too large is for ever, the others are worth another try. */
export const Answer = {
  stored: STORED,
  recordLimit: RECORD_LIMIT,
  byteLimit: BYTE_LIMIT,
  tooLarge: TOO_LARGE,
} as const
export type Answer = (typeof Answer)[keyof typeof Answer]

/** Where a link sends to: a stream or a queue. */
export interface Store {
  readonly recordsPerCallLimit: number
  readonly bytesPerCallLimit: number
  /** What counts against the byte limits: data, for a stream with its key. */
  sizeOf(key: number, dataBytes: number): number
  /** Row of the store that a key belongs to (its shard; 0 in a queue). */
  rowOf(key: number): number
  accept(reference: number, key: number, bytes: number, now: Micros): Answer
  /** All records of one call have been judged. */
  callEnded(now: Micros): void
}
