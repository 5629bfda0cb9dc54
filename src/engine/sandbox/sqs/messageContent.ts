import { secondsToMicros } from '../../kernel/time.ts'
import { encodeUtf8 } from '../../kernel/utf8.ts'
import { ApiError } from '../apiError.ts'
import { bytesOf } from '../data.ts'
import { invalid, missing, parameterIn } from './refuse.ts'
import type { Body, MessageAttributes, MessageInput } from './sqsApi.ts'
import type { SqsLimits } from './sqsLimits.ts'

/** What a message says, checked. */
export type MessageContent = {
  body: Body
  /** null without any. */
  attributes: MessageAttributes | null
  traceHeader: string
  /** '' without one. */
  groupId: string
  deduplicationId: string
  /** SQS.03: body and attributes together. */
  bytes: number
  /** Of this message alone; -1 = the queue's. */
  delayMicros: number
}

const ID_SHAPE = /^[!-~]{1,128}$/
const ATTRIBUTE_NAME = /^(?!\.)(?!.*\.\.)[\w.-]{1,256}(?<!\.)$/
const ATTRIBUTE_TYPE = /^(String|Number|Binary)(\.[\s\S]+)?$/
/** Characters that no message may have: all that XML 1.0 has not. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** Reads one message for a queue. @throws ApiError for what the API does not take. */
export function contentOf(
  input: MessageInput,
  limits: SqsLimits,
  isFifo: boolean,
  messageBytesLimit: number,
): MessageContent {
  const { MessageBody: body, MessageAttributes: attributes, MessageSystemAttributes: system } = input
  if (body === undefined || body === null) throw missing('SQS.19b', 'MessageBody')
  const bodyBytes = bytesOf(body, 'InvalidParameterValue', 'SQS.03')
  if (bodyBytes === 0) throw missing('SQS.19b', 'MessageBody')
  if (typeof body === 'string' && FORBIDDEN.test(body))
    throw new ApiError('InvalidMessageContents', 'SQS.03', 'Invalid characters found in the message body.')
  const delay = parameterIn(input.DelaySeconds, 'DelaySeconds', limits.delaySpan, 'SQS.10', -1)
  const ids = idsOf(input, isFifo, limits)
  const bytes = bodyBytes + attributeBytes(attributes ?? {}, limits)
  if (bytes > messageBytesLimit)
    throw invalid('SQS.03', `Message must be shorter than ${messageBytesLimit} bytes; this one has ${bytes}.`)
  return {
    // Bytes are kept as they are now: the caller may go on writing into its own.
    body: body instanceof Uint8Array ? body.slice() : body,
    attributes: attributes !== undefined && Object.keys(attributes).length > 0 ? { ...attributes } : null,
    traceHeader: system?.['AWSTraceHeader']?.StringValue ?? '',
    ...ids,
    bytes,
    delayMicros: delay < 0 ? -1 : secondsToMicros(delay),
  }
}

function idsOf(input: MessageInput, isFifo: boolean, limits: SqsLimits): { groupId: string; deduplicationId: string } {
  const { MessageGroupId: groupId = '', MessageDeduplicationId: deduplicationId = '' } = input
  for (const [name, id] of [
    ['MessageGroupId', input.MessageGroupId],
    ['MessageDeduplicationId', input.MessageDeduplicationId],
  ] as const) {
    if (id !== undefined && !ID_SHAPE.test(id))
      throw invalid('FIFO.12', `Value ${id} for parameter ${name} is invalid. It has 1 to 128 printable characters.`)
  }
  if (isFifo) {
    if (groupId === '') throw missing('FIFO.25', 'MessageGroupId')
    if ((input.DelaySeconds ?? 0) > 0)
      throw invalid('FIFO.25', 'DelaySeconds of a message is not valid for this queue type.')
  } else {
    if (deduplicationId !== '')
      throw invalid('FIFO.12', 'The request includes MessageDeduplicationId, which is not valid for this queue type.')
    if (groupId !== '' && limits.fair === null)
      throw invalid('SQS.21', 'The request includes MessageGroupId, which is not valid for this queue type.')
  }
  return { groupId, deduplicationId }
}

/** Name, type and value of each attribute count. */
function attributeBytes(attributes: MessageAttributes, limits: SqsLimits): number {
  const entries = Object.entries(attributes)
  if (entries.length > limits.messageAttributes)
    throw invalid('SQS.03', `Number of message attributes ${entries.length} exceeds the allowed maximum.`)
  let bytes = 0
  for (const [name, attribute] of entries) {
    const { DataType, StringValue, BinaryValue } = attribute ?? {}
    if (!ATTRIBUTE_NAME.test(name) || /^(aws|amazon)\./i.test(name))
      throw invalid('SQS.03', `The message attribute name ${name} is invalid.`)
    if (typeof DataType !== 'string' || !ATTRIBUTE_TYPE.test(DataType))
      throw invalid(
        'SQS.03',
        `The message attribute ${name} has an invalid type; it begins with String, Number or Binary.`,
      )
    const value = DataType.startsWith('Binary') ? BinaryValue : StringValue
    if (value === undefined || value.length === 0)
      throw invalid('SQS.03', `The message attribute ${name} must contain a value of type ${DataType}.`)
    if (DataType.startsWith('Number') && Number.isNaN(Number(value)))
      throw invalid('SQS.03', `The message attribute ${name} is no number.`)
    if (typeof value === 'string' && FORBIDDEN.test(value))
      throw invalid('SQS.03', `The message attribute ${name} has invalid characters.`)
    bytes += encodeUtf8(name).length + encodeUtf8(DataType).length + bytesOf(value, 'InvalidParameterValue', 'SQS.03')
  }
  return bytes
}
