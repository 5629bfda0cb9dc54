import { type Answer, BYTE_LIMIT, RECORD_LIMIT, STORED } from '../clients/store.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf } from '../kernel/tokenBucket.ts'

// Rules: they decide over plain numbers and change nothing.

/**
 * KIN1.01 and KIN1.02: a shard takes a record when both buckets cover it; the one that does not refuses
 * (records are asked first). Tokens are in millionths.
 */
export function writeAnswer(recordMillionths: number, byteMillionths: number, bytes: number): Answer {
  if (recordMillionths < MICROS_PER_SECOND) return RECORD_LIMIT
  if (byteMillionths < millionthsOf(bytes)) return BYTE_LIMIT
  return STORED
}

const ADMITTED = 0
const CALL_LIMIT = ADMITTED + 1
const BYTE_LIMIT_OF_READS = CALL_LIMIT + 1
const PENALTY = BYTE_LIMIT_OF_READS + 1
const RECORD_LIMIT_OF_READS = PENALTY + 1
export const READ_VERDICTS = RECORD_LIMIT_OF_READS + 1

/** What a shard says of one read call: it goes ahead, or which limit refused it. */
export const ReadVerdict = {
  admitted: ADMITTED,
  callLimit: CALL_LIMIT,
  byteLimit: BYTE_LIMIT_OF_READS,
  penalty: PENALTY,
  recordLimit: RECORD_LIMIT_OF_READS,
} as const
export type ReadVerdict = (typeof ReadVerdict)[keyof typeof ReadVerdict]

/** The statement behind a refused read. */
export function readFactOf(verdict: ReadVerdict): string {
  if (verdict === CALL_LIMIT) return 'KIN2.01'
  if (verdict === PENALTY) return 'KIN2.04'
  return verdict === RECORD_LIMIT_OF_READS ? 'X-K3' : 'KIN2.05'
}

/**
 * KIN2.04: for some seconds after a response of the largest size calls throw. KIN2.01: five calls a second
 * for a shard (0 = no limit). KIN2.02 as X-K2: a call goes ahead while the byte budget is above zero;
 * X-K3: and that of records.
 */
export function readVerdict(
  callLimit: number,
  callMillionths: number,
  byteMillionths: number,
  recordMillionths: number,
  now: Micros,
  penaltyUntil: Micros,
): ReadVerdict {
  if (now < penaltyUntil) return ReadVerdict.penalty
  if (callLimit > 0 && callMillionths < MICROS_PER_SECOND) return ReadVerdict.callLimit
  if (byteMillionths <= 0) return ReadVerdict.byteLimit
  if (recordMillionths <= 0) return ReadVerdict.recordLimit
  return ReadVerdict.admitted
}
