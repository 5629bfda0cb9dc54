import { ApiError } from '../apiError.ts'
import { flagOf, invalidParameter } from './refuse.ts'
import type { Attributes } from './snsApi.ts'
import type { SnsLimits } from './snsLimits.ts'

/** What can be set on a topic, read. */
export type TopicAttributes = {
  isFifo: boolean
  hasContentDeduplication: boolean
  throughputScope: 'Topic' | 'MessageGroup'
  /** null: nobody chose, so AWS's own holds. */
  maximumMessageSize: number | null
  /** SNS.09: null without an archive. */
  archiveDays: number | null
}

export const NO_ATTRIBUTES: TopicAttributes = {
  isFifo: false,
  hasContentDeduplication: false,
  throughputScope: 'Topic',
  maximumMessageSize: null,
  archiveDays: null,
}

/** Taken and kept without effect: who may call, what is shown, how deliveries are logged. */
const WITHOUT_EFFECT =
  /^(DisplayName|Policy|DeliveryPolicy|TracingConfig|SignatureVersion|KmsMasterKeyId|\w+Feedback\w+)$/

/** @throws ApiError for a name or value that AWS does not take. */
export function topicAttributesOf(attributes: Attributes, limits: SnsLimits): TopicAttributes {
  const isFifo = flagOf('FifoTopic', attributes['FifoTopic'] ?? 'false', 'SNS.06')
  return Object.entries(attributes).reduce(
    (topic, [name, value]) => (name === 'FifoTopic' ? topic : withAttribute(topic, name, value, limits)),
    { ...NO_ATTRIBUTES, isFifo },
  )
}

/** The attributes with one set anew. @throws ApiError */
export function withAttribute(topic: TopicAttributes, name: string, value: string, limits: SnsLimits): TopicAttributes {
  switch (name) {
    case 'ContentBasedDeduplication':
      fifoOnly(topic, name, 'SNS.06')
      return { ...topic, hasContentDeduplication: flagOf(name, value, 'SNS.06') }
    case 'FifoThroughputScope':
      fifoOnly(topic, name, 'SNS.06')
      if (value !== 'Topic' && value !== 'MessageGroup')
        throw invalidParameter('SNS.06', `${name} is Topic or MessageGroup.`)
      return { ...topic, throughputScope: value }
    case 'MaximumMessageSize':
      return { ...topic, maximumMessageSize: messageSizeOf(value, limits) }
    case 'ArchivePolicy':
      fifoOnly(topic, name, 'SNS.09')
      return { ...topic, archiveDays: archiveDaysOf(value, limits) }
    default:
      if (WITHOUT_EFFECT.test(name)) return topic
      throw invalidParameter('SNS.01', `AttributeName ${name}`)
  }
}

function fifoOnly(topic: TopicAttributes, name: string, factId: string): void {
  if (!topic.isFifo) throw invalidParameter(factId, `${name} is for FIFO topics only.`)
}

function messageSizeOf(value: string, { messageBytesLeast, messageBytesMost }: SnsLimits): number {
  const bytes = Number(value)
  if (!Number.isSafeInteger(bytes) || bytes < messageBytesLeast || bytes > messageBytesMost)
    throw invalidParameter('SNS.04', `MaximumMessageSize is a number from ${messageBytesLeast} to ${messageBytesMost}.`)
  return bytes
}

/** `{"MessageRetentionPeriod":"30"}` in days; an empty policy ends the archive. */
function archiveDaysOf(value: string, { archiveDays: most }: SnsLimits): number | null {
  if (most === 0) throw new ApiError('InvalidParameter', 'SNS.09', 'This profile knows no message archive.')
  const policy = objectOf(value)
  if (policy === null) throw invalidParameter('SNS.09', 'ArchivePolicy is a JSON object.')
  if (Object.keys(policy).length === 0) return null
  const days = Number(policy['MessageRetentionPeriod'])
  if (!Number.isSafeInteger(days) || days < 1 || days > most)
    throw invalidParameter('SNS.09', `MessageRetentionPeriod is a number of days from 1 to ${most}.`)
  return days
}

/** The JSON object that a text holds, null when it holds none. */
export function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
