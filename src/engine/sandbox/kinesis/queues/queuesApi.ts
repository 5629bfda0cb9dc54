import type { RecordData } from '../kinesisApi.ts'
import type { Timestamp } from '../timestamp.ts'

// Kinesis queues (new in 2026), in AWS's spelling.

export type QueueStatus = 'CREATING' | 'ACTIVE'

export type DeadLetterConfiguration = { TargetType: 'BUILT_IN' | 'NONE'; MaxReceiveCount?: number }
export type QueueAttributes = { VisibilityTimeoutSeconds?: number; DeadLetterConfiguration?: DeadLetterConfiguration }
export type QueueStartingPosition = { Type: 'LATEST' | 'TRIM_HORIZON' | 'AT_TIMESTAMP'; Timestamp?: Timestamp }

type Source = { StreamName?: string; StreamARN?: string; StartingPosition?: QueueStartingPosition }

/** The stream stands in the list, as AWS has it, or beside the name. */
export type CreateQueueInput = Source & {
  QueueName: string
  StreamConfigurationList?: readonly Source[]
  QueueAttributes?: QueueAttributes
}

export type QueueDescription = {
  QueueName: string
  QueueARN: string
  QueueStatus: QueueStatus
  QueueCreationTimestamp: number
  StreamConfigurationList: { StreamARN: string; StartingPosition: QueueStartingPosition }[]
  QueueAttributes: { VisibilityTimeoutSeconds: number; DeadLetterConfiguration: DeadLetterConfiguration }
}

export type QueueRef = { QueueARN: string }
export type UpdateQueueInput = QueueRef & { QueueAttributes: QueueAttributes }

export type ReceiveQueueRecordsInput = QueueRef & {
  Limit?: number
  VisibilityTimeoutSeconds?: number
  /** Read and not followed: no call to Kinesis takes time here. */
  WaitTimeSeconds?: number
}

export type QueueRecord = {
  /** The same at every delivery and in every queue of the stream. */
  RecordId: string
  ReceiptHandle: string
  Data: RecordData
  PartitionKey?: string
  ApproximateArrivalTimestamp: number
  FirstReceiveTimestamp: number
  ReceiveCount: number
}

export type HandleEntry = { ReceiptHandle: string }
export type VisibilityEntry = HandleEntry & { VisibilityTimeoutSeconds: number }
export type QueueEntries<Entry> = QueueRef & { Entries: readonly Entry[] }
export type QueueResults = {
  Successful: { ReceiptHandle: string }[]
  Failed: { ReceiptHandle: string; ErrorCode: string; ErrorMessage: string }[]
}
