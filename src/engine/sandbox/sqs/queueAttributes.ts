import { ApiError } from '../apiError.ts'
import { invalid, invalidAttribute, wholeIn } from './refuse.ts'
import type { QueueAttributesInput } from './sqsApi.ts'
import type { SqsLimits } from './sqsLimits.ts'

/** Attributes that are numbers; times are in seconds. */
export type NumberAttribute =
  | 'DelaySeconds'
  | 'MaximumMessageSize'
  | 'MessageRetentionPeriod'
  | 'ReceiveMessageWaitTimeSeconds'
  | 'VisibilityTimeout'

export type RedrivePolicy = { deadLetterTargetArn: string; maxReceiveCount: number }

/** What a call says of a queue; what it does not say is absent. */
export type QueueAttributes = {
  numbers: Partial<Record<NumberAttribute, number>>
  /** null = none from now on. */
  redrive?: RedrivePolicy | null
  isFifo?: boolean
  hasContentDeduplication?: boolean
  /** FIFO.12, FIFO.03 */
  DeduplicationScope?: string
  FifoThroughputLimit?: string
  /** Kept and given back; they change nothing here. */
  texts: Record<string, string>
}

const KEPT = new Set([
  'Policy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
  'RedriveAllowPolicy',
])
const FIFO_WORDS: Readonly<Record<string, readonly string[]>> = {
  DeduplicationScope: ['queue', 'messageGroup'],
  FifoThroughputLimit: ['perQueue', 'perMessageGroupId'],
}

/** Reads the attributes of CreateQueue and SetQueueAttributes. @throws ApiError for what AWS does not take. */
export function queueAttributesOf(input: QueueAttributesInput, limits: SqsLimits): QueueAttributes {
  const read: QueueAttributes = { numbers: {}, texts: {} }
  for (const [name, value] of Object.entries(input)) readOne(read, name, value, limits)
  return read
}

function readOne(read: QueueAttributes, name: string, value: unknown, limits: SqsLimits): void {
  if (name === 'RedrivePolicy') read.redrive = redrivePolicyOf(value, limits)
  else if (name === 'FifoQueue') read.isFifo = flagOf(name, value, 'FIFO.07')
  else if (name === 'ContentBasedDeduplication') read.hasContentDeduplication = flagOf(name, value, 'FIFO.13')
  else if (Object.hasOwn(FIFO_WORDS, name)) read[name as 'DeduplicationScope'] = wordOf(name, value)
  else if (KEPT.has(name)) read.texts[name] = typeof value === 'string' ? value : JSON.stringify(value)
  else readNumber(read, name, value, limits)
}

function readNumber(read: QueueAttributes, name: string, value: unknown, limits: SqsLimits): void {
  const spans: Record<NumberAttribute, { span: readonly [number, number]; factId: string }> = {
    DelaySeconds: { span: limits.delaySpan, factId: 'SQS.10' },
    MaximumMessageSize: { span: limits.messageBytesSpan, factId: 'SQS.03' },
    MessageRetentionPeriod: { span: limits.retentionSpan, factId: 'SQS.09' },
    ReceiveMessageWaitTimeSeconds: { span: limits.waitSpan, factId: 'SQS.12' },
    VisibilityTimeout: { span: limits.visibilitySpan, factId: 'SQS.05' },
  }
  if (!Object.hasOwn(spans, name)) throw new ApiError('InvalidAttributeName', 'SQS.19b', `Unknown Attribute ${name}.`)
  const attribute = name as NumberAttribute
  const { span, factId } = spans[attribute]
  const number = wholeIn(value, ...span)
  if (Number.isNaN(number)) throw invalidAttribute(factId, name, `It lies between ${span[0]} and ${span[1]}.`)
  read.numbers[attribute] = number
}

/** A policy as a JSON text, as AWS writes it, or as an object; an empty text takes it away. */
function redrivePolicyOf(value: unknown, limits: SqsLimits): RedrivePolicy | null {
  if (value === '') return null
  const policy = typeof value === 'string' ? objectOf(value) : value
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy))
    throw invalid('SQS.14', 'Value for parameter RedrivePolicy is invalid. Reason: it is no JSON object.')
  const { deadLetterTargetArn, maxReceiveCount = limits.maxReceiveCount } = policy as Record<string, unknown>
  const count = wholeIn(maxReceiveCount, ...limits.maxReceiveCountSpan)
  if (typeof deadLetterTargetArn !== 'string' || deadLetterTargetArn === '')
    throw invalid('SQS.14', 'Value for parameter RedrivePolicy is invalid. Reason: it names no deadLetterTargetArn.')
  if (Number.isNaN(count))
    throw invalid('SQS.14', 'Value for parameter RedrivePolicy is invalid. Reason: Invalid value for maxReceiveCount.')
  return { deadLetterTargetArn, maxReceiveCount: count }
}

function objectOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function flagOf(name: string, value: unknown, factId: string): boolean {
  const word = String(value).toLowerCase()
  if (word !== 'true' && word !== 'false') throw invalidAttribute(factId, name, 'It is true or false.')
  return word === 'true'
}

function wordOf(name: string, value: unknown): string {
  if (!FIFO_WORDS[name]!.includes(String(value)))
    throw invalidAttribute('FIFO.03', name, `It is one of ${FIFO_WORDS[name]!.join(', ')}.`)
  return String(value)
}
