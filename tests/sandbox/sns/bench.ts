import { createSandbox, type SandboxOptions } from '../../../src/engine/index.ts'
import { expectTimeline } from '../../engine/timeline.ts'

const ACCOUNT = '000000000000'

type Message = { Body: string; MessageAttributes?: unknown; Attributes?: Record<string, string> }

/** A sandbox with a topic and queues that are named by one word. */
export function snsBox(options: SandboxOptions = {}) {
  const box = createSandbox(options)
  const { sns, sqs } = box
  const region = options.region ?? 'us-east-1'
  const urls = new Map<string, string>()
  const arn = (queue: string) => `arn:aws:sqs:${region}:${ACCOUNT}:${queue}`
  const url = (queue: string) => {
    const known = urls.get(queue)
    if (known !== undefined) return known
    const Attributes = queue.endsWith('.fifo') ? { FifoQueue: 'true' } : {}
    const { QueueUrl } = sqs.CreateQueue({ QueueName: queue, Attributes })
    urls.set(queue, QueueUrl)
    return QueueUrl
  }
  const waiting = (queue: string) =>
    Number(
      sqs.GetQueueAttributes({ QueueUrl: url(queue), AttributeNames: ['ApproximateNumberOfMessages'] }).Attributes![
        'ApproximateNumberOfMessages'
      ],
    )
  /** Receives and deletes all that is there; long polls, since a short one asks only some of the servers. */
  const take = (queue: string) => {
    const messages: Message[] = []
    while (waiting(queue) > 0) {
      const { Messages = [] } = sqs.ReceiveMessage({
        QueueUrl: url(queue),
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        AttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      })
      for (const message of Messages) {
        messages.push(message as Message)
        sqs.DeleteMessage({ QueueUrl: url(queue), ReceiptHandle: message.ReceiptHandle! })
      }
    }
    return messages
  }
  const bodies = (queue: string) => take(queue).map(({ Body }) => Body)
  const createTopic = (Name: string, Attributes: Record<string, string> = {}) =>
    sns.CreateTopic({ Name, Attributes: Name.endsWith('.fifo') ? { FifoTopic: 'true', ...Attributes } : Attributes })
      .TopicArn
  /** Raw, so that bodies can be compared. */
  const subscribe = (TopicArn: string, queue: string, Attributes: Record<string, string> = {}) => {
    url(queue)
    const raw = { RawMessageDelivery: 'true', ...Attributes }
    return sns.Subscribe({ TopicArn, Protocol: 'sqs', Endpoint: arn(queue), Attributes: raw }).SubscriptionArn
  }
  return { ...box, url, arn, take, bodies, waiting, createTopic, subscribe }
}

export type SnsBox = ReturnType<typeof snsBox>

/** Plays a timeline on a box: at each moment `act` does what the words say and returns what is seen. */
export function play(box: SnsBox, drawing: string, act: (...words: string[]) => string): void {
  expectTimeline(drawing, (micros, words) => {
    box.advance(micros - box.now())
    return act(...words)
  })
}

/** What a call answers with, or the name and the fact of its refusal. */
export function answerOf(call: () => unknown): string {
  try {
    call()
    return 'ok'
  } catch (error) {
    const { name, factId } = error as { name: string; factId?: string }
    if (factId === undefined) throw error
    return `${name} ${factId}`
  }
}
