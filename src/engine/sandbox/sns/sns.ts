import { max } from '../../kernel/detMath.ts'
import { isoTimeOf } from '../../kernel/isoTime.ts'
import { MICROS_PER_DAY } from '../../kernel/time.ts'
import { PublishQuota } from '../../sns/publishQuota.ts'
import { ApiError } from '../apiError.ts'
import { ACCOUNT, arnOf } from '../arn.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import { uuidFrom } from '../uuid.ts'
import { attributeText, attributeTexts } from './attributeTexts.ts'
import type { DeliveryFault } from './deliveryFault.ts'
import { checkBatchBytes, checkEntries } from './publishBatch.ts'
import type { QueueDoor } from './queueDoor.ts'
import { refusalOf } from './refusal.ts'
import { invalidParameter, notFound } from './refuse.ts'
import { SandboxSubscription } from './sandboxSubscription.ts'
import { SandboxTopic } from './sandboxTopic.ts'
import type {
  Attributes,
  CreateTopicInput,
  PublishBatchInput,
  PublishBatchOutput,
  PublishInput,
  PublishOutput,
  SetAttributeInput,
  SubscribeInput,
  SubscriptionOutput,
} from './snsApi.ts'
import type { SnsLimits } from './snsLimits.ts'
import { contentOf, type MessageContent } from './snsMessage.ts'
import { NO_SUBSCRIPTION_ATTRIBUTES, withSubscriptionAttributes } from './subscriptionAttributes.ts'
import { checkSubscription } from './subscriptionRules.ts'
import { topicAttributesOf, withAttribute } from './topicAttributes.ts'

const NAME = /^[\w-]{1,256}$/
const FIFO_NAME = /^[\w-]{1,256}\.fifo$/

/** SNS, one method for each action of its API. Every refusal is an ApiError and changes nothing. */
export class Sns {
  private readonly sandbox: SandboxWorld
  private readonly region: string
  private readonly limits: SnsLimits
  private readonly door: QueueDoor
  private readonly faults: readonly DeliveryFault[]
  private readonly quota: PublishQuota
  private readonly ids: number
  private readonly topics = new Map<string, SandboxTopic>()

  constructor(
    sandbox: SandboxWorld,
    region: string,
    limits: SnsLimits,
    door: QueueDoor,
    faults: readonly DeliveryFault[],
  ) {
    this.sandbox = sandbox
    this.region = region
    this.limits = limits
    this.door = door
    this.faults = faults
    this.quota = new PublishQuota(sandbox.world.state, limits.quota)
    this.ids = sandbox.randomStream('sns', 'ids')
  }

  /** Making the same topic again is no error; with other attributes it is. */
  CreateTopic({ Name, Attributes = {} }: CreateTopicInput): { TopicArn: string } {
    const texts = attributeTexts(Attributes)
    const attributes = topicAttributesOf(texts, this.limits)
    if (typeof Name !== 'string' || !(attributes.isFifo ? FIFO_NAME : NAME).test(Name))
      throw invalidParameter('SNS.01', 'Topic Name: letters, digits, - and _, and .fifo at the end of a FIFO topic.')
    const TopicArn = arnOf('sns', this.region, Name)
    const known = this.topics.get(TopicArn)
    if (known === undefined) {
      const topic = new SandboxTopic(this.sandbox, TopicArn, attributes, texts, this.limits, this.quota)
      this.topics.set(TopicArn, topic)
    } else if (Object.entries(texts).some(([name, value]) => known.texts[name] !== value))
      throw invalidParameter('SNS.01', 'Attributes Reason: Topic already exists with different attributes')
    return { TopicArn }
  }

  /** Its subscriptions go with it. Deleting a topic that is not there is no error. */
  DeleteTopic({ TopicArn }: { TopicArn: string }): Record<string, never> {
    const topic = this.topics.get(TopicArn)
    if (topic?.attributes.archiveDays != null)
      throw new ApiError('InvalidState', 'SNS.09', 'A topic with an ArchivePolicy cannot be deleted.')
    for (const subscription of topic?.subscriptions ?? []) topic!.model.unsubscribe(subscription.row)
    this.topics.delete(TopicArn)
    return {}
  }

