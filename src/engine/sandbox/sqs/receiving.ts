import { floor } from '../../kernel/detMath.ts'
import { MICROS_PER_MILLISECOND, type Micros, secondsToMicros } from '../../kernel/time.ts'
import type { ReceiveRequest } from '../../sqs/queueModel.ts'
import { ApiError } from '../apiError.ts'
import { ACCOUNT } from '../arn.ts'
import type { MessageStore } from './messageStore.ts'
import { receiptHandleOf } from './receiptHandle.ts'
import { parameterIn } from './refuse.ts'
import type { SandboxQueue } from './sandboxQueue.ts'
import { requestThrottled, sequenceNumberOf } from './sending.ts'
import type { SqsAccount } from './sqsAccount.ts'
import type { MessageAttributes, ReceivedMessage, ReceiveMessageInput, ReceiveMessageOutput } from './sqsApi.ts'

/** A waiting receive of the sandbox: there is one at a time. */
const WAITING = 0

/** ReceiveMessage. */
export class Receiving {
  private readonly account: SqsAccount
  private readonly store: MessageStore
  private readonly slots: Int32Array
  /** FIFO.16: equal ids have equal numbers. */
  private readonly attempts = new Map<string, number>()

  constructor(account: SqsAccount, store: MessageStore) {
    this.account = account
    this.store = store
    this.slots = new Int32Array(account.limits.entries)
  }

  receive(input: ReceiveMessageInput): ReceiveMessageOutput {
    const { limits, sandbox } = this.account
    const queue = this.account.byUrl(input.QueueUrl)
    const { model } = queue
    const { receiveSpan, receiveDefault, visibilitySpan, waitSpan } = limits
    const most = parameterIn(input.MaxNumberOfMessages, 'MaxNumberOfMessages', receiveSpan, 'SQS.19b', receiveDefault)
    const timeout = parameterIn(input.VisibilityTimeout, 'VisibilityTimeout', visibilitySpan, 'SQS.05', -1)
    const wait = parameterIn(input.WaitTimeSeconds, 'WaitTimeSeconds', waitSpan, 'SQS.19b', -1)
    const waitMicros = wait < 0 ? queue.waitMicros : secondsToMicros(wait)
    const request: ReceiveRequest = {
      visibilityTimeoutMicros: timeout < 0 ? -1 : secondsToMicros(timeout),
      isShortPoll: waitMicros === 0,
      attempt: this.attemptNumber(input.ReceiveRequestAttemptId),
    }
    // SQS.08; a FIFO queue says nothing (FIFO.17), and neither does a long poll.
    if (model.isOverLimit && request.isShortPoll && !model.isFifo)
      throw new ApiError('OverLimit', 'SQS.08', `Too many messages in flight: ${model.inFlight} of ${limits.inFlight}.`)
    if (!model.admits('receive', [], sandbox.now)) throw requestThrottled()
    const count = this.take(queue, most, request, waitMicros)
    if (count === 0) model.countEmpty()
    return { Messages: Array.from(this.slots.subarray(0, count), (slot) => this.describe(queue, slot, input)) }
  }

  /** SQS.12: what is there at once, or the first that comes within the wait. */
  private take({ model }: SandboxQueue, most: number, request: ReceiveRequest, waitMicros: Micros): number {
    const { sandbox } = this.account
    let count = model.receive(most, this.slots, sandbox.now, request)
    if (count > 0 || waitMicros === 0) return count
    model.longPolls.connect((_, now) => {
      count = model.receive(most, this.slots, now, request)
      return count > 0
    })
    model.longPolls.wait(WAITING)
    sandbox.advanceUntil(() => count > 0, sandbox.now + waitMicros)
    model.longPolls.stop(WAITING)
    return count
  }

  private describe({ model }: SandboxQueue, slot: number, input: ReceiveMessageInput): ReceivedMessage {
    const message = model.messageOf(slot)
    const receives = model.receivesOf(slot)
    const content = this.store.of(model.recordOf(message))
    const isDeadLetter = model.deadLetterSourceOf(slot) >= 0
    const source = this.account.byNumber(model.deadLetterSourceOf(slot))
    const millis = (at: Micros) => String(floor(at / MICROS_PER_MILLISECOND))
    const attributes: Record<string, string> = {
      SenderId: ACCOUNT,
      SentTimestamp: millis(model.sentAtOf(slot)),
      ApproximateReceiveCount: String(receives),
      ApproximateFirstReceiveTimestamp: millis(model.firstReceivedAtOf(slot)),
      ...(content.groupId !== '' && { MessageGroupId: content.groupId }),
      // FIFO.21
      ...(model.isFifo && {
        MessageDeduplicationId: isDeadLetter ? content.messageId : content.deduplicationId,
        SequenceNumber: sequenceNumberOf(message),
      }),
      ...(source !== null && { DeadLetterQueueSourceArn: source.arn }),
      ...(content.traceHeader !== '' && { AWSTraceHeader: content.traceHeader }),
    }
    const own = namedOf(content.attributes, input.MessageAttributeNames)
    return {
      MessageId: content.messageId,
      ReceiptHandle: receiptHandleOf({ queue: model.number, slot, message, receives }),
      MD5OfBody: content.bodyMd5,
      Body: content.body instanceof Uint8Array ? content.body.slice() : content.body,
      Attributes: attributes,
      ...(own !== null && { MD5OfMessageAttributes: content.attributesMd5, MessageAttributes: own }),
    }
  }

  private attemptNumber(id: string | undefined): number {
    if (id === undefined) return -1
    const known = this.attempts.get(id) ?? this.attempts.size
    this.attempts.set(id, known)
    return known
  }
}

/** The attributes that a call names; all when it names none. `All` is every one, `foo.*` those that begin so. */
function namedOf(attributes: MessageAttributes | null, names: readonly string[] | undefined): MessageAttributes | null {
  if (attributes === null || names === undefined) return attributes
  const isNamed = (own: string) =>
    names.some(
      (name) =>
        name === 'All' || name === '.*' || name === own || (name.endsWith('.*') && own.startsWith(name.slice(0, -2))),
    )
  const entries = Object.entries(attributes).filter(([own]) => isNamed(own))
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
