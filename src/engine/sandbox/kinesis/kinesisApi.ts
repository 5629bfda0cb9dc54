import type { Timestamp } from './timestamp.ts'

// Inputs and results of the actions, in AWS's spelling. Moments in results are seconds since the sandbox was made, to the millisecond.

/** At least one of them. */
export type StreamRef = { StreamName?: string; StreamARN?: string }

/** A text, bytes, or a number n that stands for n zero bytes; readers get it back as it came. */
export type RecordData = string | Uint8Array | number

export type StreamMode = 'PROVISIONED' | 'ON_DEMAND'
export type RecordDistribution = 'USER_PARTITION_KEY' | 'AUTO'

export type CreateStreamInput = {
  StreamName: string
  /** Provisioned streams only. */
  ShardCount?: number
  /** Default PROVISIONED. */
  StreamModeDetails?: { StreamMode: StreamMode }
  MaxRecordSizeInKiB?: number
  WarmThroughputMiBps?: number
  RecordDistributionStrategy?: RecordDistribution
}

export type DeleteStreamInput = StreamRef & { EnforceConsumerDeletion?: boolean }

export type StreamDescriptionSummary = {
  StreamName: string
  StreamARN: string
  StreamStatus: 'CREATING' | 'ACTIVE' | 'UPDATING' | 'DELETING'
  StreamModeDetails: { StreamMode: StreamMode }
  RetentionPeriodHours: number
  StreamCreationTimestamp: number
  EnhancedMonitoring: { ShardLevelMetrics: string[] }[]
  EncryptionType: 'NONE'
  OpenShardCount: number
  ConsumerCount: number
  MaxRecordSizeInKiB: number
  /** On-demand only. */
  WarmThroughput?: { TargetMiBps: number; CurrentMiBps: number }
  /** On-demand only. */
  RecordDistributionStrategy?: RecordDistribution
}

export type HashKeyRangeText = { StartingHashKey: string; EndingHashKey: string }

export type ShardDescription = {
  ShardId: string
  ParentShardId?: string
  AdjacentParentShardId?: string
  HashKeyRange: HashKeyRangeText
  /** Without an end while the shard is open. */
  SequenceNumberRange: { StartingSequenceNumber: string; EndingSequenceNumber?: string }
}

export type ShardFilterType =
  | 'AFTER_SHARD_ID'
  | 'AT_TRIM_HORIZON'
  | 'FROM_TRIM_HORIZON'
  | 'AT_LATEST'
  | 'AT_TIMESTAMP'
  | 'FROM_TIMESTAMP'

export type ListShardsInput = StreamRef & {
  /** Of the page before; then no stream is named. */
  NextToken?: string
  MaxResults?: number
  ExclusiveStartShardId?: string
  ShardFilter?: { Type: ShardFilterType; ShardId?: string; Timestamp?: Timestamp }
}

export type ListShardsOutput = { Shards: ShardDescription[]; NextToken?: string }

export type PutRecordsEntry = { Data: RecordData; PartitionKey?: string; ExplicitHashKey?: string }
export type PutRecordInput = StreamRef & PutRecordsEntry & { SequenceNumberForOrdering?: string }
export type PutRecordOutput = { ShardId: string; SequenceNumber: string }

export type PutRecordsInput = StreamRef & { Records: PutRecordsEntry[] }
export type PutRecordsResultEntry = PutRecordOutput | { ErrorCode: string; ErrorMessage: string }
export type PutRecordsOutput = { FailedRecordCount: number; Records: PutRecordsResultEntry[] }

export type ShardIteratorType =
  | 'TRIM_HORIZON'
  | 'LATEST'
  | 'AT_SEQUENCE_NUMBER'
  | 'AFTER_SEQUENCE_NUMBER'
  | 'AT_TIMESTAMP'

export type GetShardIteratorInput = StreamRef & {
  ShardId: string
  ShardIteratorType: ShardIteratorType
  StartingSequenceNumber?: string
  Timestamp?: Timestamp
}

export type GetRecordsInput = { ShardIterator: string; Limit?: number; StreamARN?: string }

export type StoredRecord = {
  SequenceNumber: string
  ApproximateArrivalTimestamp: number
  Data: RecordData
  /** Absent when the producer gave none (AUTO). */
  PartitionKey?: string
}

export type ChildShard = { ShardId: string; ParentShards: string[]; HashKeyRange: HashKeyRangeText }

export type GetRecordsOutput = {
  Records: StoredRecord[]
  /** Null at the end of a closed shard (KIN2.10). */
  NextShardIterator: string | null
  MillisBehindLatest: number
  /** At the end of a closed shard. */
  ChildShards?: ChildShard[]
}

export type SplitShardInput = StreamRef & { ShardToSplit: string; NewStartingHashKey: string }
export type MergeShardsInput = StreamRef & { ShardToMerge: string; AdjacentShardToMerge: string }
export type UpdateShardCountInput = StreamRef & { TargetShardCount: number; ScalingType?: 'UNIFORM_SCALING' }
export type UpdateShardCountOutput = {
  StreamName: string
  StreamARN: string
  CurrentShardCount: number
  TargetShardCount: number
}

export type RetentionInput = StreamRef & { RetentionPeriodHours: number }
export type UpdateStreamModeInput = StreamRef & {
  StreamModeDetails: { StreamMode: StreamMode }
  WarmThroughputMiBps?: number
}
export type UpdateMaxRecordSizeInput = StreamRef & { MaxRecordSizeInKiB: number }
export type UpdateWarmThroughputInput = StreamRef & { WarmThroughputMiBps: number }
export type UpdateWarmThroughputOutput = {
  StreamName: string
  StreamARN: string
  WarmThroughput: { TargetMiBps: number; CurrentMiBps: number }
}
export type UpdateDistributionInput = StreamRef & { RecordDistributionStrategy: RecordDistribution }
export type UpdateDistributionOutput = { StreamARN: string; RecordDistributionStrategy: RecordDistribution }

export type CommitmentStatus = 'DISABLED' | 'ENABLED' | 'ENABLED_UNTIL_EARLIEST_ALLOWED_END'
export type AccountSettingsInput = { MinimumThroughputBillingCommitment: { Status: 'ENABLED' | 'DISABLED' } }
export type AccountSettingsOutput = {
  MinimumThroughputBillingCommitment: {
    Status: CommitmentStatus
    StartedAt?: number
    EndedAt?: number
    EarliestAllowedEndAt?: number
  }
}
