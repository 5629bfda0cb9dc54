import { max } from '../../kernel/detMath.ts'
import type { Micros } from '../../kernel/time.ts'
import { WORD_BITS } from '../../kernel/units.ts'
import type { Shard } from '../../kinesis/shard.ts'
import { ApiError } from '../apiError.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type {
  HashKeyRangeText,
  ListShardsInput,
  ListShardsOutput,
  ShardDescription,
  ShardFilterType,
} from './kinesisApi.ts'
import { inUse, invalidArgument, oneOf, validation, wholeNumber } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'
import { shardIdOf, shardNumberOf } from './shardId.ts'
import { microsOf } from './timestamp.ts'

const FILTERS: readonly ShardFilterType[] = [
  'AFTER_SHARD_ID',
  'AT_TRIM_HORIZON',
  'FROM_TRIM_HORIZON',
  'AT_LATEST',
  'AT_TIMESTAMP',
  'FROM_TIMESTAMP',
]

/** ListShards: all shards that are not expired (KIN4.04), in the order of their numbers, a page at a time. */
export function listShards(account: KinesisAccount, input: ListShardsInput): ListShardsOutput {
  const { listedShards } = account.limits
  const most = input.MaxResults === undefined ? listedShards : pageOf(input.MaxResults, listedShards)
  const { stream, after, filter } = whereToBegin(account, input)
  if (stream.status(account.now) === 'CREATING') throw inUse('KIN4.04', `Stream ${stream.name} is being created.`)
  const chosen = stream
    .listed(account.now)
    .filter((shard) => shard.number > after && passes(stream, shard, filter, account.now))
  const page = chosen.slice(0, most)
  const last = page.at(-1)
  const isMore = chosen.length > page.length && last !== undefined
  const token = isMore && { NextToken: nextToken(stream, last.number, filter, account.now) }
  return { Shards: page.map((shard) => describeShard(stream, shard)), ...token }
}

export function describeShard(stream: SandboxStream, shard: Shard): ShardDescription {
  const [parent, adjacent] = stream.shardIds(shard.parents)
  return {
    ShardId: shardIdOf(shard.number),
    ...(parent !== undefined && { ParentShardId: parent }),
    ...(adjacent !== undefined && { AdjacentParentShardId: adjacent }),
    HashKeyRange: hashKeyRangeOf(shard),
    SequenceNumberRange: {
      StartingSequenceNumber: stream.sequenceBefore(shard, 0, shard.openedAt),
      ...(!shard.isOpen && { EndingSequenceNumber: stream.sequenceBefore(shard, shard.tip + 1, shard.closedAt) }),
    },
  }
}

export function hashKeyRangeOf({ range: { startHashKey, endHashKey } }: Shard): HashKeyRangeText {
  return { StartingHashKey: String(startHashKey), EndingHashKey: String(endHashKey) }
}

type Filter = { type: ShardFilterType; at: Micros }

function whereToBegin(account: KinesisAccount, input: ListShardsInput) {
  const { NextToken, ExclusiveStartShardId, ShardFilter } = input
  if (NextToken !== undefined) {
    if (input.StreamName !== undefined || ExclusiveStartShardId !== undefined)
      throw invalidArgument('KIN4.04', 'NextToken says the stream and the place; nothing else does beside it.')
    return fromToken(account, NextToken)
  }
  const stream = account.stream(input, 'KIN4.04')
  if (ShardFilter === undefined)
    return { stream, after: numberAfter(ExclusiveStartShardId), filter: { type: 'FROM_TRIM_HORIZON', at: 0 } as Filter }
  const type = oneOf(ShardFilter.Type, 'ShardFilter.Type', FILTERS, 'KIN4.04')
  const needsMoment = type === 'AT_TIMESTAMP' || type === 'FROM_TIMESTAMP'
  if (needsMoment !== (ShardFilter.Timestamp !== undefined) || (type === 'AFTER_SHARD_ID') !== 'ShardId' in ShardFilter)
    throw invalidArgument('KIN4.04', 'ShardId goes with AFTER_SHARD_ID, Timestamp with AT_ and FROM_TIMESTAMP.')
  const at = needsMoment ? microsOf(ShardFilter.Timestamp, 'KIN4.04') : 0
  return { stream, after: numberAfter(ShardFilter.ShardId ?? ExclusiveStartShardId), filter: { type, at } }
}

function numberAfter(shardId: string | undefined): number {
  if (shardId === undefined) return -1
  const number = shardNumberOf(shardId)
  if (Number.isNaN(number)) throw validation('KIN4.04', `${shardId} is no shard ID.`)
  return number
}

function passes(stream: SandboxStream, shard: Shard, { type, at }: Filter, now: Micros): boolean {
  switch (type) {
    case 'AT_LATEST':
      return shard.isOpen
    case 'AT_TRIM_HORIZON':
      return wasOpen(shard, max(stream.createdAt, now - stream.model.retentionMicros))
    case 'AT_TIMESTAMP':
      return shard.openedAt <= at && shard.closedAt >= at
    case 'FROM_TIMESTAMP':
      return shard.closedAt >= at
    default:
      return true
  }
}

const wasOpen = (shard: Shard, at: Micros) => shard.openedAt <= at && shard.closedAt > at

function pageOf(value: unknown, most: number): number {
  const page = wholeNumber(value, 'MaxResults', 1, Number.MAX_SAFE_INTEGER, 'KIN4.04')
  return page < most ? page : most
}

function nextToken(stream: SandboxStream, last: number, { type, at }: Filter, now: Micros): string {
  return [stream.serial, last, FILTERS.indexOf(type), at, now].map((part) => part.toString(WORD_BITS)).join('.')
}

function fromToken(account: KinesisAccount, token: string) {
  const [serial, last, filter, at, givenAt] = String(token)
    .split('.')
    .map((part) => Number.parseInt(part, WORD_BITS))
  const type = FILTERS[filter ?? -1]
  const stream = account.bySerial(serial ?? -1)
  if (type === undefined || stream === undefined || last === undefined || at === undefined || givenAt === undefined)
    throw invalidArgument('KIN4.04', 'NextToken is not valid.')
  if (account.now - givenAt > account.limits.tokenMicros)
    throw new ApiError('ExpiredNextTokenException', 'KIN4.04', 'NextToken has expired.')
  return { stream, after: last, filter: { type, at } }
}