  GetTopicAttributes({ TopicArn }: { TopicArn: string }): { Attributes: Attributes } {
    const topic = this.topicOf(TopicArn)
    const { isFifo, hasContentDeduplication, throughputScope, archiveDays } = topic.attributes
    const archiveBegins = max(0, this.sandbox.now - (archiveDays ?? 0) * MICROS_PER_DAY)
    return {
      Attributes: {
        TopicArn,
        Owner: ACCOUNT,
        SubscriptionsConfirmed: String(topic.subscriptions.length),
        SubscriptionsPending: '0',
        SubscriptionsDeleted: String(topic.subscriptionsDeleted),
        ...topic.texts,
        ...(isFifo && {
          FifoTopic: 'true',
          ContentBasedDeduplication: String(hasContentDeduplication),
          FifoThroughputScope: throughputScope,
        }),
        ...(archiveDays !== null && { BeginningArchiveTime: isoTimeOf(archiveBegins) }),
      },
    }
  }

  SetTopicAttributes(input: SetAttributeInput & { TopicArn: string }): Record<string, never> {
    const topic = this.topicOf(input.TopicArn)
    const { AttributeName } = input
    const text = attributeText(input.AttributeValue ?? '')
    const attributes = withAttribute(topic.attributes, AttributeName, text, this.limits)
    const { largeMessageSubscriptions: most, messageBytes } = this.limits
    if ((attributes.maximumMessageSize ?? 0) > messageBytes && topic.subscriptions.length > most)
      throw invalidParameter('SNS.04', `A topic of messages above ${messageBytes} B has at most ${most} subscriptions.`)
    topic.setAttributes(attributes)
    topic.texts = { ...topic.texts, [AttributeName]: text }
    return {}
  }

  /** SNS.10: the queue gets what is published from now on. Subscribing it again is no error; with other attributes it is. */
  Subscribe({ TopicArn, Protocol, Endpoint, Attributes = {} }: SubscribeInput): { SubscriptionArn: string } {
    const topic = this.topicOf(TopicArn)
    const texts = attributeTexts(Attributes)
    const attributes = withSubscriptionAttributes(NO_SUBSCRIPTION_ATTRIBUTES, texts, this.limits)
    const known = topic.subscriptions.find(({ queueArn }) => queueArn === Endpoint)
    if (known !== undefined) {
      if (Object.entries(texts).some(([name, value]) => known.attributes.texts[name] !== value))
        throw invalidParameter('SNS.01', 'Attributes Reason: Subscription already exists with different attributes')
      return { SubscriptionArn: known.arn }
    }
    checkSubscription(topic, null, { Protocol, Endpoint }, attributes, this.limits)
    const names = { arn: `${TopicArn}:${this.newId()}`, topicArn: TopicArn, queueArn: Endpoint }
    const subscription = new SandboxSubscription(names, attributes, topic.messages, this.door, this.faults)
    subscription.row = topic.model.subscribe(subscription)
    topic.subscriptions.push(subscription)
    this.startReplay(topic, subscription)
    return { SubscriptionArn: subscription.arn }
  }

  /** Copies that wait for another attempt are dropped. Ending a subscription that is not there is no error. */
  Unsubscribe({ SubscriptionArn }: { SubscriptionArn: string }): Record<string, never> {
    for (const topic of this.topics.values()) {
      const at = topic.subscriptions.findIndex(({ arn }) => arn === SubscriptionArn)
      if (at < 0) continue
      topic.model.unsubscribe(topic.subscriptions[at]!.row)
      topic.subscriptions.splice(at, 1)
      topic.subscriptionsDeleted++
      return {}
    }
    if (!SUBSCRIPTION_ARN.test(SubscriptionArn)) throw invalidParameter('SNS.01', 'SubscriptionArn')
    return {}
  }

  GetSubscriptionAttributes({ SubscriptionArn }: { SubscriptionArn: string }): { Attributes: Attributes } {
    const { subscription } = this.subscriptionOf(SubscriptionArn)
    const { texts, isRaw, filter, filterScope, replay } = subscription.attributes
    return {
      Attributes: {
        SubscriptionArn,
        TopicArn: subscription.topicArn,
        Owner: ACCOUNT,
        Protocol: 'sqs',
        Endpoint: subscription.queueArn,
        PendingConfirmation: 'false',
        ConfirmationWasAuthenticated: 'true',
        ...texts,
        RawMessageDelivery: String(isRaw),
        ...(filter !== null && { FilterPolicyScope: filterScope }),
        ...(replay !== null && { ReplayStatus: 'Completed' }),
      },
    }
  }

