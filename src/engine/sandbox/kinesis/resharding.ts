import { isHashKey } from '../../kinesis/hashKey.ts'
import { ReshardAnswer } from '../../kinesis/resharding.ts'
import type { ApiError } from '../apiError.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type {
  MergeShardsInput,
  SplitShardInput,
  StreamRef,
  UpdateShardCountInput,
  UpdateShardCountOutput,
} from './kinesisApi.ts'
import { inUse, invalidArgument, limitExceeded, notFound, oneOf, validation, wholeNumber } from './refuse.ts'
import type { SandboxStream } from './sandboxStream.ts'

/** KIN4.01 */
export function splitShard(account: KinesisAccount, input: SplitShardInput): void {
  const stream = provisioned(account, input, 'SplitShard', 'KIN4.01')
  const shard = stream.shard(input.ShardToSplit, account.now, 'KIN4.01')
  if (!shard.isOpen) throw invalidArgument('KIN4.04', `Shard ${input.ShardToSplit} is closed.`)
  const key = hashKeyOf(input.NewStartingHashKey)
  const { startHashKey, endHashKey } = shard.range
  if (key <= startHashKey || key > endHashKey)
    throw invalidArgument('KIN4.01', `NewStartingHashKey ${key} does not lie within ${startHashKey} and ${endHashKey}.`)
  account.refuseBeyondQuota(1)
  ready(account, stream, 'SplitShard')
  account.countCall('SplitShard', account.limits.reshardCallsPerSecond, 'KIN4.03')
  done(stream, stream.model.splitShard(shard.number, key, account.now))
}

/** KIN4.02 */
export function mergeShards(account: KinesisAccount, input: MergeShardsInput): void {
  const stream = provisioned(account, input, 'MergeShards', 'KIN4.02')
  const ids = [input.ShardToMerge, input.AdjacentShardToMerge]
  const [one, other] = ids.map((id) => stream.shard(id, account.now, 'KIN4.02'))
  if (!(one!.isOpen && other!.isOpen)) throw invalidArgument('KIN4.04', `One of ${ids.join(' and ')} is closed.`)
  const isAdjacent =
    one!.range.endHashKey + 1n === other!.range.startHashKey || other!.range.endHashKey + 1n === one!.range.startHashKey
  if (!isAdjacent) throw invalidArgument('KIN4.02', `${ids.join(' and ')} are not adjacent.`)
  ready(account, stream, 'MergeShards')
  account.countCall('MergeShards', account.limits.reshardCallsPerSecond, 'KIN4.03')
  done(stream, stream.model.mergeShards(one!.number, other!.number, account.now))
}

/** KIN4.06 */
export function updateShardCount(account: KinesisAccount, input: UpdateShardCountInput): UpdateShardCountOutput {
  const stream = provisioned(account, input, 'UpdateShardCount', 'KIN4.06')
  oneOf(input.ScalingType ?? 'UNIFORM_SCALING', 'ScalingType', ['UNIFORM_SCALING'] as const, 'KIN4.06')
  const target = wholeNumber(input.TargetShardCount, 'TargetShardCount', 1, Number.MAX_SAFE_INTEGER, 'KIN4.06')
  const present = stream.model.openShards.length
  account.refuseBeyondQuota(target - present)
  ready(account, stream, 'UpdateShardCount')
  done(stream, stream.model.updateShardCount(target, account.now))
  return { StreamName: stream.name, StreamARN: stream.arn, CurrentShardCount: present, TargetShardCount: target }
}

/** KIN4.01, KIN4.02: for provisioned streams only. */
function provisioned(account: KinesisAccount, ref: StreamRef, action: string, factId: string): SandboxStream {
  const stream = account.stream(ref, factId)
  if (stream.isOnDemand) throw validation(factId, `${action} is for provisioned streams; ${stream.name} is on-demand.`)
  return stream
}

/** KIN4.03: one change at a time. */
function ready(account: KinesisAccount, stream: SandboxStream, action: string): void {
  const status = stream.status(account.now)
  if (status !== 'ACTIVE')
    throw inUse('KIN4.03', `${action}: ${stream.name} is not ACTIVE, instead in state ${status}.`)
}

function hashKeyOf(text: unknown): bigint {
  if (typeof text === 'string' && /^(0|[1-9]\d{0,38})$/.test(text) && isHashKey(BigInt(text))) return BigInt(text)
  throw validation('KIN4.01', `NewStartingHashKey is a decimal number from 0 to 2^128 - 1, not ${String(text)}.`)
}

function done(stream: SandboxStream, answer: ReshardAnswer): void {
  const error = refusalOf(stream, answer)
  if (error !== null) throw error
}

function refusalOf({ name, model }: SandboxStream, answer: ReshardAnswer): ApiError | null {
  switch (answer) {
    case ReshardAnswer.started:
      return null
    case ReshardAnswer.busy:
      return inUse('KIN4.03', `${name} is being resharded.`)
    case ReshardAnswer.noSuchShard:
      return notFound('KIN4.01', `${name} has no such open shard.`)
    case ReshardAnswer.notInRange:
      return invalidArgument('KIN4.01', 'NewStartingHashKey does not lie within the shard.')
    case ReshardAnswer.notAdjacent:
      return invalidArgument('KIN4.02', 'The shards are not adjacent.')
    case ReshardAnswer.countOutOfBounds:
      return limitExceeded(
        'KIN4.06',
        `UpdateShardCount goes to at most double and at least half of the ${model.openShards.length} open shards.`,
      )
    default:
      return limitExceeded('KIN4.06', `${name} was scaled as often as is allowed in 24 hours.`)
  }
}
