import type { ChildShard, ShardIteratorType, StoredRecord } from './kinesisApi.ts'
import type { Timestamp } from './timestamp.ts'

// Enhanced fan-out, in AWS's spelling.

export type ConsumerStatus = 'CREATING' | 'ACTIVE'

export type ConsumerDescription = {
  ConsumerName: string
  ConsumerARN: string
  ConsumerStatus: ConsumerStatus
  ConsumerCreationTimestamp: number
}

/** By its ARN, or by the stream's ARN and its name. */
export type ConsumerRef = { ConsumerARN?: string; StreamARN?: string; ConsumerName?: string }

export type RegisterStreamConsumerInput = { StreamARN: string; ConsumerName: string }
export type ListStreamConsumersInput = { StreamARN: string }

export type SubscribeToShardInput = {
  ConsumerARN: string
  ShardId: string
  StartingPosition: { Type: ShardIteratorType; SequenceNumber?: string; Timestamp?: Timestamp }
}

export type SubscribeToShardEvent = {
  Records: StoredRecord[]
  /** For a next subscription after it, also when nothing came (KIN3.06). */
  ContinuationSequenceNumber: string
  MillisBehindLatest: number
  /** At the end of a closed shard. */
  ChildShards?: ChildShard[]
}
