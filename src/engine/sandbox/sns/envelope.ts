import { isoTimeOf } from '../../kernel/isoTime.ts'
import type { Body, MessageAttributes } from './snsApi.ts'
import type { PublishedMessage } from './snsMessage.ts'

/** The body of a copy without raw delivery (SNS.08): a JSON object around the message. Its signature is left out. */
export function envelopeOf(message: PublishedMessage, topicArn: string, isReplayed: boolean): string {
  const attributes = Object.entries(message.attributes)
  return JSON.stringify({
    Type: 'Notification',
    MessageId: message.messageId,
    ...(message.sequenceNumber !== null && { SequenceNumber: message.sequenceNumber }),
    TopicArn: topicArn,
    ...(message.subject !== null && { Subject: message.subject }),
    Message: textOf(message.body),
    Timestamp: isoTimeOf(message.publishedAt),
    ...(isReplayed && { Replayed: true }),
    ...(attributes.length > 0 && { MessageAttributes: envelopeAttributes(message.attributes) }),
  })
}

function envelopeAttributes(attributes: MessageAttributes): Record<string, { Type: string; Value: string }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? textOf(BinaryValue ?? '') },
    ]),
  )
}

/** A body as text: bytes are read as UTF-8, a number stands for so many zero bytes. */
export function textOf(body: Body): string {
  if (typeof body === 'number') return '\0'.repeat(body)
  if (typeof body === 'string') return body
  const octets = Array.from(body, (octet) => `%${octet.toString(HEXADECIMAL).padStart(2, '0')}`)
  return decodeURIComponent(octets.join(''))
}

const HEXADECIMAL = '0123456789abcdef'.length
