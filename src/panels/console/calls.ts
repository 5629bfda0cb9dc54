import type { Unit } from '../../aws/index.ts'
import { parseTyped } from '../../scenario/index.ts'
import type { FifoQueueNode, KinesisQueueNode, QueueNode, StreamNode } from '../../scenario/scenario.ts'
import type { NodeAction } from '../../state/actions.ts'

// The calls that make sense on a stream or queue, in AWS's spelling, and what each does to the document.

export type Called = StreamNode | QueueNode | FifoQueueNode | KinesisQueueNode
export type Parameter = {
  name: string
  /** What stands in the field at first. */
  first: string
  /** Chosen from these; absent: typed. */
  options?: readonly string[]
  unit?: string
}
/** `step`: what is done, or why the values make no call. */
export type Call = {
  name: string
  says: string
  parameters: readonly Parameter[]
  step: (values: Readonly<Record<string, string>>) => NodeAction | string
}

/** What the run says at the moment: open shards in the order of their hash keys, how long records are kept. */
export type Present = { open: readonly number[]; hours: number; isDeadLetterQueue: boolean }

export const shardId = (shard: number): string => `shardId-${String(shard).padStart(12, '0')}`
const shardOf = (id: string | undefined): number => Number(id?.slice('shardId-'.length))

export function callsOf(node: Called, present: Present): Call[] {
  if (node.kind === 'kinesisQueue') return kinesisQueueCalls()
  return node.kind === 'stream' ? streamCalls(present) : queueCalls(present)
}

function streamCalls({ open, hours }: Present): Call[] {
  const ids = open.map(shardId)
  const [first = shardId(0), second = first] = ids
  const more = hours >= 8760 ? 8760 : Math.max(48, hours * 2)
  const split: Call = {
    name: 'SplitShard',
    says: 'Cuts a shard in two at a hash key, in decimal; empty: into halves.',
    parameters: [
      { name: 'ShardToSplit', first, options: ids },
      { name: 'NewStartingHashKey', first: '' },
    ],
    step: ({ ShardToSplit, NewStartingHashKey: key = '' }) =>
      /^(0|[1-9]\d{0,38})?$/.test(key.trim()) && BigInt(key.trim() || 0) < 1n << 128n
        ? { action: 'splitShard', shard: shardOf(ShardToSplit), startingHashKey: key.trim() }
        : 'NewStartingHashKey is a decimal number from 0 to 2^128 - 1.',
  }
  const merge: Call = {
    name: 'MergeShards',
    says: 'Joins two shards whose hash ranges touch.',
    parameters: [
      { name: 'ShardToMerge', first, options: ids },
      { name: 'AdjacentShardToMerge', first: second, options: ids },
    ],
    step: ({ ShardToMerge, AdjacentShardToMerge }) => ({
      ...{ action: 'mergeShards', shard: shardOf(ShardToMerge), adjacent: shardOf(AdjacentShardToMerge) },
    }),
  }
  const count: Call = {
    name: 'UpdateShardCount',
    says: 'Splits and merges until there are so many shards of equal width.',
    parameters: [{ name: 'TargetShardCount', first: String(Math.min(64, open.length * 2)) }],
    step: ({ TargetShardCount }) =>
      whole(TargetShardCount, 'shards', 1, 64, 'TargetShardCount', (target) => ({
        action: 'updateShardCount',
        target,
      })),
  }
  return [
    put('PutRecord', 'PartitionKey', 'Data', 'One record, beside all producers.'),
    split,
    ...(open.length > 1 ? [merge] : []),
    count,
    retention('IncreaseStreamRetentionPeriod', more, (next) => next > hours, 'longer', hours),
    ...(hours > 24 ? [retention('DecreaseStreamRetentionPeriod', 24, (next) => next < hours, 'shorter', hours)] : []),
  ]
}

function retention(name: string, first: number, isRight: (hours: number) => boolean, word: string, now: number): Call {
  return {
    name,
    says: `Records are kept for a ${word} time than the present ${now} h.`,
    parameters: [{ name: 'RetentionPeriodHours', first: String(first), unit: 'h' }],
    step: ({ RetentionPeriodHours }) =>
      whole(RetentionPeriodHours, 'h', 0, 100_000, 'RetentionPeriodHours', (hours) =>
        isRight(hours) ? { action: 'setRetention', hours } : `${hours} h is not ${word} than ${now} h.`,
      ),
  }
}

const bare = (name: string, action: 'receiveOne' | 'deleteOne' | 'purge' | 'redrive', says: string): Call => ({
  ...{ name, says, parameters: [], step: () => ({ action }) },
})

function kinesisQueueCalls(): Call[] {
  return [
    bare('ReceiveQueueRecords', 'receiveOne', 'One record: hidden for the visibility timeout, and nobody works on it.'),
    bare('AcknowledgeQueueRecords', 'deleteOne', 'The one that was received by hand last; in the stream it stays.'),
    bare('RestoreDeadLetterQueueRecords', 'redrive', 'All dead letters can be received again, as if never received.'),
  ]
}

function queueCalls({ isDeadLetterQueue }: Present): Call[] {
  const send = put('SendMessage', 'MessageGroupId', 'MessageBody', 'One message, beside all producers.')
  return [
    send,
    bare('ReceiveMessage', 'receiveOne', 'One message: hidden for the visibility timeout, and nobody works on it.'),
    bare('DeleteMessage', 'deleteOne', 'The one that was received by hand last, by its receipt handle.'),
    bare('PurgeQueue', 'purge', 'Everything in the queue goes.'),
    ...(isDeadLetterQueue
      ? [bare('StartMessageMoveTask', 'redrive', 'Its messages move back to where they came from.')]
      : []),
  ]
}

const KEY_CHARACTERS = 60
const PUT_BYTES = 16_777_216

function put(name: string, key: string, body: string, says: string): Call {
  return {
    ...{ name, says },
    parameters: [
      { name: key, first: 'by hand' },
      { name: body, first: '1024', unit: 'B' },
    ],
    step: (values) => {
      const text = values[key]?.trim() ?? ''
      if (text === '' || text.length > KEY_CHARACTERS) return `${key} has 1 to ${KEY_CHARACTERS} characters here.`
      return whole(values[body], 'B', 1, PUT_BYTES, body, (bytes) => ({ action: 'put', key: text, bytes }))
    },
  }
}

/** A number as fields of the page read it: "2 KiB", "7 d". */
function whole(
  text: string | undefined,
  unit: Unit,
  least: number,
  most: number,
  name: string,
  make: (value: number) => NodeAction | string,
): NodeAction | string {
  const read = parseTyped(text ?? '', unit)
  const value = read.ok ? read.value : Number.NaN
  if (Number.isInteger(value) && value >= least && value <= most) return make(value)
  return `${name} is a whole number from ${least} to ${most.toLocaleString('en')}.`
}
