import type { TopicPlan } from '../../src/engine/nodes/nodePlans.ts'
import { snsLimitsOf } from '../../src/engine/sandbox/sns/snsLimits.ts'

export const LIMITS = snsLimitsOf('today', 'us-east-1', true)

/** A topic with AWS's limits that hands everything to the queues 0 and 1. */
export function topic(
  changes: Partial<Omit<TopicPlan, 'turnable'>> & { turnable?: Partial<TopicPlan['turnable']> } = {},
): TopicPlan {
  return {
    id: 'topic',
    kind: 'topic',
    recordsPerDot: 1,
    isFifo: false,
    retry: LIMITS.retry,
    subscriptions: [
      { queue: 0, keys: [] },
      { queue: 1, keys: [] },
    ],
    ...changes,
    turnable: {
      messageBytesLimit: LIMITS.messageBytes,
      throughputScope: 0,
      topicMessagesPerSecond: LIMITS.topicMessagesPerSecond,
      topicBytesPerSecond: LIMITS.topicBytesPerSecond,
      groupMessagesPerSecond: LIMITS.groupMessagesPerSecond,
      batchLimit: LIMITS.batchEntries,
      ...changes.turnable,
    },
  }
}
