import type { Micros } from '../../kernel/time.ts'
import type { FilterSubject } from '../../sns/filter/matchFilter.ts'
import { matchesLevel } from '../../sns/filter/matchFilter.ts'
import type { Handover, Subscriber } from '../../sns/topic.ts'
import { type DeliveryFault, faultAt } from './deliveryFault.ts'
import { envelopeOf, textOf } from './envelope.ts'
import type { Copy, QueueDoor } from './queueDoor.ts'
import type { Body, MessageAttributes } from './snsApi.ts'
import type { PublishedMessage } from './snsMessage.ts'
import type { SubscriptionAttributes } from './subscriptionAttributes.ts'
import { objectOf } from './topicAttributes.ts'

/** A message as a topic keeps it for its copies; a replayed one has a record of its own. */
export type KeptMessage = PublishedMessage & { isReplayed: boolean }

/** A queue that is subscribed to a topic. */
export class SandboxSubscription implements Subscriber {
  readonly arn: string
  readonly topicArn: string
  readonly queueArn: string
  attributes: SubscriptionAttributes
  /** Its number in the topic's model. */
  row = 0
  private readonly messages: ReadonlyMap<number, KeptMessage>
  private readonly door: QueueDoor
  private readonly faults: readonly DeliveryFault[]

  constructor(
    names: { arn: string; topicArn: string; queueArn: string },
    attributes: SubscriptionAttributes,
    messages: ReadonlyMap<number, KeptMessage>,
    door: QueueDoor,
    faults: readonly DeliveryFault[],
  ) {
    this.arn = names.arn
    this.topicArn = names.topicArn
    this.queueArn = names.queueArn
    this.attributes = attributes
    this.messages = messages
    this.door = door
    this.faults = faults
  }

  /** SNS.09: a replay with an end is all that the subscription gets. */
  wants(reference: number): boolean {
    const { replay } = this.attributes
    return (replay === null || replay.to === Infinity) && this.passes(this.messages.get(reference)!)
  }

  /** SNS.08 */
  passes(message: PublishedMessage): boolean {
    const { filter, filterScope } = this.attributes
    if (filter === null) return true
    const subject = filterScope === 'MessageBody' ? bodySubject(message.body) : attributeSubject(message.attributes)
    return subject !== null && matchesLevel(filter, [subject])
  }

  handOver(reference: number, _group: number, now: Micros): Handover {
    const fault = faultAt(this.faults, this.queueArn, now)
    if (fault === 'unreachable') return 'serverError'
    if (this.door.deliver(this.queueArn, this.copyOf(reference)) !== 'taken') return 'clientError'
    return fault === 'answerLost' ? 'serverError' : 'delivered'
  }

  deadLetter(reference: number): boolean {
    const { deadLetterArn } = this.attributes
    if (deadLetterArn === null || this.door.deliver(deadLetterArn, this.copyOf(reference)) !== 'taken') return false
    this.door.callEnded(deadLetterArn)
    return true
  }

  callEnded(): void {
    this.door.callEnded(this.queueArn)
  }

  private copyOf(reference: number): Copy {
    const message = this.messages.get(reference)!
    const { isRaw } = this.attributes
    const { bytes, groupId, deduplicationId } = message
    return {
      body: isRaw ? message.body : envelopeOf(message, this.topicArn, message.isReplayed),
      attributes: isRaw ? message.attributes : {},
      bytes,
      groupId,
      deduplicationId,
    }
  }
}

/** A body that is no JSON object passes no policy on bodies. */
function bodySubject(body: Body): FilterSubject | null {
  return typeof body === 'number' ? null : objectOf(textOf(body))
}

/** Binary attributes are not looked at. */
function attributeSubject(attributes: MessageAttributes): FilterSubject {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, { StringValue }]) => StringValue !== undefined)
      .map(([name, { DataType, StringValue }]) => [name, attributeValue(DataType, StringValue!)]),
  )
}

function attributeValue(type: string, text: string): unknown {
  if (type.startsWith('Number')) return Number(text)
  return type.startsWith('String.Array') ? listOf(text) : text
}

function listOf(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}
