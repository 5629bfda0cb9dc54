import { ApiError } from '../apiError.ts'
import type { SandboxWorld } from '../sandboxWorld.ts'
import type { QueueDoor } from '../sns/queueDoor.ts'
import { Handles } from './handles.ts'
import { MessageStore } from './messageStore.ts'
import { MoveTasks } from './moveTasks.ts'
import { queueAttributesOf } from './queueAttributes.ts'
import type { QueueFaults } from './queueBuilder.ts'
import { Receiving } from './receiving.ts'
import { missing, parameterIn } from './refuse.ts'
import { Sending } from './sending.ts'
import { refuseFifoAttributes, SqsAccount } from './sqsAccount.ts'
import type {
  BatchOutput,
  CreateQueueInput,
  Entries,
  GetQueueAttributesInput,
  HandleInput,
  MessageInput,
  MoveTaskOutput,
  QueueInput,
  ReceiveMessageInput,
  ReceiveMessageOutput,
  SendMessageInput,
  SendMessageOutput,
  SetQueueAttributesInput,
  StartMessageMoveTaskInput,
  VisibilityInput,
} from './sqsApi.ts'
import { SqsDoor } from './sqsDoor.ts'
import type { SqsLimits } from './sqsLimits.ts'

type Nothing = Record<string, never>

/** SQS, one method for each action of its API. Every refusal is an ApiError and changes nothing. */
export class Sqs {
  private readonly sandbox: SandboxWorld
  private readonly account: SqsAccount
  private readonly store: MessageStore
  private readonly sending: Sending
  private readonly receiving: Receiving
  private readonly handles: Handles
  private readonly moveTasks: MoveTasks

  constructor(sandbox: SandboxWorld, region: string, limits: SqsLimits, faults: QueueFaults) {
    this.sandbox = sandbox
    this.account = new SqsAccount(sandbox, region, limits, faults)
    this.store = new MessageStore(sandbox)
    this.sending = new Sending(this.account, this.store)
    this.receiving = new Receiving(this.account, this.store)
    this.handles = new Handles(this.account, this.store)
    this.moveTasks = new MoveTasks(this.account, this.store)
  }

  /** Making the same queue again is no error; with other attributes it is. */
  CreateQueue({ QueueName, Attributes = {} }: CreateQueueInput): { QueueUrl: string } {
    return { QueueUrl: this.account.create(QueueName, queueAttributesOf(Attributes, this.account.limits)).url }
  }

  DeleteQueue({ QueueUrl }: QueueInput): Nothing {
    const queue = this.account.byUrl(QueueUrl)
    this.store.forgetAllOf(queue)
    this.account.delete(queue)
    return {}
  }

  GetQueueUrl({ QueueName }: { QueueName: string }): { QueueUrl: string } {
    if (QueueName === undefined) throw missing('SQS.19b', 'QueueName')
    return { QueueUrl: this.account.byName(QueueName).url }
  }

  /** All of them when none is named. The counts are exact. */
  GetQueueAttributes({ QueueUrl, AttributeNames }: GetQueueAttributesInput): { Attributes: Record<string, string> } {
    const all = this.account.byUrl(QueueUrl).attributes()
    if (AttributeNames === undefined || AttributeNames.includes('All')) return { Attributes: all }
    const known = new Set([...Object.keys(all), ...OPTIONAL])
    const unknown = AttributeNames.find((name) => !known.has(name))
    if (unknown !== undefined) throw new ApiError('InvalidAttributeName', 'SQS.19b', `Unknown Attribute ${unknown}.`)
    return { Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => AttributeNames.includes(name))) }
  }

  /** Here they hold at once; AWS takes up to a minute, for the retention up to 15. */
  SetQueueAttributes({ QueueUrl, Attributes }: SetQueueAttributesInput): Nothing {
    const queue = this.account.byUrl(QueueUrl)
    if (Attributes === undefined) throw missing('SQS.19b', 'Attributes')
    const said = queueAttributesOf(Attributes, this.account.limits)
    const { isFifo } = queue.model
    if (said.isFifo !== undefined && said.isFifo !== isFifo)
      throw new ApiError(
        'InvalidAttributeName',
        'FIFO.07',
        'Unknown Attribute FifoQueue: it is chosen when the queue is made.',
      )
    if (!isFifo || this.account.limits.fifo.highThroughputCallsPerSecond === null) refuseFifoAttributes(said, isFifo)
    const target = said.redrive ? this.account.deadLetterTarget(said.redrive.deadLetterTargetArn, isFifo, queue) : null
    queue.change(said, target, this.sandbox.now)
    return this.settled({})
  }

  SendMessage(input: SendMessageInput): SendMessageOutput {
    return this.settled(this.sending.one(input))
  }

  SendMessageBatch(input: Entries<MessageInput>): BatchOutput<SendMessageOutput> {
    return this.settled(this.sending.batch(input))
  }

  /** The one call that takes time, when it waits (SQS.12): until a message comes, or so long. */
  ReceiveMessage(input: ReceiveMessageInput): ReceiveMessageOutput {
    return this.settled(this.receiving.receive(input))
  }

  DeleteMessage(input: QueueInput & HandleInput): Nothing {
    return this.settled(this.handles.delete(input))
  }

  DeleteMessageBatch(input: Entries<HandleInput>): BatchOutput<Nothing> {
    return this.settled(this.handles.deleteBatch(input))
  }

  ChangeMessageVisibility(input: QueueInput & VisibilityInput): Nothing {
    return this.settled(this.handles.changeVisibility(input))
  }

  ChangeMessageVisibilityBatch(input: Entries<VisibilityInput>): BatchOutput<Nothing> {
    return this.settled(this.handles.changeVisibilityBatch(input))
  }

  /** SQS.18: here all messages are gone at once; AWS takes up to 60 s. */
  PurgeQueue({ QueueUrl }: QueueInput): Nothing {
    const queue = this.account.byUrl(QueueUrl)
    const { now } = this.sandbox
    if (now < queue.purgedAt + this.account.limits.purgeAgainMicros)
      throw new ApiError(
        'PurgeQueueInProgress',
        'SQS.18',
        `Only one PurgeQueue on ${queue.name} is allowed every 60 s.`,
      )
    this.store.forgetAllOf(queue)
    queue.model.purge(now)
    queue.purgedAt = now
    return this.settled({})
  }

  StartMessageMoveTask(input: StartMessageMoveTaskInput): { TaskHandle: string } {
    return this.settled(this.moveTasks.start(input))
  }

  /** Newest first; one when the call says no MaxResults. */
  ListMessageMoveTasks(input: { SourceArn: string; MaxResults?: number }): { Results: MoveTaskOutput[] } {
    const span = [1, this.account.limits.entries] as const
    const most = parameterIn(input.MaxResults, 'MaxResults', span, 'SQS.16', 1)
    return this.moveTasks.list(input.SourceArn, most)
  }

  CancelMessageMoveTask({ TaskHandle }: { TaskHandle: string }): { ApproximateNumberOfMessagesMoved: number } {
    return this.moveTasks.cancel(TaskHandle)
  }

  /** The account's queues as a topic reaches them. */
  get door(): QueueDoor {
    return new SqsDoor(this.account, this.sending)
  }

  /** What happens at this very moment has happened when the call returns. */
  private settled<T>(output: T): T {
    this.sandbox.advanceTo(this.sandbox.now)
    return output
  }
}

/** Attributes that a queue may lack. */
const OPTIONAL = ['RedrivePolicy', 'RedriveAllowPolicy', 'Policy', 'KmsMasterKeyId', 'KmsDataKeyReusePeriodSeconds']
