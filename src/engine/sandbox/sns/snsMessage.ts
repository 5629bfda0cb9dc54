import type { Micros } from '../../kernel/time.ts'
import { encodeUtf8 } from '../../kernel/utf8.ts'
import { bytesOf } from '../data.ts'
import { invalidParameter } from './refuse.ts'
import type { Body, MessageAttributes, MessageInput } from './snsApi.ts'
import type { TopicAttributes } from './topicAttributes.ts'
import { objectOf } from './topicAttributes.ts'

/** What a message says, checked. */
export type MessageContent = {
  body: Body
  subject: string | null
  attributes: MessageAttributes
  /** '' on a standard topic without one. */
  groupId: string
  /** '' where the body decides, or on a standard topic. */
  deduplicationId: string
  /** SNS.04: body and attributes together. */
  bytes: number
}

/** A message that was published. */
export type PublishedMessage = MessageContent & {
  messageId: string
  sequenceNumber: string | null
  publishedAt: Micros
}

const ID_SHAPE = /^[!-~]{1,128}$/
const ATTRIBUTE_TYPE = /^(String|String\.Array|Number|Binary)(\.[\w.-]+)?$/

/** Reads one message for a topic. @throws ApiError InvalidParameter for what the API does not take, whatever the quotas say. */
export function contentOf(input: MessageInput, topic: TopicAttributes): MessageContent {
  const attributes = input.MessageAttributes ?? {}
  if (input.Subject === '') throw invalidParameter('SNS.01', 'Subject')
  const body = input.MessageStructure === 'json' ? bodyForQueues(input.Message) : input.Message
  const bodyBytes = bytesOf(input.Message, 'InvalidParameter', 'SNS.04')
  if (bodyBytes === 0) throw invalidParameter('SNS.04', 'Empty message')
  const groupId = input.MessageGroupId ?? ''
  const deduplicationId = input.MessageDeduplicationId ?? ''
  if (topic.isFifo) {
    if (groupId === '') throw invalidParameter('SNS.06', 'The MessageGroupId parameter is required for FIFO topics.')
    if (deduplicationId === '' && !topic.hasContentDeduplication)
      throw invalidParameter('SNS.06', 'A FIFO topic needs MessageDeduplicationId or ContentBasedDeduplication.')
  } else if (deduplicationId !== '') throw invalidParameter('SNS.06', 'MessageDeduplicationId is for FIFO topics only.')
  for (const id of [groupId, deduplicationId]) {
    if (id !== '' && !ID_SHAPE.test(id)) throw invalidParameter('SNS.06', 'An id has 1 to 128 printable characters.')
  }
  const bytes = bodyBytes + attributeBytes(attributes)
  return { body, subject: input.Subject ?? null, attributes, groupId, deduplicationId, bytes }
}

/** Name, type and value of each attribute count. */
function attributeBytes(attributes: MessageAttributes): number {
  let bytes = 0
  for (const [name, attribute] of Object.entries(attributes)) {
    const { DataType, StringValue, BinaryValue } = attribute ?? {}
    if (typeof DataType !== 'string' || !ATTRIBUTE_TYPE.test(DataType))
      throw invalidParameter('SNS.08', `The message attribute ${name} has no type that AWS knows.`)
    const value = DataType.startsWith('Binary') ? BinaryValue : StringValue
    if (value === undefined || value.length === 0)
      throw invalidParameter('SNS.08', `The message attribute ${name} must have a value.`)
    if (DataType.startsWith('Number') && Number.isNaN(Number(value)))
      throw invalidParameter('SNS.08', `The message attribute ${name} must be a number.`)
    bytes += encodeUtf8(name).length + DataType.length + bytesOf(value, 'InvalidParameter', 'SNS.08')
  }
  return bytes
}

/** MessageStructure json: what a queue gets is the text under `sqs`, else that under `default`. */
function bodyForQueues(message: Body): string {
  const texts = typeof message === 'string' ? objectOf(message) : null
  if (texts === null) throw invalidParameter('SNS.01', 'Message Structure - JSON message body failed to parse')
  const { default: everywhere, sqs } = texts as { default?: unknown; sqs?: unknown }
  if (typeof everywhere !== 'string') throw invalidParameter('SNS.01', 'Message Structure - No default entry')
  return typeof sqs === 'string' ? sqs : everywhere
}
