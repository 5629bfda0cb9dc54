import { floor, max } from '../../kernel/detMath.ts'
import { MICROS_PER_MILLISECOND } from '../../kernel/time.ts'
import { ReadVerdict, readFactOf } from '../../kinesis/limits.ts'
import { readBucket } from '../../kinesis/readBuckets.ts'
import type { Shard } from '../../kinesis/shard.ts'
import { ApiError } from '../apiError.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type { ChildShard, GetRecordsInput, GetRecordsOutput, GetShardIteratorInput } from './kinesisApi.ts'
import { hashKeyRangeOf } from './listing.ts'
import type { RecordStore } from './recordStore.ts'
import { invalidArgument, notFound, throttled, wholeNumber } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { shardIdOf } from './shardId.ts'
import { parseShardIterator, shardIterator } from './shardIterator.ts'
import { startIndex } from './startPlace.ts'

/** GetShardIterator and GetRecords. */
export class Reading {
  private readonly account: KinesisAccount
  private readonly store: RecordStore

  constructor(account: KinesisAccount, store: RecordStore) {
    this.account = account
    this.store = store
  }

  iterator(input: GetShardIteratorInput): { ShardIterator: string } {
    const { account } = this
    const { now } = account
    const stream = account.ready(input, 'KIN2.08')
    const shard = stream.shard(input.ShardId, now, 'KIN2.08')
    const { ShardIteratorType: type, StartingSequenceNumber: sequenceNumber, Timestamp: timestamp } = input
    const index = startIndex(stream, shard, { type, sequenceNumber, timestamp }, now, 'KIN2.08')
    const { iteratorCallsPerSecond } = account.limits
    const what = `GetShardIterator on shard ${shard.number} of ${stream.serial}`
    const rate = iteratorCallsPerSecond > 0 ? account.rateOf(what, iteratorCallsPerSecond) : null
    if (rate !== null && !rate.take(now))
      throw throttled('KIN2.09', `Rate exceeded for ${shardIdOf(shard.number)} in stream ${stream.name}.`, {
        bucket: rate.bucket(now),
        lastSecond: null,
      })
    return { ShardIterator: this.iteratorAt(stream, shard, index) }
  }

  records(input: GetRecordsInput): GetRecordsOutput {
    const { account } = this
    const { now } = account
    const most = account.limits.turnable.getRecordsLimit
    const wanted = limitOf(input.Limit, most)
    const { stream, shard, index } = this.placeOf(input.ShardIterator)
    const from = max(index, stream.model.trim(shard.number, now))
    const verdict = stream.model.admitRead(shard.number, now)
    if (verdict !== ReadVerdict.admitted) {
      const bucket = readBucket(shard.c, stream.model.limits, verdict, now)
      throw throttled(
        readFactOf(verdict),
        `Rate exceeded for shard ${shardIdOf(shard.number)} in stream ${stream.name}.`,
        bucket && { bucket, lastSecond: null },
      )
    }
    const end = stream.model.read(shard.number, from, stream.model.bytesBefore(shard.number, from), wanted, now)
    const isOver = end === shard.tip && !shard.isOpen
    return {
      Records: this.recordsOf(stream, shard, from, end),
      NextShardIterator: isOver ? null : this.iteratorAt(stream, shard, end),
      MillisBehindLatest: millisBehind(shard, end, now),
      ...(isOver && { ChildShards: childShardsOf(stream, shard) }),
    }
  }

  /** Records [from, end) of a shard as readers see them. */
  recordsOf(stream: SandboxStream, shard: Shard, from: number, end: number) {
    return Array.from({ length: end - from }, (_, i) =>
      this.store.read(shard.log.get(from + i), stream.sequenceAt(shard, from + i)),
    )
  }

  private iteratorAt(stream: SandboxStream, shard: Shard, index: number): string {
    return shardIterator({ stream: stream.serial, shard: shard.number, index, createdAt: this.account.now })
  }

  /** KIN2.09: an iterator lives five minutes. */
  private placeOf(text: unknown) {
    const { account } = this
    const place = parseShardIterator(text)
    if (place === null || place.createdAt > account.now) throw invalidArgument('KIN2.08', 'Invalid ShardIterator.')
    if (account.now - place.createdAt > account.limits.iteratorMicros)
      throw new ApiError('ExpiredIteratorException', 'KIN2.09', 'Iterator expired: it was given out too long ago.')
    const stream = account.bySerial(place.stream)
    if (stream === undefined) throw notFound('KIN2.08', 'The stream of this ShardIterator does not exist any more.')
    return { stream, shard: stream.shard(shardIdOf(place.shard), account.now, 'KIN2.08'), index: place.index }
  }
}

/** KIN2.03 */
function limitOf(limit: number | undefined, most: number): number {
  if (limit === undefined) return most
  if (limit > most) throw invalidArgument('KIN2.03', `Limit is at most ${most}, not ${limit}.`)
  return wholeNumber(limit, 'Limit', 1, most, 'KIN2.03')
}

/** KIN2.12: 0 when all is read, else how long ago the last record that was read was stored; at least 1. */
export function millisBehind(shard: Shard, end: number, now: number): number {
  if (end >= shard.tip) return 0
  const readAt = shard.storedAt.get(end > 0 ? end - 1 : end)
  return max(1, floor((now - readAt) / MICROS_PER_MILLISECOND))
}

/** KIN2.10, KIN3.06 */
export function childShardsOf(stream: SandboxStream, shard: Shard): ChildShard[] {
  return shard.children.map((number) => {
    const child = stream.model.shards[number]!
    return {
      ShardId: shardIdOf(number),
      ParentShards: stream.shardIds(child.parents),
      HashKeyRange: hashKeyRangeOf(child),
    }
  })
}
