// What callers hand in and get back, in the spelling of AWS's API.

/** A body: a text, bytes of UTF-8, or n for n zero bytes. */
export type Body = string | Uint8Array | number

export type MessageAttributeValue = { DataType: string; StringValue?: string; BinaryValue?: Uint8Array }
export type MessageAttributes = Readonly<Record<string, MessageAttributeValue>>

/** What Publish and each entry of PublishBatch say of one message. */
export type MessageInput = {
  Message: Body
  Subject?: string
  /** `json`: Message is an object with one text for each protocol. */
  MessageStructure?: string
  MessageAttributes?: MessageAttributes
  MessageDeduplicationId?: string
  MessageGroupId?: string
}

/** As AWS answers them: texts. */
export type Attributes = Readonly<Record<string, string>>
/** As a caller may write one: AWS's text, a number or flag, or what is JSON there as an object. */
export type AttributeInput = string | number | boolean | object
type AttributeInputs = Readonly<Record<string, AttributeInput>>

export type PublishInput = MessageInput & { TopicArn?: string; TargetArn?: string }
export type PublishOutput = { MessageId: string; SequenceNumber?: string }
export type PublishBatchEntry = MessageInput & { Id: string }
export type PublishBatchInput = { TopicArn: string; PublishBatchRequestEntries: readonly PublishBatchEntry[] }
export type PublishBatchOutput = {
  Successful: (PublishOutput & { Id: string })[]
  Failed: { Id: string; Code: string; Message: string; SenderFault: boolean }[]
}

export type CreateTopicInput = { Name: string; Attributes?: AttributeInputs }
export type SubscribeInput = {
  TopicArn: string
  Protocol: string
  Endpoint: string
  Attributes?: AttributeInputs
  ReturnSubscriptionArn?: boolean
}
export type SetAttributeInput = { AttributeName: string; AttributeValue?: AttributeInput }
export type SubscriptionOutput = {
  SubscriptionArn: string
  Owner: string
  Protocol: string
  Endpoint: string
  TopicArn: string
}
