import { ApiError } from '../apiError.ts'
import { invalidParameter } from './refuse.ts'
import type { SandboxSubscription } from './sandboxSubscription.ts'
import type { SandboxTopic } from './sandboxTopic.ts'
import type { SubscribeInput } from './snsApi.ts'
import type { SnsLimits } from './snsLimits.ts'
import type { SubscriptionAttributes } from './subscriptionAttributes.ts'

const QUEUE_ARN = /^arn:aws:sqs:[\w-]+:\d+:[\w.-]+$/

/** Whether a topic may have this subscription, which is `known` when it is there already. @throws ApiError */
export function checkSubscription(
  topic: SandboxTopic,
  known: SandboxSubscription | null,
  { Protocol, Endpoint }: Pick<SubscribeInput, 'Protocol' | 'Endpoint'>,
  { filter, deadLetterArn, replay }: SubscriptionAttributes,
  limits: SnsLimits,
): void {
  const { isFifo, archiveDays, maximumMessageSize } = topic.attributes
  if (Protocol !== 'sqs') throw invalidParameter('SNS.01', `The sandbox has queues only, not ${Protocol}.`)
  if (typeof Endpoint !== 'string' || !QUEUE_ARN.test(Endpoint)) throw invalidParameter('SNS.01', 'SQS endpoint ARN')
  if (isFifoArn(Endpoint) && !isFifo)
    throw invalidParameter('SNS.06', 'FIFO SQS Queues can not be subscribed to standard SNS topics')
  if (deadLetterArn !== null && (!QUEUE_ARN.test(deadLetterArn) || isFifoArn(deadLetterArn) !== isFifo))
    throw invalidParameter('SNS.07', 'A dead-letter queue is a queue of the kind of the topic, standard or FIFO.')
  if (replay !== null && archiveDays === null)
    throw invalidParameter('SNS.09', 'ReplayPolicy is for FIFO topics with an ArchivePolicy only.')
  const others = topic.subscriptions.filter((other) => other !== known)
  if (filter !== null && others.filter((other) => other.attributes.filter !== null).length >= limits.filterPolicies)
    throw new ApiError(
      'FilterPolicyLimitExceeded',
      'SNS.08',
      `A topic has at most ${limits.filterPolicies} filter policies.`,
    )
  const isLarge = (maximumMessageSize ?? 0) > limits.messageBytes
  if (isLarge && others.length >= limits.largeMessageSubscriptions) throw tooMany('SNS.04', others.length)
  if (isFifo && others.length >= limits.fifoSubscriptions) throw tooMany('SNS.06', others.length)
}

function isFifoArn(arn: string): boolean {
  return arn.endsWith('.fifo')
}

function tooMany(factId: string, most: number): ApiError {
  return new ApiError('SubscriptionLimitExceeded', factId, `The topic has ${most} subscriptions and takes no more.`)
}
