import { max } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'
import { MICROS_PER_SECOND, type Micros } from '../kernel/time.ts'
import { millionthsOf, refilled } from '../kernel/tokenBucket.ts'
import type { Bucket } from '../life/bucket.ts'
import { GroupBuckets } from './groupBuckets.ts'
import type { PublishQuota } from './publishQuota.ts'
import { type PublishTokens, type PublishVerdict, publishVerdict } from './publishVerdict.ts'

/** What a topic takes; a rate of 0 is no limit. */
export type TopicSettings = {
  /** SNS.04 */
  messageBytesLimit: number
  /** SNS.06, FifoThroughputScope: 0 Topic, 1 MessageGroup. */
  throughputScope: number
  /** SNS.06: rates of FIFO topics alone; with scope MessageGroup only the third holds. */
  topicMessagesPerSecond: number
  topicBytesPerSecond: number
  groupMessagesPerSecond: number
}

/** The limits that a message meets at a topic: its size, the account's quota, the topic's own buckets, those of its group. */
export class TopicLimits {
  private readonly settings: Readonly<TopicSettings>
  private readonly quota: PublishQuota
  private readonly isFifo: boolean
  private readonly groups: GroupBuckets
  private readonly b: Float64Array

  constructor(state: State, settings: Readonly<TopicSettings>, quota: PublishQuota, isFifo: boolean) {
    this.settings = settings
    this.quota = quota
    this.isFifo = isFifo
    this.groups = state.part(new GroupBuckets())
    this.b = state.column(FIELDS)
    this.b[MESSAGES] = millionthsOf(settings.topicMessagesPerSecond)
    this.b[BYTES] = fullOfBytes(settings)
  }

  /** Whether a message would be taken now. Changes nothing. */
  verdict(group: number, bytes: number, now: Micros): PublishVerdict {
    return bytes > this.settings.messageBytesLimit ? 'tooLarge' : publishVerdict(this.tokens(group, now), bytes)
  }

  /** What is left of every bucket at this microsecond. */
  private tokens(group: number, now: Micros): PublishTokens {
    const { topicMessagesPerSecond, topicBytesPerSecond } = this.settings
    const isOwn = this.isFifo && this.settings.throughputScope === SCOPE_TOPIC
    return {
      quota: this.quota.tokens(this.isFifo, now),
      topicMessages: isOwn
        ? this.left(MESSAGES, topicMessagesPerSecond, millionthsOf(topicMessagesPerSecond), now)
        : Infinity,
      topicBytes: isOwn ? this.left(BYTES, topicBytesPerSecond, fullOfBytes(this.settings), now) : Infinity,
      groupMessages: this.groups.tokens(group, this.groupRate, now),
    }
  }

  /** Takes a message's tokens, or says why it is refused; then it takes none. */
  take(group: number, bytes: number, now: Micros): PublishVerdict {
    if (bytes > this.settings.messageBytesLimit) return 'tooLarge'
    const tokens = this.tokens(group, now)
    const verdict = publishVerdict(tokens, bytes)
    if (verdict !== 'accepted') return verdict
    this.quota.take(this.isFifo, now)
    this.groups.take(group, this.groupRate, now)
    const { b } = this
    if (tokens.topicMessages !== Infinity) b[MESSAGES] = tokens.topicMessages - MICROS_PER_SECOND
    if (tokens.topicBytes !== Infinity) b[BYTES] = tokens.topicBytes - millionthsOf(bytes)
    b[COUNTED_AT] = now
    return verdict
  }

  /** The limit behind a refusal: what it holds at most, has left at this microsecond, and what the message needs. Changes nothing. */
  bucketOf(verdict: Exclude<PublishVerdict, 'accepted'>, group: number, bytes: number, now: Micros): Bucket {
    const { messageBytesLimit, topicMessagesPerSecond } = this.settings
    if (verdict === 'tooLarge')
      return { capacity: messageBytesLimit, left: messageBytesLimit, needed: bytes, unit: 'bytes' }
    const left = this.tokens(group, now)[verdict] / MICROS_PER_SECOND
    if (verdict === 'topicBytes')
      return { capacity: fullOfBytes(this.settings) / MICROS_PER_SECOND, left, needed: bytes, unit: 'bytes' }
    const ofGroupOrTopic = verdict === 'groupMessages' ? this.groupRate : topicMessagesPerSecond
    const capacity = verdict === 'quota' ? this.quota.capacity(this.isFifo) : ofGroupOrTopic
    return { capacity, left, needed: 1, unit: 'records' }
  }

  private get groupRate(): number {
    return this.isFifo ? this.settings.groupMessagesPerSecond : 0
  }

  private left(field: number, perSecond: number, full: number, now: Micros): number {
    if (perSecond === 0) return Infinity
    return refilled(this.b[field]!, now - this.b[COUNTED_AT]!, perSecond, full)
  }
}

/** One second of refill, or one message of the largest size if that is more: else it could never be published. */
function fullOfBytes({ topicBytesPerSecond, messageBytesLimit }: Readonly<TopicSettings>): number {
  return millionthsOf(max(topicBytesPerSecond, messageBytesLimit))
}

const SCOPE_TOPIC = 0

const MESSAGES = 0
const BYTES = MESSAGES + 1
const COUNTED_AT = BYTES + 1
const FIELDS = COUNTED_AT + 1
