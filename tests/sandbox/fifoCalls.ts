import { expect } from 'vitest'
import { ApiError, createSandbox, type Sandbox, type SandboxOptions } from '../../src/engine/index.ts'

export const SECOND = 1e6

/** Name and fact of a refusal, or `taken`. */
export function outcome(call: () => unknown): string {
  try {
    call()
    return 'taken'
  } catch (error) {
    if (error instanceof ApiError) return `${error.name} ${error.factId}`
    throw error
  }
}

/** A FIFO queue and what one does with it in a few words; messages are named by their bodies. */
export class Fifo {
  readonly box: Sandbox
  readonly QueueUrl: string
  private readonly handles = new Map<string, string>()

  constructor(attributes: Record<string, string> = {}, options: SandboxOptions = {}, box = createSandbox(options)) {
    this.box = box
    this.QueueUrl = box.sqs.CreateQueue({
      QueueName: `orders${attributes['name'] ?? ''}.fifo`,
      Attributes: {
        FifoQueue: 'true',
        ...Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'name')),
      },
    }).QueueUrl
  }

  get arn(): string {
    return this.attribute('QueueArn')
  }

  attribute(name: string): string {
    return this.box.sqs.GetQueueAttributes({ QueueUrl: this.QueueUrl, AttributeNames: ['All'] }).Attributes[name]!
  }

  /** Each is a body; its first letter is the group. */
  send(bodies: string, ids: { id?: string } = {}) {
    return bodies.split(' ').map((MessageBody) =>
      this.box.sqs.SendMessage({
        QueueUrl: this.QueueUrl,
        MessageBody,
        MessageGroupId: MessageBody[0]!,
        MessageDeduplicationId: ids.id ?? `${MessageBody}-at-${this.box.now()}`,
      }),
    )
  }

  receive(most = 10, more: { ReceiveRequestAttemptId?: string; VisibilityTimeout?: number } = {}): string {
    return this.messages(most, more)
      .map(({ Body }) => String(Body))
      .join(' ')
  }

  messages(most = 10, more: { ReceiveRequestAttemptId?: string; VisibilityTimeout?: number } = {}) {
    const { Messages } = this.box.sqs.ReceiveMessage({ QueueUrl: this.QueueUrl, MaxNumberOfMessages: most, ...more })
    for (const { Body, ReceiptHandle } of Messages) this.handles.set(String(Body), ReceiptHandle)
    return Messages
  }

  delete(body: string): void {
    this.box.sqs.DeleteMessage({ QueueUrl: this.QueueUrl, ReceiptHandle: this.handles.get(body)! })
  }

  hide(body: string, seconds: number): void {
    this.box.sqs.ChangeMessageVisibility({
      QueueUrl: this.QueueUrl,
      ReceiptHandle: this.handles.get(body)!,
      VisibilityTimeout: seconds,
    })
  }

  set(Attributes: Record<string, string>): void {
    this.box.sqs.SetQueueAttributes({ QueueUrl: this.QueueUrl, Attributes })
  }

  wait(seconds: number): void {
    this.box.advance(seconds * SECOND)
  }

  counts(): string {
    const of = (what: string) => this.attribute(`ApproximateNumberOfMessages${what}`)
    return `${of('')} visible, ${of('NotVisible')} in flight, ${of('Delayed')} delayed`
  }
}

/** How many of these calls are not throttled. */
export function taken(calls: number, call: (i: number) => void): number {
  let count = 0
  for (let i = 0; i < calls; i++) {
    const seen = outcome(() => call(i))
    if (seen === 'taken') count++
    else expect(seen).toBe('RequestThrottled FIFO.02')
  }
  return count
}
