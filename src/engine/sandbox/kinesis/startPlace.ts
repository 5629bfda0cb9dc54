import { max, min } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import type { Shard } from '../../kinesis/shard.ts'
import type { ShardIteratorType } from './kinesisApi.ts'
import { invalidArgument, oneOf } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { parseSequenceNumber } from './sequenceNumber.ts'
import { microsOf, type Timestamp } from './timestamp.ts'

const TYPES: readonly ShardIteratorType[] = [
  'TRIM_HORIZON',
  'LATEST',
  'AT_SEQUENCE_NUMBER',
  'AFTER_SEQUENCE_NUMBER',
  'AT_TIMESTAMP',
]

/** Where to begin, as GetShardIterator and SubscribeToShard say it. */
export type StartingAt = { type: unknown; sequenceNumber: string | undefined; timestamp: Timestamp | undefined }

/** KIN2.08: index of the first record to read. Expired records are never read, so it is at least the trim horizon. */
export function startIndex(stream: SandboxStream, shard: Shard, at: StartingAt, now: Micros, factId: string): number {
  const type = oneOf(at.type, 'ShardIteratorType', TYPES, factId)
  const needsNumber = type === 'AT_SEQUENCE_NUMBER' || type === 'AFTER_SEQUENCE_NUMBER'
  if (needsNumber !== (at.sequenceNumber !== undefined) || (type === 'AT_TIMESTAMP') !== (at.timestamp !== undefined))
    throw invalidArgument(
      factId,
      'A sequence number goes with AT_SEQUENCE_NUMBER and AFTER_SEQUENCE_NUMBER, a Timestamp with AT_TIMESTAMP.',
    )
  const trim = stream.model.trim(shard.number, now)
  if (type === 'TRIM_HORIZON') return trim
  if (type === 'LATEST') return shard.tip
  if (at.timestamp !== undefined) return shard.storedAt.firstAtOrAfter(microsOf(at.timestamp, factId), trim)
  const place = placeIn(stream, shard, at.sequenceNumber, factId)
  return min(max(type === 'AT_SEQUENCE_NUMBER' ? place - 1 : place, trim), shard.tip)
}

/** The place of a sequence number of this shard. @throws InvalidArgumentException when it is none */
function placeIn(stream: SandboxStream, shard: Shard, text: string | undefined, factId: string): number {
  const found = parseSequenceNumber(text)
  if (found === null) throw invalidArgument(factId, `${String(text)} is no sequence number.`)
  if (found.stream !== stream.serial || found.shard !== shard.number || found.place > shard.tip + 1)
    throw invalidArgument(factId, `Sequence number ${String(text)} did not come from this shard of ${stream.name}.`)
  return found.place
}
