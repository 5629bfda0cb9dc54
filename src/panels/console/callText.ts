import type { Intervention } from '../../scenario/scenario.ts'
import { type Called, shardId } from './calls.ts'

/** A step of the document as the call that it was; null for one that is no call of AWS's. `hours`: the retention before it. */
export function callText(step: Intervention, node: Called, hours: number): string | null {
  if (node.kind === 'kinesisQueue') return ofKinesisQueue(step)
  switch (step.action) {
    case 'put':
      return node.kind === 'stream'
        ? `PutRecord PartitionKey=${step.key} Data=${step.bytes} B`
        : `SendMessage MessageGroupId=${step.key} MessageBody=${step.bytes} B`
    case 'splitShard':
      return `SplitShard ShardToSplit=${shardId(step.shard)} NewStartingHashKey=${step.startingHashKey || 'the middle'}`
    case 'mergeShards':
      return `MergeShards ShardToMerge=${shardId(step.shard)} AdjacentShardToMerge=${shardId(step.adjacent)}`
    case 'updateShardCount':
      return `UpdateShardCount TargetShardCount=${step.target}`
    case 'setRetention':
      return `${step.hours < hours ? 'Decrease' : 'Increase'}StreamRetentionPeriod RetentionPeriodHours=${step.hours}`
    case 'receiveOne':
      return 'ReceiveMessage MaxNumberOfMessages=1'
    case 'deleteOne':
      return 'DeleteMessage'
    case 'purge':
      return 'PurgeQueue'
    case 'redrive':
      return 'StartMessageMoveTask'
    default:
      return null
  }
}

function ofKinesisQueue({ action }: Intervention): string | null {
  if (action === 'receiveOne') return 'ReceiveQueueRecords Limit=1'
  if (action === 'deleteOne') return 'AcknowledgeQueueRecords'
  return action === 'redrive' ? 'RestoreDeadLetterQueueRecords' : null
}

export type Made = { step: number; at: number; text: string }

/** The calls made to a node, in order. */
export function callsMade(interventions: readonly Intervention[], node: Called): Made[] {
  let hours = node.kind === 'stream' ? node.retentionHours : 0
  return interventions.flatMap((one, step): Made[] => {
    if (one.node !== node.id) return []
    const text = callText(one, node, hours)
    if (one.action === 'setRetention') hours = one.hours
    return text === null ? [] : [{ step, at: one.at, text }]
  })
}
