import { Answer } from '../../clients/store.ts'
import { sha256 } from '../../kernel/sha256.ts'
import type { Bucket } from '../../life/bucket.ts'
import { ApiError } from '../apiError.ts'
import { checkEntries, eachEntry } from './batch.ts'
import { bodyBytesOf, hexadecimal } from './contentDigests.ts'
import { contentOf, type MessageContent } from './messageContent.ts'
import type { MessageStore } from './messageStore.ts'
import { invalid } from './refuse.ts'
import type { SandboxQueue } from './sandboxQueue.ts'
import type { SqsAccount } from './sqsAccount.ts'
import type { BatchOutput, Entries, MessageInput, SendMessageInput, SendMessageOutput } from './sqsApi.ts'

const SEQUENCE_NUMBER = '18800000000000000000'

/** SendMessage and its batch. */
export class Sending {
  private readonly account: SqsAccount
  private readonly store: MessageStore
  /** FIFO.12: equal ids have equal numbers. */
  private readonly deduplicationNumbers = new Map<string, number>()

  constructor(account: SqsAccount, store: MessageStore) {
    this.account = account
    this.store = store
  }

  one(input: SendMessageInput): SendMessageOutput {
    const queue = this.account.byUrl(input.QueueUrl)
    const content = this.read(input, queue)
    this.admit(queue, [content])
    const output = this.put(queue, content)
    queue.model.callEnded(this.account.sandbox.now)
    return output
  }

  /** SQS.04: each entry succeeds or fails on its own; sizes count together (SQS.03). */
  batch(input: Entries<MessageInput>): BatchOutput<SendMessageOutput> {
    const { limits, sandbox } = this.account
    const queue = this.account.byUrl(input.QueueUrl)
    checkEntries(input.Entries, limits.entries)
    const contents = new Map<unknown, MessageContent>()
    const refusals = new Map<unknown, ApiError>()
    let bytes = 0
    for (const entry of input.Entries) {
      try {
        // Without a limit of its own first, so that what is too large counts for the batch as well.
        const content = contentOf(entry, limits, queue.model.isFifo, Infinity)
        bytes += content.bytes
        contents.set(entry, this.read(entry, queue))
      } catch (error) {
        if (!(error instanceof ApiError) || queue.model.isFifo) throw error
        refusals.set(entry, error)
      }
    }
    if (bytes > limits.batchBytes)
      throw new ApiError(
        'BatchRequestTooLong',
        'SQS.19b',
        `Batch requests cannot be longer than ${limits.batchBytes} bytes; this one has ${bytes}.`,
      )
    this.admit(queue, [...contents.values()])
    const output = eachEntry(input.Entries, (entry) => {
      const refusal = refusals.get(entry)
      if (refusal !== undefined) throw refusal
      return this.put(queue, contents.get(entry)!)
    })
    queue.model.callEnded(sandbox.now)
    return output
  }

  /** A copy that a topic delivers; its size has been judged without the topic's envelope. @throws ApiError when the queue never takes it. */
  deliver(queue: SandboxQueue, input: MessageInput): void {
    this.put(queue, contentOf(input, this.account.limits, queue.model.isFifo, Infinity))
  }

  private read(input: MessageInput, queue: SandboxQueue): MessageContent {
    const { model, settings } = queue
    const content = contentOf(input, this.account.limits, model.isFifo, settings.numbers.MaximumMessageSize)
    if (!model.isFifo || content.deduplicationId !== '') return content
    // FIFO.13
    if (!settings.hasContentDeduplication)
      throw invalid('FIFO.25', 'A FIFO queue needs ContentBasedDeduplication or a MessageDeduplicationId.')
    return { ...content, deduplicationId: hexadecimal(sha256(bodyBytesOf(content.body))) }
  }

  /** FIFO.02 @throws ApiError */
  private admit({ model }: SandboxQueue, contents: readonly MessageContent[]): void {
    const { now, world } = this.account.sandbox
    const groups = contents.map(({ groupId }) => world.keys.add(groupId))
    if (!model.admits('send', groups, now))
      throw requestThrottled(model.bucketOf?.(Answer.throttled, groups[0] ?? 0, 0, now) ?? null)
  }

  private put({ model }: SandboxQueue, content: MessageContent): SendMessageOutput {
    const { sandbox } = this.account
    const group = content.groupId === '' ? -1 : sandbox.world.keys.add(content.groupId)
    const outgoing = {
      reference: -1,
      group,
      deduplication: this.deduplicationNumber(content.deduplicationId),
      delayMicros: content.delayMicros,
    }
    let number = model.repeatOf(outgoing, sandbox.now)
    if (number < 0) number = model.send({ ...outgoing, reference: this.store.add(content) }, sandbox.now)
    const stored = this.store.of(model.recordOf(number))
    return {
      MessageId: stored.messageId,
      MD5OfMessageBody: stored.bodyMd5,
      ...(stored.attributesMd5 !== '' && { MD5OfMessageAttributes: stored.attributesMd5 }),
      ...(model.isFifo && { SequenceNumber: sequenceNumberOf(number) }),
    }
  }

  private deduplicationNumber(id: string): number {
    if (id === '') return -1
    const known = this.deduplicationNumbers.get(id)
    if (known !== undefined) return known
    const number = this.deduplicationNumbers.size
    this.deduplicationNumbers.set(id, number)
    return number
  }
}

/** FIFO.02: AWS's API calls it so; its guide, ThrottlingException. */
export function requestThrottled(bucket: Bucket | null = null): ApiError {
  const message = 'The queue takes no more calls of this kind at this moment.'
  return new ApiError('RequestThrottled', 'FIFO.02', message, bucket && { bucket, lastSecond: null })
}

/** A large number, as many digits for each message: it grows in the order of sending. */
export function sequenceNumberOf(number: number): string {
  const digits = String(number)
  return SEQUENCE_NUMBER.slice(0, SEQUENCE_NUMBER.length - digits.length) + digits
}