  /** Here a new filter holds from the next message on; AWS takes up to 15 minutes. */
  SetSubscriptionAttributes(input: SetAttributeInput & { SubscriptionArn: string }): Record<string, never> {
    const { topic, subscription } = this.subscriptionOf(input.SubscriptionArn)
    const { AttributeName } = input
    const changes = { [AttributeName]: attributeText(input.AttributeValue ?? '') }
    const attributes = withSubscriptionAttributes(subscription.attributes, changes, this.limits)
    const target = { Protocol: 'sqs', Endpoint: subscription.queueArn }
    checkSubscription(topic, subscription, target, attributes, this.limits)
    subscription.attributes = attributes
    if (AttributeName === 'ReplayPolicy') this.startReplay(topic, subscription)
    return {}
  }

  /** All of them in one answer: AWS gives 100 at a time. */
  ListSubscriptionsByTopic({ TopicArn }: { TopicArn: string }): { Subscriptions: SubscriptionOutput[] } {
    const Subscriptions = this.topicOf(TopicArn).subscriptions.map(({ arn: SubscriptionArn, queueArn: Endpoint }) => {
      return { SubscriptionArn, Owner: ACCOUNT, Protocol: 'sqs', Endpoint, TopicArn }
    })
    return { Subscriptions }
  }

  Publish(input: PublishInput): PublishOutput {
    const topic = this.topicOf(input.TopicArn ?? input.TargetArn ?? '')
    const answer = this.publishOne(topic, contentOf(input, topic.attributes))
    if (answer instanceof ApiError) throw answer
    topic.model.callEnded(this.sandbox.now)
    return answer
  }

  /**
   * SNS.02: each message succeeds or fails on its own at the limits of a rate; a call none of whose messages has room is refused
   * as a whole (our reading). What is wrong in one message's parameters refuses all.
   */
  PublishBatch({ TopicArn, PublishBatchRequestEntries: entries = [] }: PublishBatchInput): PublishBatchOutput {
    const topic = this.topicOf(TopicArn ?? '')
    checkEntries(entries, this.limits.batchEntries)
    const contents = entries.map((entry) => contentOf(entry, topic.attributes))
    checkBatchBytes(contents, topic.messageBytesLimit)
    const output: PublishBatchOutput = { Successful: [], Failed: [] }
    const answers = contents.map((content) => this.publishOne(topic, content))
    const [first] = answers
    if (first instanceof ApiError && answers.every((answer) => answer instanceof ApiError)) throw first
    answers.forEach((answer, i) => {
      const { Id } = entries[i]!
      if (answer instanceof ApiError)
        output.Failed.push({ Id, Code: answer.name, Message: answer.message, SenderFault: true })
      else output.Successful.push({ Id, ...answer })
    })
    topic.model.callEnded(this.sandbox.now)
    return output
  }

  private publishOne(topic: SandboxTopic, content: MessageContent): PublishOutput | ApiError {
    const answer = topic.publish(content, () => this.newId())
    if (typeof answer !== 'string') return answer
    const bucket = topic.model.bucketOf(answer, topic.groupOf(content), content.bytes, this.sandbox.now)
    return refusalOf(answer, bucket)
  }

  /** SNS.09 */
  private startReplay(topic: SandboxTopic, subscription: SandboxSubscription): void {
    const { replay } = subscription.attributes
    if (replay !== null) topic.replay(subscription, replay.from, replay.to)
  }

  private topicOf(arn: string): SandboxTopic {
    if (arn === '') throw invalidParameter('SNS.01', 'TopicArn or TargetArn Reason: no value for required parameter')
    const topic = this.topics.get(arn)
    if (topic === undefined) throw notFound('SNS.01', 'Topic does not exist')
    return topic
  }

  private subscriptionOf(arn: string): { topic: SandboxTopic; subscription: SandboxSubscription } {
    for (const topic of this.topics.values()) {
      const subscription = topic.subscriptions.find((candidate) => candidate.arn === arn)
      if (subscription !== undefined) return { topic, subscription }
    }
    throw notFound('SNS.01', 'Subscription does not exist')
  }

  private newId(): string {
    return uuidFrom(this.sandbox.world.random, this.ids)
  }
}

const SUBSCRIPTION_ARN = /^arn:aws:sns:[\w-]+:\d+:[\w.-]+:[\w-]+$/
