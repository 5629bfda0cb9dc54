import '../../../aws/otherLimits.ts'
import { type LimitId, limitFor } from '../../../aws/index.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR, secondsToMicros } from '../../kernel/time.ts'
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

/** The ledger's numbers. Without throttling no rate is limited. @throws RangeError for a Region without a quota of SNS. */
export function snsLimitsOf(profile: 'today' | 'article', region: string, isThrottled: boolean): SnsLimits {
  const found = (id: LimitId) => limitFor(id, { profile, region })
  const value = (id: LimitId): number => {
    const limit = found(id)
    if (!limit.ok) throw new RangeError(limit.message)
    return limit.value
  }
  const rate = (id: LimitId) => (isThrottled ? value(id) : 0)
  const micros = (id: LimitId) => secondsToMicros(value(id))
  const message = found('SNS.04')
  const [messageBytesLeast, messageBytesMost] = (message.ok ? message.allowed : undefined) ?? [0, value('SNS.04')]
  const archive = found('SNS.09')
  const standard = rate('SNS.03')
  const all = rate('SNS.03.fifo')
  return {
    quota: { messagesPerSecond: all, standardPerSecond: standard < all ? standard : 0 },
    batchEntries: value('SNS.02'),
    messageBytes: value('SNS.04'),
    messageBytesLeast,
    messageBytesMost,
    largeMessageSubscriptions: value('SNS.04.subscriptions'),
    fifoSubscriptions: value('SNS.06.subscriptions'),
    topicMessagesPerSecond: rate('SNS.06'),
    topicBytesPerSecond: rate('SNS.06.bytes'),
    groupMessagesPerSecond: rate('SNS.06.group'),
    deduplicationMicros: micros('SNS.06.deduplication'),
    retry: {
      immediateRetries: value('SNS.07.immediate'),
      preBackoffRetries: value('SNS.07.preBackoff'),
      preBackoffMicros: micros('SNS.07.preBackoffTime'),
      backoffRetries: value('SNS.07.backoff'),
      backoffFromMicros: micros('SNS.07.backoffFrom'),
      backoffToMicros: micros('SNS.07.backoffTo'),
      postBackoffRetries: value('SNS.07.postBackoff'),
      postBackoffMicros: micros('SNS.07.postBackoffTime'),
    },
    filterPolicies: value('SNS.08'),
    filter: {
      keys: value('SNS.08.keys'),
      combinations: value('SNS.08.combinations'),
      policyBytes: value('SNS.08.bytes'),
    },
    archiveDays: archive.ok ? (archive.value * MICROS_PER_HOUR) / MICROS_PER_DAY : 0,
  }
}
