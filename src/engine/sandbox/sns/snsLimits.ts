import type { FilterLimits } from '../../sns/filter/parseFilterPolicy.ts'
import type { PublishQuotaLimits } from '../../sns/publishQuota.ts'
import type { RetryPolicy } from '../../sns/retryPolicy.ts'

/** SNS in numbers, for one Region and profile. */
export type SnsLimits = {
  quota: PublishQuotaLimits
  batchEntries: number
  /** SNS.04: unless the topic says otherwise, and what it may say. */
  messageBytes: number
  messageBytesLeast: number
  messageBytesMost: number
  largeMessageSubscriptions: number
  fifoSubscriptions: number
  topicMessagesPerSecond: number
  topicBytesPerSecond: number
  groupMessagesPerSecond: number
  deduplicationMicros: number
  retry: RetryPolicy
  filterPolicies: number
  filter: FilterLimits
  /** SNS.09: 0 where there is no archive. */
  archiveDays: number
}
