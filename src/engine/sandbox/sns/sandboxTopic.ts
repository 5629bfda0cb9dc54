import { sha256Text } from '../../kernel/sha256.ts'
import type { Micros } from '../../kernel/time.ts'
import { encodeUtf8 } from '../../kernel/utf8.ts'
import { PublishedIds } from '../../sns/publishedIds.ts'
import type { PublishQuota } from '../../sns/publishQuota.ts'
import type { PublishVerdict } from '../../sns/publishVerdict.ts'
import { WAITING } from '../../sns/subscriptionRows.ts'
import { Topic } from '../../sns/topic.ts'
import type { TopicSettings } from '../../sns/topicLimits.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import { Archive } from './archive.ts'
import type { KeptMessage, SandboxSubscription } from './sandboxSubscription.ts'
import type { PublishOutput } from './snsApi.ts'
import type { SnsLimits } from './snsLimits.ts'
import type { MessageContent } from './snsMessage.ts'
import type { TopicAttributes } from './topicAttributes.ts'

/** A topic of the sandbox: the model, and what its messages say. */
export class SandboxTopic {
  readonly arn: string
  readonly model: Topic
  readonly messages = new Map<number, KeptMessage>()
  readonly subscriptions: SandboxSubscription[] = []
  readonly archive: Archive
  /** The attributes that are shown as they were written. */
  texts: Record<string, string>
  attributes: TopicAttributes
  subscriptionsDeleted = 0
  private readonly sandbox: SandboxWorld
  private readonly limits: SnsLimits
  private readonly settings: TopicSettings
  private readonly published: PublishedIds
  private readonly ids = new Map<string, number>()
  private readonly answers = new Map<number, PublishOutput>()
  private sequence = 0

  constructor(
    sandbox: SandboxWorld,
    arn: string,
    attributes: TopicAttributes,
    texts: Record<string, string>,
    limits: SnsLimits,
    quota: PublishQuota,
  ) {
    this.sandbox = sandbox
    this.arn = arn
    this.attributes = attributes
    this.texts = texts
    this.limits = limits
    this.settings = settingsOf(attributes, limits)
    const { world } = sandbox
    const timer = sandbox.timer((now) => this.model.onRetries(now))
    this.model = new Topic(world, attributes.isFifo, this.settings, quota, limits.retry, timer)
    this.published = world.state.part(new PublishedIds())
    this.archive = new Archive()
  }

  setAttributes(attributes: TopicAttributes): void {
    this.attributes = attributes
    Object.assign(this.settings, settingsOf(attributes, this.limits))
    if (attributes.archiveDays === null) this.archive.clear()
  }

  /** SNS.04 */
  get messageBytesLimit(): number {
    return this.settings.messageBytesLimit
  }

  groupOf(content: MessageContent): number {
    return this.sandbox.world.keys.add(content.groupId)
  }

  /** Takes a message and hands it to all subscriptions, or says which limit refuses it; then nothing has changed. */
  publish(content: MessageContent, messageId: () => string): PublishOutput | Exclude<PublishVerdict, 'accepted'> {
    const { now } = this.sandbox
    const { records } = this.sandbox.world
    const group = this.groupOf(content)
    const verdict = this.model.admit(group, content.bytes, now)
    if (verdict !== 'accepted') return verdict
    const { isFifo } = this.attributes
    const deduplicationId = isFifo ? this.deduplicationIdOf(content) : ''
    const id = isFifo ? this.numberOf(content.groupId, deduplicationId) : 0
    const original = isFifo ? this.published.find(id, now, this.limits.deduplicationMicros) : -1
    if (original >= 0) return this.answers.get(original)!
    const reference = records.add(0, now, group, content.bytes)
    const answer = this.answerFor(messageId())
    if (isFifo) {
      this.published.add(id, reference, now)
      this.answers.set(reference, answer)
    }
    this.keep(reference, {
      ...content,
      deduplicationId,
      messageId: answer.MessageId,
      sequenceNumber: answer.SequenceNumber ?? null,
      publishedAt: now,
      isReplayed: false,
    })
    this.model.fanOut(reference, group, now)
    return answer
  }

  /** SNS.09: hands messages of the archive to a subscription again, in their order; its filter holds. */
  replay(subscription: SandboxSubscription, from: Micros, to: Micros): void {
    const { now, world } = this.sandbox
    for (const message of this.archive.between(from, to, now, this.attributes.archiveDays)) {
      if (!subscription.passes(message)) continue
      const group = world.keys.add(message.groupId)
      const reference = world.records.add(0, now, group, message.bytes)
      this.messages.set(reference, { ...message, isReplayed: true })
      this.model.copy(subscription.row, reference, group, now)
    }
    this.model.callEnded(now)
  }

  private keep(reference: number, message: KeptMessage): void {
    if (this.model.total(WAITING) === 0) this.messages.clear()
    this.messages.set(reference, message)
    if (this.attributes.archiveDays !== null) this.archive.add(message)
  }

  /** SNS.06, N1: the id of the message, else the SHA-256 of its body, attributes left out. */
  private deduplicationIdOf({ deduplicationId, body }: MessageContent): string {
    if (deduplicationId !== '') return deduplicationId
    if (typeof body === 'number') return sha256Text(new Uint8Array(body))
    return sha256Text(typeof body === 'string' ? encodeUtf8(body) : body)
  }

  /** SNS.06: with FifoThroughputScope MessageGroup equal ids of two groups are two ids. */
  private numberOf(groupId: string, deduplicationId: string): number {
    const text = this.attributes.throughputScope === 'MessageGroup' ? `${groupId} ${deduplicationId}` : deduplicationId
    const known = this.ids.get(text)
    if (known !== undefined) return known
    this.ids.set(text, this.ids.size)
    return this.ids.size - 1
  }

  /** Sequence numbers have 20 digits, grow, and are not dense. */
  private answerFor(MessageId: string): PublishOutput {
    if (!this.attributes.isFifo) return { MessageId }
    const number = String(this.sequence++).padStart(SEQUENCE_DIGITS.length, '0')
    return { MessageId, SequenceNumber: `${FIRST_DIGIT}${number}${LAST_DIGITS}` }
  }
}

const FIRST_DIGIT = '1'
const SEQUENCE_DIGITS = '0000000000000000'
const LAST_DIGITS = '000'

function settingsOf({ throughputScope, maximumMessageSize }: TopicAttributes, limits: SnsLimits): TopicSettings {
  return {
    messageBytesLimit: maximumMessageSize ?? limits.messageBytes,
    throughputScope: throughputScope === 'Topic' ? 0 : 1,
    topicMessagesPerSecond: limits.topicMessagesPerSecond,
    topicBytesPerSecond: limits.topicBytesPerSecond,
    groupMessagesPerSecond: limits.groupMessagesPerSecond,
  }
}
