import type { Micros } from '../kernel/time.ts'
import { ReadVerdict, readVerdict } from './limits.ts'
import { refillReads, takeRead, takeReadCall } from './readBuckets.ts'
import type { Shard } from './shard.ts'
import {
  PENALTY_UNTIL,
  READ_BYTE_TOKENS,
  READ_BYTES_TOTAL,
  READ_CALL_TOKENS,
  READ_CALLS_TOTAL,
  READ_RECORD_TOKENS,
  READS_REFUSED_BY_BYTES,
  READS_REFUSED_BY_CALLS,
  READS_REFUSED_BY_PENALTY,
  READS_REFUSED_BY_RECORDS,
} from './shardColumn.ts'
import { GET_BYTES, GET_PENALTY, GET_RECORDS, READ_CALLS, READ_RECORDS } from './streamLimits.ts'

/** What a read asks of its stream. */
type Readable = {
  readonly limits: Float64Array
  bytesOf(reference: number): number
  bytesBefore(shard: number, index: number): number
}

/** May a GetRecords call on the shard of this column go ahead now? Counts it, refused or not. */
export function admitRead(column: Float64Array, limits: Float64Array, now: Micros): ReadVerdict {
  column[READ_CALLS_TOTAL]! += 1
  refillReads(column, limits, now)
  const callLimit = limits[READ_CALLS]!
  const verdict = readVerdict(
    callLimit,
    column[READ_CALL_TOKENS]!,
    column[READ_BYTE_TOKENS]!,
    limits[READ_RECORDS]! > 0 ? column[READ_RECORD_TOKENS]! : 1,
    now,
    column[PENALTY_UNTIL]!,
  )
  if (verdict === ReadVerdict.callLimit) column[READS_REFUSED_BY_CALLS]! += 1
  else if (verdict === ReadVerdict.byteLimit) column[READS_REFUSED_BY_BYTES]! += 1
  else if (verdict === ReadVerdict.penalty) column[READS_REFUSED_BY_PENALTY]! += 1
  else if (verdict === ReadVerdict.recordLimit) column[READS_REFUSED_BY_RECORDS]! += 1
  else if (callLimit > 0) takeReadCall(column)
  return verdict
}

/**
 * Takes the records of one admitted call, from `from` on, and returns the index after the last (KIN2.03). A response cut by the
 * byte limit starts the penalty (KIN2.04); bytes returned go into debt (X-K2). `fromBytes`: bytes of all records before `from`.
 * The limits count Kinesis records, and one is returned whole, with all user records in it (KIN6.06).
 */
export function endOfRead(
  stream: Readable,
  { c, log, number, storedBytes, packs }: Shard,
  from: number,
  fromBytes: number,
  recordsWanted: number,
  now: Micros,
): number {
  const { limits } = stream
  const tip = log.length
  let end = tip
  const most = recordsWanted < limits[GET_RECORDS]! ? recordsWanted : limits[GET_RECORDS]!
  if (end - from > most) end = packs === null ? from + most : packs.after(from, most, tip)
  const bytesLimit = limits[GET_BYTES]!
  let bytes = end === tip ? storedBytes - fromBytes : stream.bytesBefore(number, end) - fromBytes
  if (bytes >= bytesLimit) c[PENALTY_UNTIL] = now + limits[GET_PENALTY]!
  if (bytes > bytesLimit && end > from + 1) {
    end = from
    bytes = 0
    for (;;) {
      const next = stream.bytesOf(log.get(end))
      if (bytes + next > bytesLimit && end > from) break
      bytes += next
      end++
      if (end === tip) break
    }
    if (packs !== null && packs.startOf(end) < end) {
      end = packs.startOf(end) > from ? packs.startOf(end) : packs.endOf(end)
      bytes = stream.bytesBefore(number, end) - fromBytes
    }
  }
  takeRead(c, packs === null ? end - from : packs.countIn(from, end), bytes)
  c[READ_BYTES_TOTAL]! += bytes
  return end
}
