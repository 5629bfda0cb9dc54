// What callers hand in and get back, in the spelling of AWS's API.

/** A body: a text, bytes, or n for n zero bytes. It is given back as it came. */
export type Body = string | Uint8Array | number

export type MessageAttributeValue = { DataType: string; StringValue?: string; BinaryValue?: Uint8Array }
export type MessageAttributes = Readonly<Record<string, MessageAttributeValue>>

/** AWS writes attributes as texts; numbers, flags and policies are taken as what they are, too. */
export type QueueAttributesInput = Readonly<Record<string, string | number | boolean | RedrivePolicyInput>>
export type RedrivePolicyInput = { deadLetterTargetArn?: string; maxReceiveCount?: number | string }

export type CreateQueueInput = {
  QueueName: string
  Attributes?: QueueAttributesInput
  tags?: Readonly<Record<string, string>>
}
export type QueueInput = { QueueUrl: string }
export type GetQueueAttributesInput = QueueInput & { AttributeNames?: readonly string[] }
export type SetQueueAttributesInput = QueueInput & { Attributes: QueueAttributesInput }

/** What SendMessage and each entry of its batch say of one message. */
export type MessageInput = {
  MessageBody: Body
  DelaySeconds?: number
  MessageAttributes?: MessageAttributes
  MessageSystemAttributes?: MessageAttributes
  MessageDeduplicationId?: string
  MessageGroupId?: string
}
export type SendMessageInput = QueueInput & MessageInput
export type SendMessageOutput = {
  MessageId: string
  MD5OfMessageBody: string
  MD5OfMessageAttributes?: string
  MD5OfMessageSystemAttributes?: string
  SequenceNumber?: string
}

export type ReceiveMessageInput = QueueInput & {
  AttributeNames?: readonly string[]
  MessageSystemAttributeNames?: readonly string[]
  MessageAttributeNames?: readonly string[]
  MaxNumberOfMessages?: number
  VisibilityTimeout?: number
  WaitTimeSeconds?: number
  ReceiveRequestAttemptId?: string
}
export type ReceivedMessage = {
  MessageId: string
  ReceiptHandle: string
  MD5OfBody: string
  Body: Body
  Attributes: Record<string, string>
  MD5OfMessageAttributes?: string
  MessageAttributes?: MessageAttributes
}
export type ReceiveMessageOutput = { Messages: ReceivedMessage[] }

export type HandleInput = { ReceiptHandle: string }
export type VisibilityInput = HandleInput & { VisibilityTimeout: number }

export type Entries<E> = QueueInput & { Entries: readonly (E & { Id: string })[] }
export type FailedEntry = { Id: string; SenderFault: boolean; Code: string; Message: string }
export type BatchOutput<R> = { Successful: (R & { Id: string })[]; Failed: FailedEntry[] }

export type StartMessageMoveTaskInput = {
  SourceArn: string
  DestinationArn?: string
  MaxNumberOfMessagesPerSecond?: number
}
export type MoveTaskOutput = {
  TaskHandle?: string
  Status: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED'
  SourceArn: string
  DestinationArn?: string
  MaxNumberOfMessagesPerSecond?: number
  ApproximateNumberOfMessagesMoved: number
  ApproximateNumberOfMessagesToMove: number
  FailureReason?: string
  StartedTimestamp: number
}
